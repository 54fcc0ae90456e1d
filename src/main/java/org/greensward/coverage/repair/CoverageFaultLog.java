package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.coverage.CoverageFault;
import org.greensward.coverage.CoverageFault.Kind;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Collects faults, and joins the places of each border into one. */
final class CoverageFaultLog {
  /** Square metres under which overlaps and gaps of one border are rounding, not faults. */
  static final double NEGLIGIBLE = 1e-3;

  private final List<CoverageFault> faults = new ArrayList<>();
  private final Map<Key, List<Polygon>> places = new LinkedHashMap<>();

  private record Key(Kind kind, List<String> codes, String receiver) {}

  /** A fault of its own, without a receiver. */
  void add(Kind kind, List<String> codes, double areaM2, String detail, Geometry evidence) {
    faults.add(new CoverageFault(kind, codes, null, areaM2, 1, inside(evidence), detail, evidence));
  }

  /** A fault of its own, with its area as evidence. */
  void add(Kind kind, List<String> codes, String receiver, Geometry area) {
    faults.add(new CoverageFault(kind, codes, receiver, area.getArea(), 1, inside(area), "", area));
  }

  /** One place of an overlap or of a closed gap. */
  void addPlace(FaceAssigner.Finding finding, List<String> names) {
    List<String> codes = Arrays.stream(finding.cells()).mapToObj(names::get).toList();
    Key key = new Key(finding.kind(), codes, names.get(finding.receiver()));
    places.computeIfAbsent(key, k -> new ArrayList<>()).add(finding.face());
  }

  /** All faults, by kind, code and place. */
  List<CoverageFault> list() {
    List<CoverageFault> all = new ArrayList<>(faults);
    places.forEach(
        (key, faces) -> {
          Geometry area = CoverageUnion.union(faces.toArray(Geometry[]::new));
          if (area.getArea() >= NEGLIGIBLE) {
            all.add(
                new CoverageFault(
                    key.kind,
                    key.codes,
                    key.receiver,
                    area.getArea(),
                    area.getNumGeometries(),
                    inside(area),
                    "",
                    area));
          }
        });
    all.sort(
        Comparator.comparing(CoverageFault::kind)
            .thenComparing(fault -> String.join(" ", fault.codes()))
            .thenComparing(fault -> fault.evidence().norm()));
    return List.copyOf(all);
  }

  private static Coordinate inside(Geometry evidence) {
    Geometry largest = evidence;
    for (int i = 0; i < evidence.getNumGeometries(); i++) {
      if (i == 0 || evidence.getGeometryN(i).getArea() > largest.getArea()) {
        largest = evidence.getGeometryN(i);
      }
    }
    return largest.isEmpty() ? null : largest.getInteriorPoint().getCoordinate();
  }
}
