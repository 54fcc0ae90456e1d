package org.greensward.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.greensward.layer.importing.ProgressListener;

/**
 * Shows how far an import is: a bar on a terminal, a line a step elsewhere; both on standard error,
 * so that the report on standard output stands alone. The {@code greensward} script says whether
 * standard error is a terminal, and how wide: asking it from here would load native code.
 */
final class ProgressDisplay implements ProgressListener, AutoCloseable {
  private static final int UPDATE_MILLIS = 100;

  /** How wide the terminal is; 0: there is none. */
  private final int columns;

  private ProgressBar bar;
  private String step;

  private ProgressDisplay(int columns) {
    this.columns = columns;
  }

  static ProgressDisplay forTerminal() {
    return new ProgressDisplay(Integer.getInteger("greensward.terminal.columns", 0));
  }

  @Override
  public void at(String now, long done, long total) {
    if (!now.equals(step)) {
      begin(now, total);
    }
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    }
  }

  private void begin(String now, long total) {
    close();
    step = now;
    if (columns > 0) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(now)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, columns - 1))
              .clearDisplayOnFinish()
              .build();
    } else {
      System.err.println(now + " ...");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
