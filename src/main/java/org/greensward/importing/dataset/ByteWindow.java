package org.greensward.importing.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file read at places that mostly follow each other. */
final class ByteWindow implements AutoCloseable {
  private static final int SIZE = 1 << 16;
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(SIZE).limit(0);
  private long start;

  ByteWindow(Path file) throws IOException {
    channel = FileChannel.open(file);
    size = channel.size();
  }

  long size() {
    return size;
  }

  byte at(long position) throws IOException {
    return window.get(index(position, 1));
  }

  int bigInt(long position) throws IOException {
    return window.order(ByteOrder.BIG_ENDIAN).getInt(index(position, 4));
  }

  int littleInt(long position) throws IOException {
    return window.order(ByteOrder.LITTLE_ENDIAN).getInt(index(position, 4));
  }

  byte[] bytes(long position, int count) throws IOException {
    byte[] bytes = new byte[count];
    window.get(index(position, count), bytes);
    return bytes;
  }

  private int index(long position, int count) throws IOException {
    if (position < start || position + count > start + window.limit()) {
      window.clear();
      start = position;
      while (window.hasRemaining() && channel.read(window, start + window.position()) >= 0) {
        // Reads on until the window is full or the file ends.
      }
      window.flip();
      if (position + count > start + window.limit()) {
        throw new EOFException("it ends at byte " + size);
      }
    }
    return (int) (position - start);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
