package luodi.synthetic;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import luodi.fault.Fault;

/**
 * What to make.
 *
 * @param provinces codes of six digits
 * @param seed the same seed gives the same bytes, province by province
 * @param vertices mean number of vertices of a control unit
 */
public record Options(SortedSet<String> provinces, long seed, int vertices) {
  /** Vertices of a control unit when nobody asks for more. */
  public static final int USUAL_VERTICES = 100;

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

  /** Jiangsu, Hubei, Guangxi and Ningxia. */
  public static Options small(long seed) {
    return of(seed, java.util.List.of("320000", "420000", "450000", "640000"));
  }

  /** Every province that has a county polygon. */
  public static Options national(Basis real, long seed) {
    return of(seed, real.counties().stream().map(Basis.County::province).toList());
  }

  public static Options of(long seed, Collection<String> provinces) {
    return new Options(new TreeSet<>(provinces), seed, USUAL_VERTICES);
  }

  /** The same with so many vertices per control unit. */
  public Options withVertices(int mean) {
    return new Options(provinces, seed, mean);
  }
}
