package org.greensward.layer.tile.geometry;

import java.util.function.ObjIntConsumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;

/** Changes the coordinates of a geometry in place, one after the other. */
record OrdinateFilter(ObjIntConsumer<CoordinateSequence> change)
    implements CoordinateSequenceFilter {

  @Override
  public void filter(CoordinateSequence sequence, int i) {
    change.accept(sequence, i);
  }

  @Override
  public boolean isDone() {
    return false;
  }

  @Override
  public boolean isGeometryChanged() {
    return true;
  }
}
