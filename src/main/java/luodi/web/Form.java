package luodi.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import luodi.ogc.Media;

/**
 * Which form of a resource a client gets: what {@code f} says, else what {@code Accept} likes best.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, 12.5.1</a>
 */
final class Form {
  private Form() {}

  /**
   * The form to answer in.
   *
   * @param offered in our own order of liking; the first is given to those who do not mind
   */
  static Media of(Context context, Media... offered) {
    context.header("Vary", "Accept, Accept-Encoding");
    String f = context.queryParam("f");
    if (f != null) {
      return named(f, offered);
    }
    String accept = context.header("Accept");
    if (accept == null || accept.isBlank()) {
      return offered[0];
    }
    Media best = null;
    double liking = 0;
    for (Media media : offered) {
      double liked = liking(accept, media.type());
      if (liked > liking) {
        best = media;
        liking = liked;
      }
    }
    if (best == null) {
      throw Fault.NOT_ACCEPTABLE.because(
          "'%s' is not given here; there is %s.", accept, types(offered));
    }
    return best;
  }

  private static Media named(String f, Media[] offered) {
    return Arrays.stream(offered)
        .filter(media -> media.word().equals(f))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.BAD_PARAMETER
                    .because(
                        "There is no form '%s' here; f is %s.",
                        f,
                        Arrays.stream(offered)
                            .map(Media::word)
                            .distinct()
                            .collect(Collectors.joining(" or ")))
                    .inParameter("f"));
  }

  /** The weight of the most specific range that holds the type; 0 when none does. */
  private static double liking(String accept, String type) {
    double weight = 0;
    int specific = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
      List<String> parts = Arrays.stream(range.split(";")).map(String::trim).toList();
      int how = matches(parts.get(0), type);
      if (how > specific) {
        specific = how;
        weight = weight(parts);
      }
    }
    return weight;
  }

  private static int matches(String range, String type) {
    String bare = type.split(";")[0];
    String family = bare.substring(0, bare.indexOf('/') + 1);
    if (range.equals(bare)) {
      return 4;
    }
    if (range.equals("application/json") && bare.endsWith("+json")) {
      return 3; // who takes any JSON takes this one too
    }
    if (range.equals(family + "*")) {
      return 2;
    }
    return range.equals("*/*") ? 1 : 0;
  }

  private static double weight(List<String> parts) {
    return parts.stream()
        .filter(part -> part.matches("q=[01](\\.\\d{0,3})?"))
        .findFirst()
        .map(part -> Double.parseDouble(part.substring(2)))
        .orElse(1.0);
  }

  private static String types(Media[] offered) {
    return Arrays.stream(offered).map(Media::type).collect(Collectors.joining(", "));
  }
}
