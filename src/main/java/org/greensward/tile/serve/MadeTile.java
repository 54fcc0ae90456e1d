package org.greensward.tile.serve;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A tile's bytes, compressed. */
public final class MadeTile {
  private static final int OBJECTS = 300;

  private final long revision;
  private final int features;
  private final byte[] gzip;
  private final AtomicInteger asked;

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
