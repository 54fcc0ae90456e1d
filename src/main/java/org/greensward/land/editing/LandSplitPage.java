package org.greensward.land.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greensward.land.LandEditingForms;
import org.greensward.land.Parcel;
import org.greensward.land.ParcelRepository;
import org.greensward.land.ParcelShapeRepository;
import org.greensward.land.ShapeCheckService;
import org.greensward.land.StaleParcelException;
import org.greensward.land.shape.InvalidShapeException;
import org.greensward.land.shape.ShapeJson;
import org.greensward.land.shape.ShapeSplitter;
import org.greensward.land.shape.ShapeValidator;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /manage/land/{reference}/split}: first a line is drawn, then the parts are shown, named
 * and saved.
 */
@Page
@RequestMapping("/manage/land/{reference}/split")
class LandSplitPage {
  private static final int LONGEST_REFERENCE = 60;

  private final ParcelRepository parcels;
  private final ParcelShapeRepository changes;
  private final ShapeCheckService checking;
  private final LandEditingForms forms;

  LandSplitPage(
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
  String page(@PathVariable String reference, HttpServletRequest request, Model model) {
    Parcel parcel = parcels.get(reference);
    return draw(parcel, Form.of(request, Map.of("version", parcel.version())), model);
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
    if (!form.value("version").equals(parcel.version())) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return overtaken(parcel, form, model);
    }
    List<Geometry> shapes = cut(parcel, form);
    if (shapes == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return draw(parcel, form, model);
    }
    if (!form.value("step").equals("save")) {
      return name(parcel, suggested(parcel, form, shapes), shapes, model);
    }
    List<ParcelShapeRepository.Part> parts = read(parcel, form, shapes);
    ParcelShapeRepository.Why why = forms.why(form);
    if (!form.isFaulty()) {
      try {
        changes.split(reference, form.value("version"), parts, why);
        return forms.done(next, "edit.split.saved", reference, request);
      } catch (StaleParcelException e) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return overtaken(e.now(), form, model);
      } catch (DuplicateKeyException e) {
        form.refuse("reference-2", "edit.split.taken");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return name(parcel, form, shapes, model);
  }

  /** The parts; null, with the fault at the line, when it does not cut the parcel. */
  private List<Geometry> cut(Parcel parcel, Form form) {
    if (form.value("line").isEmpty()) {
      form.refuse("line", "edit.split.none");
      return null;
    }
    try {
      return ShapeSplitter.split(parcel.shape(), ShapeJson.read(form.value("line")));
    } catch (InvalidShapeException e) {
      checking.refuse(form, "line", e);
      return null;
    }
  }

  private Form suggested(Parcel parcel, Form form, List<Geometry> shapes) {
    Map<String, Object> there = new HashMap<>();
    there.put("line", form.value("line"));
    there.put("version", form.value("version"));
    List<String> references = parcels.listFreeBeside(parcel.reference(), shapes.size() - 1);
    List<Double> shares =
        parcel.measured() == null
            ? null
            : ShapeSplitter.shares(
                parcel.measured(),
                shapes.stream().map(it -> ShapeValidator.drawn(it, parcel.unit())).toList());
    for (int i = 0; i < shapes.size(); i++) {
      if (i > 0) {
        there.put("reference-" + (i + 1), references.get(i - 1));
      }
      there.put("measured-" + (i + 1), shares == null ? "" : LandShapePage.plain(shares.get(i)));
    }
    return Form.showing(there);
  }

  private List<ParcelShapeRepository.Part> read(Parcel parcel, Form form, List<Geometry> shapes) {
    List<ParcelShapeRepository.Part> parts = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of(parcel.reference()));
    for (int i = 0; i < shapes.size(); i++) {
      String field = "reference-" + (i + 1);
      String reference = i == 0 ? parcel.reference() : form.required(field, LONGEST_REFERENCE);
      if (i > 0 && reference != null) {
        if (!taken.add(reference) || parcels.find(reference).isPresent()) {
          form.refuse(field, "edit.reference.taken", reference);
        }
      }
      Double measured = forms.measured(form, "measured-" + (i + 1));
      parts.add(new ParcelShapeRepository.Part(reference, measured, shapes.get(i)));
    }
    return parts;
  }

  private String overtaken(Parcel now, Form form, Model model) {
    model.addAttribute("overtaken", now);
    model.addAttribute("overtakenBy", parcels.findLatestChange(now).orElse(null));
    Form kept =
        Form.showing(Map.of("line", form.value("line"), "version", now.version()))
            .refuse("line", "edit.overtaken", now.reference());
    return draw(now, kept, model);
  }

  private String draw(Parcel parcel, Form form, Model model) {
    model.addAttribute("parcel", parcel);
    model.addAttribute("shapeTarget", parcel.json());
    model.addAttribute("shapeTargetUnit", parcel.unit());
    forms.editor(model, form, parcel.reference());
    return "land-split";
  }

  /** A part as its row shows it. */
  public record Row(int number, double drawn) {}

  private String name(Parcel parcel, Form form, List<Geometry> shapes, Model model) {
    List<Row> rows = new ArrayList<>();
    List<LandEditingForms.Shown> shown = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      rows.add(new Row(i + 1, ShapeValidator.drawn(shapes.get(i), parcel.unit())));
      shown.add(
          LandEditingForms.shown(
              checking.say("edit.split.part", i + 1), ShapeJson.write(shapes.get(i)), "part"));
    }
    model.addAttribute("parcel", parcel);
    model.addAttribute("parts", rows);
    model.addAttribute("form", form);
    forms.map(model, shown);
    return "land-split-parts";
  }
}
