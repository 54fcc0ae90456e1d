package org.greensward.land.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.greensward.land.LandEditingForms;
import org.greensward.land.Parcel;
import org.greensward.land.ParcelRepository;
import org.greensward.land.ParcelShapeRepository;
import org.greensward.land.ShapeCheckService;
import org.greensward.land.StaleParcelException;
import org.greensward.land.shape.InvalidShapeException;
import org.greensward.land.shape.ShapeJson;
import org.greensward.land.shape.ShapeUnion;
import org.greensward.land.shape.ShapeValidator;
import org.greensward.revision.WorkingDate;
import org.greensward.web.DisplayFormats;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.SelectOption;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /manage/land/{reference}/merge}: first the neighbours are chosen, then what becomes of all
 * of them is shown and saved.
 */
@Page
@RequestMapping("/manage/land/{reference}/merge")
class LandMergePage {
  private final ParcelRepository parcels;
  private final ParcelShapeRepository changes;
  private final ShapeCheckService checking;
  private final LandEditingForms forms;
  private final WorkingDate workingDate;
  private final DisplayFormats formats;

  LandMergePage(
      ParcelRepository parcels,
      ParcelShapeRepository changes,
      ShapeCheckService checking,
      LandEditingForms forms,
      WorkingDate workingDate,
      DisplayFormats formats) {
    this.parcels = parcels;
    this.changes = changes;
    this.checking = checking;
    this.forms = forms;
    this.workingDate = workingDate;
    this.formats = formats;
  }

