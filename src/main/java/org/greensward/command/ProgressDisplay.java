package org.greensward.command;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.greensward.exchange.ProgressListener;

/**
 * Shows how far an import is: a bar on a terminal, a line a step elsewhere; both on standard error,
 * so that the report on standard output stands alone.
 */
final class ProgressDisplay implements ProgressListener, AutoCloseable {
  private static final int UPDATE_MILLIS = 100;

  private final boolean terminal;
  private ProgressBar bar;
  private String step;

  private ProgressDisplay(boolean terminal) {
    this.terminal = terminal;
  }

  static ProgressDisplay forTerminal() {
    return new ProgressDisplay(System.console() != null);
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
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(now)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
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
