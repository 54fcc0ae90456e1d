package org.greensward.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greensward.land.shape.InvalidShapeException;
import org.greensward.land.shape.ShapeFault;
import org.greensward.land.shape.ShapeJson;
import org.greensward.land.shape.ShapeValidator;
import org.greensward.layer.QuantityUnit;
import org.greensward.web.DisplayFormats;
import org.greensward.web.Form;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says of a drawn shape whether land can have it, and what whoever saves it ought to know first.
 */
@Component
public class ShapeCheckService {
  /** Overlaps and rests below this are rounding: a tenth of a square metre, of a metre. */
  private static final double TOLD = 0.1;

  private static final double CRUMB_M2 = 0.5;

  private final EditContext ground;
  private final DisplayFormats formats;
  private final MessageSource messages;

  ShapeCheckService(EditContext ground, DisplayFormats formats, MessageSource messages) {
    this.ground = ground;
    this.formats = formats;
    this.messages = messages;
  }

  /**
   * What is to be known of a sound shape.
   *
   * @param drawn how much it is, in its unit
   * @param parishes sentences' parts: each parish with how much lies in it
   * @param warnings sentences, each a reason to think twice; overlaps with other land first
   */
  public record Findings(double drawn, List<String> parishes, List<String> warnings) {}

  /**
   * The shape of a form's field; null, with the fault at the field, when there is none or it is not
   * sound.
   *
   * @param unit of the asset type: {@code m2}, {@code m} or {@code item}
   */
  public Geometry read(Form form, String field, String unit) {
    if (form.value(field).isEmpty()) {
      form.refuse(field, "shape.fault.none");
      return null;
    }
    try {
      return ShapeValidator.sound(ShapeJson.read(form.value(field)), unit);
    } catch (InvalidShapeException e) {
      refuse(form, field, e);
      return null;
    }
  }

  /** Notes at a field what is wrong with its shape. */
  public void refuse(Form form, String field, InvalidShapeException fault) {
    ShapeFault first = fault.faults().get(0);
    form.refuse(field, first.key(), first.arguments().toArray());
  }

  /** A fault as a sentence. */
  public String sentence(ShapeFault fault) {
    return say(fault.key(), fault.arguments().toArray());
  }

  /**
   * @param shape a sound one
   * @param except references of the parcels that it is to replace
   */
  public Findings look(Geometry shape, String unit, List<String> except) {
    double drawn = ShapeValidator.drawn(shape, unit);
    List<EditContext.InParish> parishes = ground.listInParishes(shape, unit);
    List<String> warnings = new ArrayList<>();
    if (QuantityUnit.SQUARE_METRES.is(unit)) {
      overlaps(shape, except, warnings);
    }
    outside(unit, drawn, parishes, warnings);
    for (Polygon crumb : ShapeValidator.crumbs(shape, CRUMB_M2)) {
      warnings.add(
          say(
              "shape.warn.crumb",
              metres(crumb.getCoordinate().x),
              metres(crumb.getCoordinate().y)));
    }
    List<String> lying =
        parishes.stream()
            .filter(it -> it.drawn() >= TOLD)
            .map(
                it ->
                    parishes.size() == 1 || QuantityUnit.ITEMS.is(unit)
                        ? it.name()
                        : say("shape.parish", it.name(), formats.quantity(it.drawn(), unit)))
            .toList();
    return new Findings(drawn, lying, warnings);
  }

  private void overlaps(Geometry shape, List<String> except, List<String> warnings) {
    ground.listShared(shape, except).stream()
        .filter(shared -> shared.m2() >= TOLD)
        .forEach(
            shared ->
                warnings.add(
                    say(
                        "shape.warn.overlap",
                        fine(shared.m2()),
                        shared.reference(),
                        shared.label().toLowerCase(Locale.UK))));
  }

  private void outside(
      String unit, double drawn, List<EditContext.InParish> parishes, List<String> warnings) {
    if (parishes.isEmpty()) {
      warnings.add(say("shape.warn.outside"));
    } else if (!QuantityUnit.ITEMS.is(unit)) {
      double inside = parishes.stream().mapToDouble(EditContext.InParish::drawn).sum();
      if (drawn - inside >= TOLD) {
        warnings.add(say("shape.warn.outside.part", formats.quantity(drawn - inside, unit)));
      }
    }
  }

  private static String fine(double m2) {
    return String.format(Locale.UK, m2 < 10 ? "%.1f" : "%,.0f", m2);
  }

  private static String metres(double ordinate) {
    return String.format(Locale.ROOT, "%.0f", ordinate);
  }

  public String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Locale.UK);
  }
}
