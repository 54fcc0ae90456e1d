package org.greensward.tile.layer;

import java.util.ArrayList;
import java.util.List;
import org.greensward.geometry.CoverageCell;
import org.greensward.geometry.CoverageSimplification;
import org.greensward.geometry.SharedBorders;
import org.greensward.geometry.SharedBorders.Border;
import org.greensward.store.AsPublic;
import org.greensward.tile.encode.Attributes;
import org.greensward.tile.shape.Detail;
import org.greensward.tile.shape.ShapeMaker;
import org.greensward.tile.shape.Shapes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The parishes' boundaries, those without an end, thinned out together for each zoom, so that
 * neighbours still meet exactly and the border lines are the polygons' own.
 */
@Component
class Coverage {
  /** The layer that counts changes to the shape of the boundaries alone. */
  static final String LAYER = "coverage";

  private static final int BYTES_OF_A_VERTEX = 40;

  private final JdbcClient jdbc;
  private final PreparedMemory memory;

  Coverage(@AsPublic JdbcClient jdbc, PreparedMemory memory) {
    this.jdbc = jdbc;
    this.memory = memory;
  }

  /** The cells as they were imported. */
  private record Source(long revision, List<CoverageCell> cells) implements Prepared {
    @Override
    public int weight() {
      return 1000
          + cells.stream()
              .mapToInt(cell -> 300 + BYTES_OF_A_VERTEX * cell.geometry().getNumPoints())
              .sum();
    }
  }

  private record SourceKey() {}

  private record Key(Detail detail) {}

  /**
   * Parishes and borders at one detail.
   *
   * @param codes the parishes' codes, in the order of their shapes
   * @param sides what lies left and right of each border, in the order of the lines
   */
  record Prints(long revision, String[] codes, Shapes parishes, List<Sides> sides, Shapes lines)
      implements Prepared {
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
      return new Sides(Attributes.text(id), border.left(), right);
    }
  }

  /**
   * @param revision of {@link #LAYER}, at least
   */
  Prints at(Detail detail, long revision) {
    return memory.get(new Key(detail), revision, () -> print(detail, revision));
  }

  private Prints print(Detail detail, long revision) {
    Source source =
        memory.get(new SourceKey(), revision, () -> memory.read(LAYER, this::readSource));
    List<CoverageCell> cells = CoverageSimplification.simplify(source.cells, detail.tolerance());
    Shapes.Builder parishes = new Shapes.Builder();
    ShapeMaker parishMaker = new ShapeMaker(parishes);
    cells.forEach(cell -> parishMaker.add(cell.geometry(), detail.grid()));
    List<Sides> sides = new ArrayList<>();
    Shapes.Builder lines = new Shapes.Builder();
    ShapeMaker lineMaker = new ShapeMaker(lines);
    for (Border border : SharedBorders.of(cells)) {
      sides.add(Sides.of(border));
      lineMaker.add(border.line(), detail.grid());
    }
    return new Prints(
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
                    new CoverageCell(row.getString("code"), Wkb.read(row.getBytes("shape"))))
            .list());
  }
}
