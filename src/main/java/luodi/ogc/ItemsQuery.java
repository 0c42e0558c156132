package luodi.ogc;

import java.util.Optional;
import java.util.Set;
import luodi.fault.Fault;

/**
 * Which features of a collection are asked for.
 *
 * @param limit how many at most
 * @param offset how many of those that match are passed over
 */
public record ItemsQuery(Optional<Window> window, int limit, int offset) {
  /** How many features a page has when nobody says. */
  public static final int USUAL = 10;

  /** A page is not longer; the answer streams, so this bounds patience and not memory. */
  public static final int MOST = 10_000;

  private static final int FARTHEST = 100_000_000;

  /** The parameters that are read here. */
  public static final Set<String> PARAMETERS = Set.of("bbox", "limit", "offset", "edition");

  /** Where parameters are read from: null when one did not come. */
  public interface Parameters {
    String text(String name);
  }

  /** Reads the query, or says which parameter is wrong and what it wants. */
  public static ItemsQuery parse(Parameters told, LayerCollection collection) {
    mustBeThisEdition(told.text("edition"), collection);
    return new ItemsQuery(
        Optional.ofNullable(told.text("bbox")).map(Window::parse),
        limit(told.text("limit")),
        number(told.text("offset"), "offset", 0, FARTHEST, 0));
  }

  /**
   * The features that match, one page of them.
   *
   * @return in the order of their ids, so that pages neither repeat nor skip within an edition
   */
  public ItemsPage of(LayerCollection collection) {
    var matching =
        window
            .map(where -> where.zones(collection.atlas(), collection.id()))
            .orElse(collection.zones());
    int from = Math.min(offset, matching.size());
    int to = Math.min(from + limit, matching.size());
    return new ItemsPage(matching.subList(from, to), matching.size(), from, limit);
  }

  /** Part 1, requirement fc-limit-response-1: a limit above the most is no mistake. */
  private static int limit(String text) {
    return Math.min(number(text, "limit", 1, Integer.MAX_VALUE, USUAL), MOST);
  }

  private static int number(String text, String name, int least, int most, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (text.matches("\\d{1,10}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return (int) number;
      }
    }
    throw Fault.BAD_PARAMETER
        .because("'%s' is no %s; give a whole number from %d to %d.", text, name, least, most)
        .inParameter(name);
  }

  /** A page of another edition would repeat or skip features. */
  private static void mustBeThisEdition(String edition, LayerCollection collection) {
    if (edition != null && !edition.equals(collection.layer().edition())) {
      throw Fault.CONFLICT
          .because(
              "Edition '%s' of '%s' is no longer served; the edition is now '%s'. Begin again at the first page.",
              edition, collection.id(), collection.layer().edition())
          .inParameter("edition");
    }
  }
}
