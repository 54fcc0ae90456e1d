package org.greensward.status.tile;

import java.util.ArrayList;
import java.util.List;
import org.greensward.coverage.CoverageCell;
import org.greensward.coverage.CoverageSimplification;
import org.greensward.coverage.SharedBorders;
import org.greensward.coverage.SharedBorders.Border;
import org.greensward.database.PublicDataSource;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.GeometryColumn;
import org.greensward.layer.tile.TileSource;
import org.greensward.layer.tile.TileSourceCache;
import org.greensward.layer.tile.geometry.GridGeometryBuilder;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.TileDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The parishes' boundaries, those without an end, thinned out together for each zoom, so that
 * neighbours still meet exactly and the border lines are the polygons' own.
 */
@Component
public class ParishCoverageCache {
  /** The layer that counts changes to the shape of the boundaries alone. */
  static final String LAYER = "coverage";

  private static final int BYTES_OF_A_VERTEX = 40;

  private final JdbcClient jdbc;
  private final TileSourceCache memory;

  public ParishCoverageCache(@PublicDataSource JdbcClient jdbc, TileSourceCache memory) {
    this.jdbc = jdbc;
    this.memory = memory;
  }

  /** The cells as they were imported. */
  private record Source(long revision, List<CoverageCell> cells) implements TileSource {
    @Override
    public int weight() {
      return 1000
          + cells.stream()
              .mapToInt(cell -> 300 + BYTES_OF_A_VERTEX * cell.geometry().getNumPoints())
              .sum();
    }
  }

  private record SourceKey() {}

  private record Key(TileDetail detail) {}

  /**
   * Parishes and borders at one detail.
   *
   * @param codes the parishes' codes, in the order of their shapes
   * @param sides what lies left and right of each border, in the order of the lines
   */
  record GeneralizedCoverage(
      long revision,
      String[] codes,
      PackedGeometries parishes,
      List<Sides> sides,
      PackedGeometries lines)
      implements TileSource {
    @Override
    public int weight() {
      return 1000 + 60 * codes.length + 140 * sides.size() + parishes.weight() + lines.weight();
    }
  }

  /**
   * The parishes on the two sides of a border.
   *
   * @param id stable; two parishes may meet along several stretches, which are told apart by where
   *     they begin
   * @param right null along the outer edge of all parishes
   */
  record Sides(byte[] id, String left, String right) {
    static Sides of(Border border) {
      var start = border.line().getCoordinateN(0);
      String right = border.findRight().orElse(null);
      String id =
          "%s|%s|%d,%d"
              .formatted(
                  border.left(),
                  right == null ? "" : right,
                  Math.round(start.x),
                  Math.round(start.y));
      return new Sides(EncodedProperties.text(id), border.left(), right);
    }
  }

  /**
   * @param revision of {@link #LAYER}, at least
   */
  GeneralizedCoverage at(TileDetail detail, long revision) {
    return memory.get(new Key(detail), revision, () -> print(detail, revision));
  }

  private GeneralizedCoverage print(TileDetail detail, long revision) {
    Source source =
        memory.get(new SourceKey(), revision, () -> memory.read(LAYER, this::readSource));
    List<CoverageCell> cells = CoverageSimplification.simplify(source.cells, detail.tolerance());
    PackedGeometries.Builder parishes = new PackedGeometries.Builder();
    GridGeometryBuilder parishMaker = new GridGeometryBuilder(parishes);
    cells.forEach(cell -> parishMaker.add(cell.geometry(), detail.grid()));
    List<Sides> sides = new ArrayList<>();
    PackedGeometries.Builder lines = new PackedGeometries.Builder();
    GridGeometryBuilder lineMaker = new GridGeometryBuilder(lines);
    for (Border border : SharedBorders.of(cells)) {
      sides.add(Sides.of(border));
      lineMaker.add(border.line(), detail.grid());
    }
    return new GeneralizedCoverage(
        source.revision,
        cells.stream().map(CoverageCell::code).toArray(String[]::new),
        parishes.build(),
        sides,
        lines.build());
  }

  private Source readSource(long revision) {
    return new Source(
        revision,
        jdbc.sql(
                """
                SELECT code, ST_AsBinary(ST_Transform(geom, 3857)) AS shape FROM parish
                WHERE upper_inf(valid) ORDER BY code
                """)
            .query(
                (row, n) ->
                    new CoverageCell(
                        row.getString("code"), GeometryColumn.read(row.getBytes("shape"))))
            .list());
  }
}
