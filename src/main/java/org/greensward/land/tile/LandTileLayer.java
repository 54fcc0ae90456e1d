package org.greensward.land.tile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.FeatureTable;
import org.greensward.layer.tile.TileCell;
import org.greensward.layer.tile.TileFrame;
import org.greensward.layer.tile.TileLayer;
import org.greensward.layer.tile.TileSourceCache;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.Generalisation;
import org.greensward.layer.tile.geometry.ShapeClipper;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;
import org.springframework.stereotype.Component;

/**
 * Land as pieces by parish. Below {@link Generalisation#MERGED_BELOW} pieces of the same parish,
 * asset type, keeper and status are one feature, marked {@code merged}, which carries how many
 * pieces it stands for and their true quantity in the whole parish; what is drawn of it are the
 * squares of two pixels in which some of it lies.
 */
@Component
public class LandTileLayer implements TileLayer {
  private static final List<String> PIECE_FIELDS =
      List.of(
          "reference",
          "name",
          "quantity",
          "parish",
          "asset_type",
          "unit",
          "owner",
          "maintainer",
          "looked_after_by",
          "looked_after_by_kind",
          "lot",
          "status",
          "basis");

  private final PieceReader land;
  private final MergedLandWriter merged;
  private final TileSourceCache memory;

  public LandTileLayer(PieceReader land, MergedLandWriter merged, TileSourceCache memory) {
    this.land = land;
    this.merged = merged;
    this.memory = memory;
  }

  @Override
  public String name() {
    return PieceReader.LAYER;
  }

  @Override
  public String description() {
    return "Pieces of land and who looks after them; merged by parish, asset type and keeper below"
        + " zoom "
        + Generalisation.MERGED_BELOW
        + ".";
  }

  @Override
  public int minZoom() {
    return 0;
  }

  @Override
  public List<String> fields() {
    return Stream.concat(PIECE_FIELDS.stream(), Stream.of("merged", "parcels")).toList();
  }

  @Override
  public long write(TileCoord tile, TileDetail detail, LocalDate at, TileWriter out) {
    if (tile.z() < Generalisation.MERGED_BELOW) {
      return merged.write(tile, detail, at, out);
    }
    TileFrame frame = TileFrame.of(tile, detail);
    long revision = Long.MAX_VALUE;
    for (TileCell cell : TileCell.under(tile, ShapeClipper.BUFFER_PIXELS)) {
      PieceBlock block = land.block(cell, at);
      revision = Math.min(revision, block.revision());
      if (block.pieces().write(frame, detail, new AtDate(block.terms().get(at)), out)) {
        memory.weigh(new PieceReader.Key(cell));
      }
    }
    return revision;
  }

  /** The pieces of parcels that exist at the date. */
  private record AtDate(PieceAttributes[] terms) implements FeatureTable.Choice {
    @Override
    public boolean shows(int piece) {
      return terms[piece] != null;
    }

    @Override
    public EncodedProperties shared(int piece) {
      return terms[piece].attributes();
    }
  }
}
