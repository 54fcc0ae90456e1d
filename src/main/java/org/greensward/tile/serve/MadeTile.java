package org.greensward.tile.serve;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** A tile's bytes, compressed. */
public final class MadeTile {
  private static final int OBJECTS = 300;

  private final long revision;
  private final int features;
  private final byte[] gzip;
  private final AtomicInteger asked;
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
  MadeTile(long revision, int features, byte[] gzip) {
    this(revision, features, gzip, new AtomicInteger());
  }

  private MadeTile(long revision, int features, byte[] gzip, AtomicInteger asked) {
    this.revision = revision;
    this.features = features;
    this.gzip = gzip;
    this.asked = asked;
  }

  /** The same tile, compressed anew. */
  MadeTile with(byte[] smaller) {
    return new MadeTile(revision, features, smaller, asked);
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

  byte[] gzip() {
    return gzip;
  }

  ByteBuffer gzipBuffer() {
    return ByteBuffer.wrap(gzip).asReadOnlyBuffer();
  }

  /** The bytes as they were before compression. */
  public byte[] bytes() {
    return Gzip.expand(gzip);
  }

  /** Counts that somebody asks for it; how often it was asked for now. */
  int ask() {
    return asked.incrementAndGet();
  }

  /** Roughly how many bytes it takes in memory. */
  int weight() {
    return OBJECTS + gzip.length;
  }
}
