package org.greensward.tile.serve;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.greensward.refusal.NotThere;
import org.greensward.store.KnownRevisions;
import org.springframework.stereotype.Component;

/**
 * What is answered to a request for a tile. The ETag is weak, since the same tile may be compressed
 * in several ways: it says the revision of what lies in the tile, the first day of the span that
 * shows the same, and the format.
 */
@Component
class TileAnswers {
  private static final String REVALIDATE = "no-cache";
  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
  private static final String BRIEFLY = "public, max-age=10";

  private final TileService tiles;
  private final KnownRevisions known;

  TileAnswers(TileService tiles, KnownRevisions known) {
    this.tiles = tiles;
    this.known = known;
  }

  /**
   * An answer.
   *
   * @param tile null when the client has it already
   */
  record Answer(MadeTile tile, TileFormat format, String etag, String cacheControl) {
    /** 200, 204 for an empty vector tile, or 304. */
    int status() {
      if (tile == null) {
        return 304;
      }
      return tile.isEmpty() && format == TileFormat.MVT ? 204 : 200;
    }
  }

  /** Whether an address carries a revision that this node does not know of. */
  boolean isAhead(TileRequest request) {
    return request.revision() != null
        && request.revision() > known.ofLayer(request.key().layer().name());
  }

  /** The answer if it can be given at once, without work; else null. The request is not ahead. */
  Answer findAnswer(TileRequest request) {
    long revision = tiles.revisionOf(request.key());
    String etag = etag(request.key(), revision);
    if (request.etag() != null && request.etag().contains(etag)) {
      return answer(request, null, revision, etag);
    }
    MadeTile tile = tiles.findKept(request.key(), revision);
    return tile == null ? null : answer(request, tile, revision, etag);
  }

  /**
   * The answer, as soon as the tile is made.
   *
   * @throws NotThere when the address carries a revision that the layer does not have yet
   */
  CompletableFuture<Answer> answer(TileRequest request) {
    if (isAhead(request)) {
      known.catchUp();
    }
    if (isAhead(request)) {
      String layer = request.key().layer().name();
      throw new NotThere(
          "Layer "
              + layer
              + " has no revision "
              + request.revision()
              + " yet; it is at "
              + known.ofLayer(layer)
              + ".");
    }
    Answer atOnce = findAnswer(request);
    if (atOnce != null) {
      return CompletableFuture.completedFuture(atOnce);
    }
    long revision = tiles.revisionOf(request.key());
    return tiles
        .tile(request.key())
        .thenApply(tile -> answer(request, tile, revision, etag(request.key(), revision)));
  }

  private static Answer answer(TileRequest request, MadeTile tile, long revision, String etag) {
    return new Answer(tile, request.key().format(), etag, life(request.revision(), revision));
  }

  /**
   * Nothing has changed in the tile from its revision to the layer's: an address that carries one
   * in between stays right for good. One that carries an older gets what is true now, for a moment.
   */
  private static String life(Long asked, long revision) {
    if (asked == null) {
      return REVALIDATE;
    }
    return asked >= revision ? FOR_A_YEAR : BRIEFLY;
  }

  private static String etag(TileKey key, long revision) {
    LocalDate day = key.day();
    return "W/\"" + revision + '.' + day.toEpochDay() + '.' + key.format().extension() + '"';
  }
}