  @GetMapping
  String page(@PathVariable String reference, HttpServletRequest request, Model model) {
    return choose(parcels.get(reference), Form.of(request, Map.of()), model);
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
    List<Parcel> all = chosen(parcel, form);
    Geometry shape = all == null ? null : joined(all, form);
    if (shape == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return choose(parcel, form, model);
    }
    if (!form.value("step").equals("save")) {
      return confirm(parcel, all, suggested(all, form), shape, model);
    }
    String kept = form.oneOf("keep", all.stream().map(Parcel::reference).toList());
    LocalDate end = end(all, kept, form);
    Double measured = forms.measured(form, "measured");
    ParcelShapeRepository.Why why = forms.why(form);
    if (!form.isFaulty()) {
      try {
        changes.merge(
            read(kept, form),
            all.stream()
                .map(Parcel::reference)
                .filter(it -> !it.equals(kept))
                .map(it -> read(it, form))
                .toList(),
            shape,
            measured,
            end,
            why);
        return forms.done(next, "edit.merge.saved", kept, request);
      } catch (StaleParcelException e) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("overtaken", e.now());
        model.addAttribute("overtakenBy", parcels.findLatestChange(e.now()).orElse(null));
        form.refuse("keep", "edit.overtaken", e.now().reference());
        return confirm(parcel, all, form, shape, model);
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return confirm(parcel, all, form, shape, model);
  }

  private static ParcelShapeRepository.Read read(String reference, Form form) {
    return new ParcelShapeRepository.Read(reference, form.value("version-" + reference));
  }

  private List<Parcel> chosen(Parcel parcel, Form form) {
    List<Parcel> all = new ArrayList<>(List.of(parcel));
    List<String> wanted = form.values("with");
    parcels.listTouching(parcel, workingDate.today()).stream()
        .filter(it -> wanted.contains(it.reference()))
        .forEach(all::add);
    if (all.size() < 2) {
      form.refuse("with", "edit.merge.none");
      return null;
    }
    return all;
  }

  private Geometry joined(List<Parcel> all, Form form) {
    try {
      Geometry joined = ShapeUnion.join(all.stream().map(Parcel::shape).toList());
      return ShapeValidator.sound(joined, all.get(0).unit());
    } catch (InvalidShapeException e) {
      checking.refuse(form, "with", e);
      return null;
    }
  }

  private Form suggested(List<Parcel> all, Form form) {
    Map<String, Object> there = new HashMap<>();
    all.forEach(it -> there.put("version-" + it.reference(), it.version()));
    there.put("keep", all.get(0).reference());
    there.put("end", firstEnd(all));
    if (all.stream().anyMatch(it -> it.measured() != null)) {
      there.put("measured", LandShapePage.plain(all.stream().mapToDouble(Parcel::quantity).sum()));
    }
    return Form.showing(there);
  }

  /** Today, or the first day on which all of them have begun and can end. */
  private LocalDate firstEnd(List<Parcel> all) {
    return all.stream()
        .map(Parcel::from)
        .filter(Objects::nonNull)
        .map(from -> from.plusDays(1))
        .reduce(workingDate.today(), (one, other) -> one.isAfter(other) ? one : other);
  }

  /** When the others are no more: not before they began. */
  private static LocalDate end(List<Parcel> all, String kept, Form form) {
    LocalDate end = form.requiredDate("end");
    all.stream()
        .filter(it -> !it.reference().equals(kept) && end != null)
        .filter(it -> it.from() != null && !end.isAfter(it.from()))
        .forEach(
            it ->
                form.refuse(
                    "end", "edit.merge.early", it.reference(), DisplayFormats.dateOf(it.from())));
    return end;
  }

  private String choose(Parcel parcel, Form form, Model model) {
    List<Parcel> touching = parcels.listTouching(parcel, workingDate.today());
    model.addAttribute("parcel", parcel);
    model.addAttribute(
        "neighbours",
        touching.stream()
            .map(
                it ->
                    new SelectOption(
                        it.reference(),
                        checking.say(
                            "edit.merge.neighbour",
                            it.reference(),
                            it.label(),
                            formats.quantity(it.quantity(), it.unit()))))
            .toList());
    List<LandEditingForms.Shown> shown = new ArrayList<>();
    touching.forEach(it -> shown.add(LandEditingForms.shown(it.reference(), it.json(), "other")));
    shown.add(LandEditingForms.shown(parcel.reference(), parcel.json(), "part"));
    forms.map(model, shown);
    model.addAttribute("form", form);
    return "land-merge";
  }

  /** What the parcels have that is not the same. */
  public record Difference(String label, List<String> values) {}

  private String confirm(Parcel parcel, List<Parcel> all, Form form, Geometry shape, Model model) {
    model.addAttribute("parcel", parcel);
    model.addAttribute("all", all);
    model.addAttribute("differences", differences(all));
    model.addAttribute(
        "keeps", all.stream().map(it -> new SelectOption(it.reference(), it.reference())).toList());
    model.addAttribute("drawn", ShapeValidator.drawn(shape, parcel.unit()));
    model.addAttribute("form", form);
    List<LandEditingForms.Shown> shown = new ArrayList<>();
    all.forEach(it -> shown.add(LandEditingForms.shown(it.reference(), it.json(), "other")));
    shown.add(0, LandEditingForms.shown(null, ShapeJson.write(shape), "part"));
    forms.map(model, shown);
    return "land-merge-all";
  }

  private List<Difference> differences(List<Parcel> all) {
    Map<String, Function<Parcel, String>> fields = new java.util.LinkedHashMap<>();
    fields.put("asset-type", Parcel::label);
    fields.put("name", Parcel::name);
    fields.put("owner", Parcel::owner);
    fields.put("maintainer", Parcel::maintainer);
    fields.put("lot", Parcel::lot);
    fields.put("regime", Parcel::regime);
    List<Difference> found = new ArrayList<>();
    fields.forEach(
        (field, of) -> {
          List<String> values =
              all.stream().map(of).map(it -> Objects.requireNonNullElse(it, "")).toList();
          if (values.stream().distinct().count() > 1) {
            found.add(new Difference(checking.say("edit.field." + field), values));
          }
        });
    return found;
  }
}
