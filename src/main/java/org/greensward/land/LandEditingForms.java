package org.greensward.land;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import org.greensward.layer.QuantityUnit;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.Form;
import org.greensward.web.Redirects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** What the officers' pages of the editor have in common. */
@Component
public class LandEditingForms {
  private static final int LONGEST = 500;

  /** Measured and drawn may differ by this part before somebody is asked. */
  private static final double OFF = 0.05;

  private final ShapeCheckService checking;

  LandEditingForms(ShapeCheckService checking) {
    this.checking = checking;
  }

  /** The reason, which is needed, and the source. */
  public ParcelShapeRepository.Why why(Form form) {
    return new ParcelShapeRepository.Why(
        form.required("reason", LONGEST), form.optional("source", LONGEST));
  }

  public Double measured(Form form, String field) {
    BigDecimal typed = form.optionalNumber(field);
    return typed == null ? null : typed.doubleValue();
  }

  /** A warning where what was measured is far from what is drawn; null where it is not. */
  public String measuredOff(Double measured, double drawn, String unit) {
    if (measured == null
        || QuantityUnit.ITEMS.is(unit)
        || Math.abs(measured - drawn) <= OFF * drawn) {
      return null;
    }
    return checking.say(
        "edit.warn.measured",
        "%,.0f".formatted(measured),
        "%,.0f".formatted(drawn),
        checking.say("edit.unit." + unit));
  }

  /** Whether these very warnings were confirmed; else they are shown, to be confirmed. */
  public boolean isConfirmed(Form form, List<String> warnings, Model model) {
    String told = Integer.toHexString(String.join("\n", warnings).hashCode());
    if (warnings.isEmpty() || form.value("confirmed").equals(told)) {
      return true;
    }
    form.refuse("confirmed", "edit.confirm.needed");
    model.addAttribute("warnings", warnings);
    model.addAttribute("told", told);
    return false;
  }

  /** Shows the editor of a shape: whose draft it keeps, and the parcel that is edited. */
  public void editor(Model model, Form form, String reference) {
    model.addAttribute("form", form);
    model.addAttribute("shapeReference", reference);
    model.addAttribute("shapeOwner", AccountPrincipal.get().getUsername());
  }

  /** A shape of a map that only shows. */
  public record Shown(String label, Object shape, String look) {}

  public void map(Model model, List<Shown> shapes) {
    model.addAttribute("shapeView", JsonMapper.shared().writeValueAsString(shapes));
  }

  public static Shown shown(String label, String shape, String look) {
    return new Shown(label, JsonMapper.shared().readTree(shape), look);
  }

  /** The page of a parcel, with a sentence; the draft that was kept of the form's page is done. */
  public String done(
      RedirectAttributes next, String notice, String reference, HttpServletRequest request) {
    next.addFlashAttribute("notice", notice);
    next.addFlashAttribute("noticeArguments", new Object[] {reference});
    next.addFlashAttribute("shapeDone", request.getRequestURI());
    next.addAttribute("reference", reference);
    return Redirects.at("/land/{reference}", request);
  }
}
