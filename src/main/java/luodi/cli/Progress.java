package luodi.cli;

import java.io.PrintStream;

/**
 * A bar on the terminal that says how far a long piece of work has come; one line per step where
 * there is no terminal.
 */
final class Progress {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private int lastPercent = -1;

  Progress(PrintStream out) {
    this.out = out;
    this.terminal = System.console() != null;
  }

  /** Tells that {@code done} of {@code all} are done. */
  synchronized void tell(String what, long done, long all) {
    int percent = all == 0 ? 100 : (int) (done * 100 / all);
    if (terminal && percent != lastPercent) {
      int full = percent * WIDTH / 100;
      out.printf(
          "\r%-28s [%s%s] %3d %%", what, "#".repeat(full), ".".repeat(WIDTH - full), percent);
      if (percent == 100) {
        out.println();
      }
    } else if (!terminal && (percent / 25 != lastPercent / 25 || lastPercent < 0)) {
      out.printf("%s: %d %%%n", what, percent);
    }
    lastPercent = percent == 100 ? -1 : percent;
  }
}
