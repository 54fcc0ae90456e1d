package org.greensward.tile.serve;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** A tile's bytes, compressed. */
public final class CachedTile {
  private static final int OBJECTS = 300;

  private final long revision;
  private final int features;
  private final ByteBuffer gzip;
  private int asked;
  private volatile Tag tag;

  /** The ETag for a revision of what lies in the tile, and as the bytes of a header. */
  record Tag(long revision, String etag, HttpField field) {
    static Tag of(TileKey key, long revision) {
      String etag = key.etag(revision);
      return new Tag(revision, etag, new PreEncodedHttpField(HttpHeader.ETAG, etag));
    }
  }

  /**
   * @param revision of the layer that all rows in it are of, or of a later one
   * @param features how many it has
   */
  CachedTile(long revision, int features, byte[] gzip) {
    this(revision, features, ByteBuffer.wrap(gzip));
  }

  private CachedTile(long revision, int features, ByteBuffer gzip) {
    this.revision = revision;
    this.features = features;
    this.gzip = gzip;
  }

  /**
   * The same tile, compressed anew, for one that is often asked for: its bytes lie outside the
   * heap, from where they are sent without a copy.
   */
  CachedTile with(byte[] smaller) {
    ByteBuffer direct = ByteBuffer.allocateDirect(smaller.length).put(smaller).flip();
    CachedTile same = new CachedTile(revision, features, direct);
    same.asked = asked;
    return same;
  }

  long revision() {
    return revision;
  }

  /**
   * The tile's ETag, remembered.
   *
   * @param known the revision that this node knows for what lies in the tile
   */
  Tag tag(TileKey key, long known) {
    Tag current = tag;
    if (current == null || current.revision != known) {
      current = Tag.of(key, known);
      tag = current;
    }
    return current;
  }

  boolean isEmpty() {
    return features == 0;
  }

  /** How many bytes it has, compressed. */
  int size() {
    return gzip.limit();
  }

  byte[] gzip() {
    byte[] copy = new byte[gzip.limit()];
    gzip.get(0, copy);
    return copy;
  }

  /** The compressed bytes, for reading once. */
  ByteBuffer gzipBuffer() {
    return gzip.duplicate();
  }

  /** The bytes as they were before compression. */
  public byte[] bytes() {
    return Gzip.expand(gzip());
  }

  /**
   * Counts that somebody asks for it, up to a number.
   *
   * @return whether that number is reached now; of several who ask at once more than one may hear
   *     it
   */
  boolean isAskedTimes(int number) {
    return asked < number && ++asked == number;
  }

  /** Roughly how many bytes it takes in memory. */
  int weight() {
    return OBJECTS + gzip.limit();
  }
}
