package org.greensward.layer.tile;

import java.util.Arrays;

/** Bytes that grow at the end. */
public final class ByteArrayBuilder {
  private static final long[] POWERS = powers();

  private byte[] bytes;
  private int size;

  /**
   * @param room for how many bytes there is to be at first
   */
  public ByteArrayBuilder(int room) {
    this.bytes = new byte[room];
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }

  public void put(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  public void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  public void put(ByteArrayBuilder more) {
    room(more.size);
    System.arraycopy(more.bytes, 0, bytes, size, more.size);
    size += more.size;
  }

  /** A protobuf varint; the value is taken as unsigned. */
  public void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /**
   * A whole number of steps as a decimal fraction, without zeros at its end.
   *
   * @param decimals how many of its digits stand behind the point
   */
  public void decimal(long steps, int decimals) {
    room(32);
    long rest = steps;
    if (rest < 0) {
      bytes[size++] = '-';
      rest = -rest;
    }
    long whole = rest / POWERS[decimals];
    whole(whole);
    long fraction = rest - whole * POWERS[decimals];
    if (fraction == 0) {
      return;
    }
    bytes[size] = '.';
    for (int i = size + decimals; i > size; i--) {
      long tenth = fraction / 10;
      bytes[i] = (byte) ('0' + fraction - tenth * 10);
      fraction = tenth;
    }
    size += decimals + 1;
    while (bytes[size - 1] == '0') {
      size--;
    }
  }

  private void whole(long number) {
    int digits = 1;
    while (digits < POWERS.length && number >= POWERS[digits]) {
      digits++;
    }
    long rest = number;
    for (int i = size + digits - 1; i >= size; i--) {
      long tenth = rest / 10;
      bytes[i] = (byte) ('0' + rest - tenth * 10);
      rest = tenth;
    }
    size += digits;
  }

  public int size() {
    return size;
  }

  /** Drops what stands behind a size. */
  public void clearTo(int earlier) {
    size = earlier;
  }

  public byte[] toArray() {
    return toArray(0);
  }

  public byte[] toArray(int from) {
    return Arrays.copyOfRange(bytes, from, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
