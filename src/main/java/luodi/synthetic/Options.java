package luodi.synthetic;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import luodi.fault.Fault;
import luodi.synthetic.draw.Dice;

/**
 * What to make.
 *
 * @param scale the word for the provinces: {@code small}, {@code national}, a province's code
 * @param provinces codes of six digits; none for every province that has a county polygon
 * @param seed the same seed gives the same bytes, province by province
 * @param vertices mean number of vertices of a control unit
 */
public record Options(String scale, SortedSet<String> provinces, long seed, int vertices) {
  /** Vertices of a control unit when nobody asks for more. */
  public static final int USUAL_VERTICES = 100;

  /** What the generator draws; it changes whenever the same seed would give other bytes. */
  private static final String DRAWING = "demo-2026.2";

  private static final String SMALL = "small";
  private static final String NATIONAL = "national";
  private static final List<String> OF_SMALL = List.of("320000", "420000", "450000", "640000");
  private static final int FEWEST_VERTICES = 30;
  private static final int MOST_VERTICES = 5000;

  public Options {
    provinces = Collections.unmodifiableSortedSet(new TreeSet<>(provinces));
    if (vertices < FEWEST_VERTICES || vertices > MOST_VERTICES) {
      throw Fault.BAD_PARAMETER.because(
          "%d vertices per control unit came; %d to %d can be made.",
          vertices, FEWEST_VERTICES, MOST_VERTICES);
    }
  }

  /**
   * What an asker names: {@code small}, {@code national}, or codes of provinces with commas between
   * them.
   */
  public static Options named(String scale, long seed) {
    if (scale.equals(SMALL)) {
      return small(seed);
    }
    if (scale.equals(NATIONAL)) {
      return new Options(NATIONAL, new TreeSet<>(), seed, USUAL_VERTICES);
    }
    if (!scale.matches("\\d{6}(,\\d{6})*")) {
      throw Fault.BAD_PARAMETER.because(
          "There is no scale '%s'; it is small, national, or province codes such as 640000.",
          scale);
    }
    return of(seed, List.of(scale.split(",")));
  }

  /** Jiangsu, Hubei, Guangxi and Ningxia. */
  public static Options small(long seed) {
    return new Options(SMALL, new TreeSet<>(OF_SMALL), seed, USUAL_VERTICES);
  }

  /** Some provinces. */
  public static Options of(long seed, Collection<String> provinces) {
    TreeSet<String> chosen = new TreeSet<>(provinces);
    String scale =
        chosen.size() == 1
            ? chosen.first()
            : String.format(Locale.ROOT, "p%08x", (int) Dice.of(0).on(chosen.toString()).seed());
    return new Options(scale, chosen, seed, USUAL_VERTICES);
  }

  /** The same with so many vertices per control unit. */
  public Options withVertices(int mean) {
    return new Options(scale, provinces, seed, mean);
  }

  /** The name of the layer editions made by these options: other options, other name. */
  public String edition() {
    return "%s-%s-%d-%s".formatted(DRAWING, scale, vertices, Long.toString(seed, 36));
  }

  /** True for the name of an edition that this generator or a former one made. */
  public static boolean isMade(String edition) {
    return edition.startsWith("demo-");
  }
}
