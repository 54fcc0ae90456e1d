package org.greensward.ogc.filter.ecql;

import org.geotools.api.feature.type.Name;
import org.geotools.api.filter.MultiValuedFilter.MatchAction;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.filter.FilterFactoryImpl;
import org.greensward.error.UserException;
import org.greensward.ogc.filter.tree.FilterErrors;

/**
 * Builds what GeoTools' parser finds, but no functions, which would be looked for in all of
 * GeoTools, and no coordinate systems, which would wake its EPSG database.
 */
final class EcqlFactory extends FilterFactoryImpl {
  private UserException refused;

  /** What was refused, or null; the parser tells of it in words of its own. */
  UserException refused() {
    return refused;
  }

  private UserException refusing(UserException refusal) {
    refused = refusal;
    return refusal;
  }

  @Override
  @SuppressWarnings("Overrides") // GeoTools declares it both ways
  public Function function(String name, Expression... arguments) {
    throw refusing(FilterErrors.function(0, name));
  }

  @Override
  public Function function(Name name, Expression... arguments) {
    throw refusing(FilterErrors.function(0, name.getLocalPart()));
  }

  @Override
  public Function function(String name, Expression argument) {
    throw refusing(FilterErrors.function(0, name));
  }

  @Override
  public Function function(String name, Expression first, Expression second) {
    throw refusing(FilterErrors.function(0, name));
  }

  @Override
  public Function function(String name, Expression first, Expression second, Expression third) {
    throw refusing(FilterErrors.function(0, name));
  }

  @Override
  public BBOX bbox(
      Expression geometry,
      double x1,
      double y1,
      double x2,
      double y2,
      String crs,
      MatchAction action) {
    if (crs != null && !crs.isBlank()) {
      throw FilterErrors.at(
          0, "a BBOX takes a geometry and four numbers; filter-crs names the coordinate system");
    }
    return super.bbox(geometry, x1, y1, x2, y2, null, action);
  }

  @Override
  public BBOX bbox(Expression geometry, double x1, double y1, double x2, double y2, String crs) {
    return bbox(geometry, x1, y1, x2, y2, crs, MatchAction.ANY);
  }

  @Override
  public BBOX bbox(String geometry, double x1, double y1, double x2, double y2, String crs) {
    return bbox(property(geometry), x1, y1, x2, y2, crs, MatchAction.ANY);
  }

  @Override
  public BBOX bbox(
      String geometry, double x1, double y1, double x2, double y2, String crs, MatchAction action) {
    return bbox(property(geometry), x1, y1, x2, y2, crs, action);
  }
}
