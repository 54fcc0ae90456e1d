package org.greensward.land.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.land.LandEditingForms;
import org.greensward.land.Parcel;
import org.greensward.land.ParcelRepository;
import org.greensward.land.ParcelShapeRepository;
import org.greensward.land.ShapeCheckService;
import org.greensward.land.StaleParcelException;
import org.greensward.land.shape.ShapeValidator;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /manage/land/{reference}/shape}: another shape for a parcel, and the ones it had. */
@Page
@RequestMapping("/manage/land/{reference}/shape")
class LandShapePage {
  private static final int MOST_CHANGES = 20;

  private final ParcelRepository parcels;
  private final ParcelShapeRepository changes;
  private final ShapeCheckService checking;
  private final LandEditingForms forms;

  LandShapePage(
      ParcelRepository parcels,
      ParcelShapeRepository changes,
      ShapeCheckService checking,
      LandEditingForms forms) {
    this.parcels = parcels;
    this.changes = changes;
    this.checking = checking;
    this.forms = forms;
  }

  @GetMapping
  String page(
      @PathVariable String reference,
      @RequestParam(required = false) Long was,
      HttpServletRequest request,
      Model model) {
    Parcel parcel = parcels.get(reference);
    Map<String, Object> there = new HashMap<>();
    there.put("shape", parcel.json());
    there.put("version", parcel.version());
    there.put("measured", plain(parcel.measured()));
    if (was != null) {
      parcels.findShapeBefore(parcel, was).ifPresent(it -> compare(model, it, "edit.shape.was"));
    }
    return show(parcel, Form.of(request, there), model);
  }

  @PostMapping
  String save(
      @PathVariable String reference,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    Parcel parcel = parcels.get(reference);
    Form form = Form.sent(request);
    Geometry shape = checking.read(form, "shape", parcel.unit());
    Double measured = forms.measured(form, "measured");
    ParcelShapeRepository.Why why = forms.why(form);
    if (!form.isFaulty() && !parcel.version().equals(form.value("version"))) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return overtaken(parcel, form, model);
    }
    if (!form.isFaulty() && forms.isConfirmed(form, warnings(parcel, shape, measured), model)) {
      try {
        changes.reshape(reference, form.value("version"), shape, measured, why);
        return forms.done(next, "edit.shape.saved", reference, request);
      } catch (StaleParcelException e) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return overtaken(e.now(), form, model);
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(parcel, form, model);
  }

  private List<String> warnings(Parcel parcel, Geometry shape, Double measured) {
    List<String> warnings =
        new ArrayList<>(
            checking.look(shape, parcel.unit(), List.of(parcel.reference())).warnings());
    String off =
        forms.measuredOff(measured, ShapeValidator.drawn(shape, parcel.unit()), parcel.unit());
    if (off != null) {
      warnings.add(off);
    }
    return warnings;
  }

  /** Both are shown; to save again is to replace what is there now. */
  private String overtaken(Parcel now, Form form, Model model) {
    model.addAttribute("overtaken", now);
    model.addAttribute("overtakenBy", parcels.findLatestChange(now).orElse(null));
    compare(model, now.json(), "edit.shape.theirs");
    return show(now, form.refuse("shape", "edit.overtaken", now.reference()), model);
  }

  private void compare(Model model, String shape, String words) {
    model.addAttribute("shapeCompare", shape);
    model.addAttribute("shapeCompareWords", checking.say(words));
  }

  private String show(Parcel parcel, Form form, Model model) {
    model.addAttribute("parcel", parcel);
    model.addAttribute("changes", parcels.listChanges(parcel, MOST_CHANGES));
    forms.editor(model, form, parcel.reference());
    return "land-shape";
  }

  static String plain(Double number) {
    return number == null
        ? ""
        : java.math.BigDecimal.valueOf(number)
            .setScale(3, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }
}
