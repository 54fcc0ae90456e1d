package org.greensward.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Stops taking bytes after a time, so that a client who reads slowly does not hold a place for
 * ever.
 */
public final class DeadlineOutputStream extends FilterOutputStream {
  private final long end;

  public DeadlineOutputStream(OutputStream out, Duration time) {
    super(out);
    this.end = System.nanoTime() + time.toNanos();
  }

  @Override
  public void write(int b) throws IOException {
    check();
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    check();
    out.write(bytes, from, length);
  }

  private void check() throws IOException {
    if (System.nanoTime() > end) {
      throw new IOException("the download took too long");
    }
  }
}
