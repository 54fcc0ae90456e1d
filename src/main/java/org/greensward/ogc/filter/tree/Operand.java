package org.greensward.ogc.filter.tree;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;

/** What a predicate is said of: a property, a value, or a predicate as a value. */
public sealed interface Operand permits Operand.Value, Predicate {
  Queryable.Type type();

  /** An operand that is no predicate. */
  sealed interface Value extends Operand {}

  /** A property that is known to be one. */
  record Property(Queryable queryable) implements Value {
    @Override
    public Queryable.Type type() {
      return queryable.type();
    }
  }

  /** A text, escapes resolved. */
  record Text(String value) implements Value {
    @Override
    public Queryable.Type type() {
      return Queryable.Type.TEXT;
    }
  }

  /** A text without its letter case: {@code CASEI(...)}. */
  record Folded(Value text) implements Value {
    @Override
    public Queryable.Type type() {
      return Queryable.Type.TEXT;
    }
  }

  /** A number that PostgreSQL can make any of its number types of. */
  record Number(BigDecimal value) implements Value {
    @Override
    public Queryable.Type type() {
      return Queryable.Type.NUMBER;
    }
  }

  /** A day, of no time zone. */
  record Day(LocalDate value) implements Value {
    @Override
    public Queryable.Type type() {
      return Queryable.Type.DATE;
    }
  }

  /** A moment. */
  record Time(Instant value) implements Value {
    @Override
    public Queryable.Type type() {
      return Queryable.Type.TIMESTAMP;
    }
  }

  /** From one moment to another, both included; null is an end that is open. */
  record Interval(Value from, Value to) implements Value {
    /** Of its ends: a date if one of them is. */
    @Override
    public Queryable.Type type() {
      boolean day =
          from != null && from.type() == Queryable.Type.DATE
              || to != null && to.type() == Queryable.Type.DATE;
      return day ? Queryable.Type.DATE : Queryable.Type.TIMESTAMP;
    }
  }

  /** A valid geometry in the coordinates of the filter, x before y, without heights. */
  record Shape(Geometry geometry) implements Value {
    @Override
    public Queryable.Type type() {
      return Queryable.Type.GEOMETRY;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Shape shape && geometry.equalsExact(shape.geometry);
    }

    @Override
    public int hashCode() {
      return geometry.hashCode();
    }
  }
}
