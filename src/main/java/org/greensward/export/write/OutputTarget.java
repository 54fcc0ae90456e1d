package org.greensward.export.write;

import java.io.IOException;
import java.io.OutputStream;

/** Where a file goes. */
@FunctionalInterface
public interface OutputTarget {
  /**
   * Opens it, once, as late as can be: up to then another answer may be given. Whoever made the
   * target closes the stream.
   *
   * @param bytes how many will come; -1 where that is not known
   */
  OutputStream open(long bytes) throws IOException;
}
