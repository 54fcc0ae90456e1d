package org.greensward.tile.serve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** Compresses whole tiles in the gzip format (RFC 1952). */
final class Gzip {
  /** For a tile that somebody waits for. */
  static final int FAST = 1;

  /** For a tile that many ask for. */
  static final int SMALL = 9;

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1};
  private static final int TRAILER = 8;

  /** Deflaters hold memory outside the heap; each thread has its own for good. */
  private static final ThreadLocal<Deflater> FAST_DEFLATER =
      ThreadLocal.withInitial(() -> new Deflater(FAST, true));

  private Gzip() {}

  static byte[] compress(byte[] bytes, int level) {
    if (level == FAST) {
      return compress(bytes, FAST_DEFLATER.get());
    }
    Deflater deflater = new Deflater(level, true);
    try {
      return compress(bytes, deflater);
    } finally {
      deflater.end();
    }
  }

  private static byte[] compress(byte[] bytes, Deflater deflater) {
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[HEADER.length + TRAILER + 64 + bytes.length / 4];
    System.arraycopy(HEADER, 0, out, 0, HEADER.length);
    int size = HEADER.length;
    while (!deflater.finished()) {
      if (out.length - size <= TRAILER) {
        out = Arrays.copyOf(out, 2 * out.length);
      }
      size += deflater.deflate(out, size, out.length - size - TRAILER);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    size = little(out, size, (int) crc.getValue());
    size = little(out, size, bytes.length);
    return Arrays.copyOf(out, size);
  }

  private static int little(byte[] out, int at, int number) {
    for (int i = 0; i < Integer.BYTES; i++) {
      out[at + i] = (byte) (number >>> 8 * i);
    }
    return at + Integer.BYTES;
  }

  static byte[] expand(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(4 * gzip.length);
      in.transferTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes that were compressed here cannot be expanded", e);
    }
  }
}
