package luodi.synthetic.key;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import luodi.fault.Fault;
import luodi.synthetic.draw.Dice;

/**
 * Spots and plots with what lies there, half of them within 50 m of an edge. Per province 2,500
 * spots and 125 plots.
 */
public record AnswerKey(List<Spot> spots, List<Plot> plots) {
  static final int SPOTS_PER_PROVINCE = 2_500;
  static final int PLOTS_PER_PROVINCE = 125;

  private static final int STEPS = 100;

  public AnswerKey {
    spots = List.copyOf(spots);
    plots = List.copyOf(plots);
  }

  /** Is told how far the work has come. */
  @FunctionalInterface
  public interface Progress {
    void reached(int done, int all);
  }

  /** Draws the key, many at a time: each spot and plot has a stream of chance of its own. */
  public static AnswerKey of(Known known, Progress progress) {
    int provinces = (int) known.counties().stream().map(Known.Piece::province).distinct().count();
    Reference reference = new Reference(known);
    Edges edges = new Edges(known);
    Dice dice = Dice.of(known.seed()).on("answer-key");
    int spotCount = provinces * SPOTS_PER_PROVINCE;
    int plotCount = provinces * PLOTS_PER_PROVINCE;
    Counter counter = new Counter(spotCount + plotCount, progress);
    Spots spots = new Spots(known, reference, edges);
    Plots plots = new Plots(known, reference, edges);
    return new AnswerKey(
        drawn(spotCount, i -> spots.draw(i, dice.on("spot").on(Integer.toString(i))), counter),
        drawn(plotCount, i -> plots.draw(i, dice.on("plot").on(Integer.toString(i))), counter));
  }

  private static <T> List<T> drawn(int count, IntFunction<T> draw, Counter counter) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            i -> {
              T drawn = draw.apply(i);
              counter.another();
              return drawn;
            })
        .toList();
  }

  /** Tells of every hundredth part. */
  private static final class Counter {
    private final int all;
    private final Progress progress;
    private int done;

    Counter(int all, Progress progress) {
      this.all = all;
      this.progress = progress;
    }

    synchronized void another() {
      done++;
      if (done % Math.max(1, all / STEPS) == 0 || done == all) {
        progress.reached(done, all);
      }
    }
  }

  /** Writes {@code spots.jsonl} and {@code plots.jsonl}, one per line, UTF-8. */
  public void writeTo(Path directory) {
    try {
      Files.createDirectories(directory);
      write(directory.resolve("spots.jsonl"), spots, KeyJson::line);
      write(directory.resolve("plots.jsonl"), plots, KeyJson::line);
    } catch (IOException unwritable) {
      throw Fault.UNAVAILABLE
          .because(
              "The answer key cannot be written to '%s'; free some space or name another"
                  + " directory.",
              directory)
          .causedBy(unwritable);
    }
  }

  private static <T> void write(Path file, List<T> things, Function<T, String> line)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (T thing : things) {
        out.write(line.apply(thing));
        out.write('\n');
      }
    }
  }
}
