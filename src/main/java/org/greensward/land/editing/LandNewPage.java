package org.greensward.land.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.land.LandEditingForms;
import org.greensward.land.ParcelRepository;
import org.greensward.land.ParcelShapeRepository;
import org.greensward.land.ShapeCheckService;
import org.greensward.land.shape.ShapeValidator;
import org.greensward.revision.WorkingDate;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.SelectOption;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** {@code /manage/land/new}: a parcel that nobody has recorded yet. */
@Page
@RequestMapping("/manage/land/new")
class LandNewPage {
  private static final int LONGEST_REFERENCE = 60;
  private static final int LONGEST_NAME = 200;

  private final ParcelRepository parcels;
  private final ParcelShapeRepository changes;
  private final ShapeCheckService checking;
  private final LandEditingForms forms;
  private final WorkingDate workingDate;

  LandNewPage(
      ParcelRepository parcels,
      ParcelShapeRepository changes,
      ShapeCheckService checking,
      LandEditingForms forms,
      WorkingDate workingDate) {
    this.parcels = parcels;
    this.changes = changes;
    this.checking = checking;
    this.forms = forms;
    this.workingDate = workingDate;
  }

  @GetMapping
  String page(@RequestParam(required = false) String map, HttpServletRequest request, Model model) {
    Map<String, Object> there = new LinkedHashMap<>();
    there.put("reference", parcels.findNextReference().orElse(""));
    there.put("from", workingDate.today());
    model.addAttribute("shapeSpot", map);
    return show(Form.of(request, there), model);
  }

  @PostMapping
  String save(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    Form form = Form.sent(request);
    ParcelShapeRepository.NewLand land = read(form);
    ParcelShapeRepository.Why why = forms.why(form);
    if (!form.isFaulty() && forms.isConfirmed(form, warnings(land), model)) {
      try {
        changes.add(land, why);
        return forms.done(next, "edit.new.saved", land.reference(), request);
      } catch (DuplicateKeyException e) {
        form.refuse("reference", "edit.reference.taken", land.reference());
      } catch (DataIntegrityViolationException e) {
        form.refuse("asset_type", "edit.refused");
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(form, model);
  }

  private ParcelShapeRepository.NewLand read(Form form) {
    String reference = form.required("reference", LONGEST_REFERENCE);
    List<ParcelRepository.AssetType> types = parcels.listAssetTypes();
    String type =
        form.oneOf("asset_type", types.stream().map(ParcelRepository.AssetType::code).toList());
    Geometry shape = type == null ? null : checking.read(form, "shape", unitOf(type));
    return new ParcelShapeRepository.NewLand(
        reference,
        type,
        form.optional("name", LONGEST_NAME),
        chosen(form, "owner", parcels.listParties()),
        chosen(form, "maintainer", parcels.listParties()),
        chosen(form, "lot", parcels.listLots()),
        chosen(form, "regime", parcels.listRegimes()),
        forms.measured(form, "measured"),
        form.requiredDate("from"),
        shape);
  }

  private String unitOf(String type) {
    return parcels.listAssetTypes().stream()
        .filter(it -> it.code().equals(type))
        .findFirst()
        .orElseThrow()
        .unit();
  }

  private static Long chosen(Form form, String field, List<SelectOption> options) {
    if (form.value(field).isEmpty()) {
      return null;
    }
    String value = form.oneOf(field, options.stream().map(SelectOption::value).toList());
    return value == null ? null : Long.valueOf(value);
  }

  private List<String> warnings(ParcelShapeRepository.NewLand land) {
    String unit = unitOf(land.assetType());
    List<String> warnings =
        new ArrayList<>(checking.look(land.shape(), unit, List.of()).warnings());
    String off = forms.measuredOff(land.measured(), ShapeValidator.drawn(land.shape(), unit), unit);
    if (off != null) {
      warnings.add(off);
    }
    return warnings;
  }

  private String show(Form form, Model model) {
    List<ParcelRepository.AssetType> types = parcels.listAssetTypes();
    Map<String, String> units = new LinkedHashMap<>();
    types.forEach(type -> units.put(type.code(), type.unit()));
    model.addAttribute(
        "assetTypes", types.stream().map(it -> new SelectOption(it.code(), it.label())).toList());
    model.addAttribute("shapeUnits", JsonMapper.shared().writeValueAsString(units));
    model.addAttribute("parties", parcels.listParties());
    model.addAttribute("lots", parcels.listLots());
    model.addAttribute("regimes", parcels.listRegimes());
    forms.editor(model, form, "");
    return "land-new";
  }
}
