package org.greensward.tile.encode;

import java.util.Arrays;

/** Bytes that grow at the end. */
final class Bytes {
  private byte[] bytes = new byte[8192];
  private int size;

  void put(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  void put(Bytes more) {
    room(more.size);
    System.arraycopy(more.bytes, 0, bytes, size, more.size);
    size += more.size;
  }

  /** A protobuf varint; the value is taken as unsigned. */
  void varint(long value) {
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
  void decimal(long steps, int decimals) {
    room(24);
    long rest = steps;
    int left = decimals;
    while (left > 0 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    if (rest < 0) {
      bytes[size++] = '-';
      rest = -rest;
    }
    int digits = Math.max(digits(rest), left + 1);
    int end = size + digits + (left > 0 ? 1 : 0);
    size = end;
    for (int i = 0; i < digits; i++) {
      if (i == left && left > 0) {
        bytes[--end] = '.';
      }
      bytes[--end] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  int size() {
    return size;
  }

  /** Drops what stands behind a size. */
  void clearTo(int earlier) {
    size = earlier;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
