package org.greensward.layer.importing;

/** Hears how far an import has come; called from the thread that does the work. */
@FunctionalInterface
public interface ProgressListener {
  ProgressListener NONE = (step, done, total) -> {};

  /**
   * @param step what is being done, in a few words, such as {@code Reading}
   * @param done how much of this step is finished
   * @param total how much there is to this step; -1 where that is not known
   */
  void at(String step, long done, long total);
}
