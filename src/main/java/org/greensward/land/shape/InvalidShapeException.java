package org.greensward.land.shape;

import java.util.List;

/** A shape that cannot be used as it is, or not for what was asked. */
public class InvalidShapeException extends RuntimeException {
  private final transient List<ShapeFault> faults;

  public InvalidShapeException(ShapeFault fault) {
    this(List.of(fault));
  }

  public InvalidShapeException(List<ShapeFault> faults) {
    super(faults.get(0).key());
    this.faults = List.copyOf(faults);
  }

  /** At least one. */
  public List<ShapeFault> faults() {
    return faults;
  }
}
