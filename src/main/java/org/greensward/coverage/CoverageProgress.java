package org.greensward.coverage;

/** Hears how far a long piece of work has come. Called from the thread that does the work. */
@FunctionalInterface
public interface CoverageProgress {
  CoverageProgress NONE = (step, done, total) -> {};

  /**
   * @param step what is being done, in a few words, such as {@code repairing borders}
   * @param done how much of this step is finished, 0 to {@code total}
   * @param total how much there is to this step
   */
  void at(String step, int done, int total);
}
