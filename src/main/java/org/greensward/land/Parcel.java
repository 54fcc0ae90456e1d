package org.greensward.land;

import java.time.LocalDate;
import org.greensward.land.shape.ShapeJson;
import org.locationtech.jts.geom.Geometry;

/**
 * A parcel as it is edited.
 *
 * @param version changes with every change of its row
 * @param measured as surveyed, in its unit; null: as drawn
 * @param until the day after its last; null while it has no end
 * @param maintainer null where no party has it for itself
 */
public record Parcel(
    long id,
    String version,
    String reference,
    String assetType,
    String label,
    String unit,
    String name,
    Double measured,
    double drawn,
    double quantity,
    Geometry shape,
    LocalDate from,
    LocalDate until,
    String owner,
    String maintainer,
    String lot,
    String regime) {

  /** As the editor takes it. */
  public String json() {
    return ShapeJson.write(shape);
  }
}
