package org.greensward.edit.shape;

import java.util.List;

/** A shape that cannot be used as it is, or not for what was asked. */
public class Misshapen extends RuntimeException {
  private final transient List<Fault> faults;

  public Misshapen(Fault fault) {
    this(List.of(fault));
  }

  public Misshapen(List<Fault> faults) {
    super(faults.get(0).key());
    this.faults = List.copyOf(faults);
  }

  /** At least one. */
  public List<Fault> faults() {
    return faults;
  }
}
