package org.greensward.tile.serve;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.greensward.error.NotFoundException;
import org.greensward.revision.LayerRevisions;
import org.springframework.stereotype.Component;

/**
 * What is answered to a request for a tile. Its ETag says the revision of what lies in the tile,
 * the first day of the span that shows the same, and the format, so it is known without the tile.
 */
@Component
class TileResponses {
  private final TileService tiles;
  private final LayerRevisions known;

  TileResponses(TileService tiles, LayerRevisions known) {
    this.tiles = tiles;
    this.known = known;
  }

  /**
   * An answer.
   *
   * @param tile null when the client has it already
   */
  record Answer(CachedTile tile, TileFormat format, CachedTile.Tag tag, CachePolicy life) {
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

  /** How long a client may keep a tile without asking again. */
  enum CachePolicy {
    REVALIDATE("no-cache"),
    FOR_A_YEAR("public, max-age=31536000, immutable"),
    BRIEFLY("public, max-age=10");

    private final HttpField field;

    CachePolicy(String value) {
      this.field = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, value);
    }

    HttpField field() {
      return field;
    }
  }

  /** The answer if it can be given at once, without work; else null. The request is not ahead. */
  Answer findAnswer(TileRequest request) {
    long revision = tiles.revisionOf(request.key());
    CachedTile tile = tiles.findKept(request.key(), revision);
    if (tile == null && request.etag() == null) {
      return null;
    }
    CachedTile.Tag tag =
        tile == null
            ? CachedTile.Tag.of(request.key(), revision)
            : tile.tag(request.key(), revision);
    if (request.etag() != null && request.etag().contains(tag.etag())) {
      return answer(request, null, tag);
    }
    return tile == null ? null : answer(request, tile, tag);
  }

  /**
   * The answer, as soon as the tile is made.
   *
   * @throws NotFoundException when the address carries a revision that the layer does not have yet
   */
  CompletableFuture<Answer> answer(TileRequest request) {
    if (isAhead(request)) {
      known.catchUp();
    }
    if (isAhead(request)) {
      String layer = request.key().layer().name();
      throw new NotFoundException(
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
        .thenApply(tile -> answer(request, tile, tile.tag(request.key(), revision)));
  }

  private static Answer answer(TileRequest request, CachedTile tile, CachedTile.Tag tag) {
    return new Answer(tile, request.key().format(), tag, life(request.revision(), tag.revision()));
  }

  /**
   * Nothing has changed in the tile from its revision to the layer's: an address that carries one
   * in between stays right for good. One that carries an older gets what is true now, for a moment.
   */
  private static CachePolicy life(Long asked, long revision) {
    if (asked == null) {
      return CachePolicy.REVALIDATE;
    }
    return asked >= revision ? CachePolicy.FOR_A_YEAR : CachePolicy.BRIEFLY;
  }
}
