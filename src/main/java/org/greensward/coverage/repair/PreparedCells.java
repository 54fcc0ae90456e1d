package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greensward.coverage.CoverageCell;
import org.greensward.coverage.CoverageFault.Kind;
import org.greensward.coverage.CoverageProgress;
import org.greensward.coverage.Polygons;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * The cells that a repair works on: one for each code, in order of code, each valid by itself, and
 * no two with the same shape.
 */
final class PreparedCells {
  /** Codes in order; a cell is its index in here. */
  final List<String> codes;

  /** What came in, repaired where it was invalid; given back where nothing else has to change. */
  final Geometry[] sound;

  /** The same without repeated points, and empty for the second and later of equal shapes. */
  final Geometry[] work;

  /** The cells whose geometry in {@link #work} is not what came in, nor its sound form. */
  final BitSet replaced = new BitSet();

  private final BitSet mended = new BitSet();
  private final CoverageFaultLog faults;

  PreparedCells(List<CoverageCell> cells, CoverageFaultLog faults, CoverageProgress progress) {
    this.faults = faults;
    Map<String, List<Geometry>> rows = new TreeMap<>();
    for (CoverageCell cell : cells) {
      rows.computeIfAbsent(cell.code(), k -> new ArrayList<>()).add(cell.geometry());
    }
    codes = List.copyOf(rows.keySet());
    sound = new Geometry[codes.size()];
    work = new Geometry[codes.size()];
    for (int cell = 0; cell < sound.length; cell++) {
      progress.at("checking polygons", cell, sound.length);
      List<Geometry> came = rows.get(codes.get(cell));
      sound[cell] = join(codes.get(cell), came);
      mended.set(cell, came.size() > 1 || sound[cell] != came.get(0));
      work[cell] = withoutRepeatedPoints(sound[cell]);
    }
    progress.at("checking polygons", sound.length, sound.length);
    removeDuplicates();
  }

  /** The codes of cells. */
  List<String> names(int... cells) {
    return Arrays.stream(cells).mapToObj(codes::get).toList();
  }

  /** What became of a cell. */
  Geometry result(String code) {
    int cell = Collections.binarySearch(codes, code);
    return replaced.get(cell) ? work[cell] : sound[cell];
  }

  /** The codes of all cells that don't come back as they came in. */
  Set<String> changed() {
    BitSet cells = (BitSet) replaced.clone();
    cells.or(mended);
    Set<String> changed = new TreeSet<>();
    cells.stream().mapToObj(codes::get).forEach(changed::add);
    return Collections.unmodifiableSet(changed);
  }

  private Geometry join(String code, List<Geometry> rows) {
    List<Geometry> valid = new ArrayList<>();
    rows.forEach(row -> valid.add(makeValid(code, row)));
    Geometry joined = rows.size() == 1 ? valid.get(0) : OverlayNGRobust.union(valid);
    if (rows.size() > 1) {
      String detail = "%d rows were joined".formatted(rows.size());
      double twice = valid.stream().mapToDouble(Geometry::getArea).sum() - joined.getArea();
      faults.add(Kind.REPEATED_CODE, List.of(code), Math.max(0, twice), detail, joined);
    }
    if (joined.isEmpty()) {
      faults.add(Kind.EMPTY, List.of(code), 0, "no area", joined);
    }
    // An empty one of another type holds nothing to keep.
    return joined instanceof Polygonal ? joined : joined.getFactory().createMultiPolygon();
  }

  private Geometry makeValid(String code, Geometry row) {
    TopologyValidationError error = new IsValidOp(row).getValidationError();
    if (error == null) {
      return row;
    }
    Geometry valid = GeometryFixer.fix(row);
    String detail =
        "%s; area %.1f m2 before, %.1f m2 after"
            .formatted(error.getMessage(), row.getArea(), valid.getArea());
    double change = Math.abs(valid.getArea() - row.getArea());
    Geometry place = row.getFactory().createPoint(error.getCoordinate());
    faults.add(Kind.INVALID_RING, List.of(code), change, detail, place);
    return valid;
  }

  private static Geometry withoutRepeatedPoints(Geometry geometry) {
    var edit =
        new GeometryEditor.CoordinateOperation() {
          private boolean edited;

          @Override
          public Coordinate[] edit(Coordinate[] line, Geometry ring) {
            boolean repeats =
                ring instanceof LinearRing && CoordinateArrays.hasRepeatedPoints(line);
            edited |= repeats;
            return repeats ? CoordinateArrays.removeRepeatedPoints(line) : line;
          }
        };
    Geometry copy = new GeometryEditor(geometry.getFactory()).edit(geometry, edit);
    return edit.edited ? copy : geometry;
  }

  private void removeDuplicates() {
    Map<Envelope, List<Integer>> alike = new LinkedHashMap<>();
    for (int cell = 0; cell < work.length; cell++) {
      if (!work[cell].isEmpty()) {
        alike.computeIfAbsent(work[cell].getEnvelopeInternal(), k -> new ArrayList<>()).add(cell);
      }
    }
    for (List<Integer> group : alike.values()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          removeIfSame(group.get(i), group.get(j));
        }
      }
    }
  }

  private void removeIfSame(int first, int second) {
    Geometry shape = work[second];
    if (!shape.isEmpty()
        && shape.getNumPoints() == work[first].getNumPoints()
        && shape.norm().equalsExact(polygonsOf(work[first], shape))) {
      List<String> both = Arrays.asList(codes.get(first), codes.get(second));
      faults.add(Kind.DUPLICATE_GEOMETRY, both, codes.get(first), shape);
      work[second] = shape.getFactory().createMultiPolygon();
      replaced.set(second);
    }
  }

  /** The first as the type of the second, so that a MultiPolygon of one equals its Polygon. */
  private static Geometry polygonsOf(Geometry geometry, Geometry like) {
    boolean toMulti = like.getNumGeometries() == 1 && like.getGeometryType().equals("MultiPolygon");
    Geometry single = geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
    return (toMulti ? Polygons.multi(single) : single).norm();
  }
}
