package org.greensward.land.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.layer.QuantityUnit;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Whether a shape is one that land can have, and what to do where it is not. */
public final class ShapeValidator {
  private static final Map<Integer, String> WORDS =
      Map.of(
          TopologyValidationError.SELF_INTERSECTION, "shape.fault.crosses",
          TopologyValidationError.RING_SELF_INTERSECTION, "shape.fault.touches",
          TopologyValidationError.HOLE_OUTSIDE_SHELL, "shape.fault.hole-outside",
          TopologyValidationError.NESTED_HOLES, "shape.fault.hole-in-hole",
          TopologyValidationError.DISCONNECTED_INTERIOR, "shape.fault.cut-through",
          TopologyValidationError.NESTED_SHELLS, "shape.fault.part-in-part",
          TopologyValidationError.TOO_FEW_POINTS, "shape.fault.few-points-at");

  private ShapeValidator() {}

  /**
   * What keeps a shape from being land that is counted in a unit: nothing for a sound one.
   *
   * @param unit {@code m2} is for areas, {@code m} for lines, {@code item} for anything
   */
  public static List<ShapeFault> faults(Geometry shape, String unit) {
    List<ShapeFault> faults = new ArrayList<>();
    if (QuantityUnit.SQUARE_METRES.is(unit) && shape.getDimension() != 2) {
      faults.add(ShapeFault.of("shape.fault.not-area"));
    } else if (QuantityUnit.METRES.is(unit) && shape.getDimension() != 1) {
      faults.add(ShapeFault.of("shape.fault.not-line"));
    } else {
      TopologyValidationError error = new IsValidOp(shape).getValidationError();
      if (error != null) {
        String key = WORDS.getOrDefault(error.getErrorType(), "shape.fault.invalid");
        faults.add(ShapeFault.at(error.getCoordinate(), key));
      }
    }
    return faults;
  }

  /** The shape, if it is sound. */
  public static Geometry sound(Geometry shape, String unit) {
    List<ShapeFault> faults = faults(shape, unit);
    if (!faults.isEmpty()) {
      throw new InvalidShapeException(faults);
    }
    return shape;
  }

  /**
   * A sound shape of the same land; empty when nothing of the same dimension is left, or when there
   * is nothing to repair. Where an outline crosses itself, all that it goes around stays.
   */
  public static Optional<Geometry> repaired(Geometry shape) {
    if (shape.isValid()) {
      return Optional.empty();
    }
    Geometry fixed = GeometryFixer.fix(shape);
    if (fixed.isEmpty() || fixed.getDimension() != shape.getDimension() || !fixed.isValid()) {
      return Optional.empty();
    }
    Geometry repaired = fixed.getNumGeometries() == 1 ? fixed.getGeometryN(0) : fixed;
    repaired.setSRID(shape.getSRID());
    return Optional.of(repaired);
  }

  /** Parts of an area below a size, which are seldom meant; in square metres. */
  public static List<Polygon> crumbs(Geometry shape, double below) {
    List<Polygon> found = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries() && shape.getNumGeometries() > 1; i++) {
      if (shape.getGeometryN(i) instanceof Polygon part && part.getArea() < below) {
        found.add(part);
      }
    }
    return found;
  }

  /** How much of a shape there is in a unit. */
  public static double drawn(Geometry shape, String unit) {
    return switch (QuantityUnit.of(unit)) {
      case SQUARE_METRES -> shape.getArea();
      case METRES -> shape.getLength();
      case ITEMS -> 1;
    };
  }
}
