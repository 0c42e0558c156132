package luodi.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * A bar on the terminal that says how far a long piece of work has come; one line per step where
 * there is no terminal.
 */
final class Progress {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private String lastWhat = "";
  private int lastPercent = -1;

  Progress(PrintStream out) {
    this(new PrintWriter(out, true, StandardCharsets.UTF_8));
  }

  Progress(PrintWriter out) {
    this.out = out;
    this.terminal = System.console() != null;
  }

  /** Tells that {@code done} of {@code all} are done. */
  synchronized void tell(String what, long done, long all) {
    int percent = all == 0 ? 100 : (int) (done * 100 / all);
    if (!what.equals(lastWhat)) {
      lastWhat = what;
      lastPercent = -1;
    }
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
    lastPercent = percent;
    out.flush();
  }
}
