package luodi.ogc.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.PublishedCrs;
import luodi.ogc.LayerCollection;
import luodi.ogc.filter.Filter;
import luodi.ogc.filter.Kind;
import luodi.ogc.filter.Queryable;

/**
 * Which features of a collection are asked for, and how they are to be given.
 *
 * @param filters all of which a feature fulfils
 * @param crs that positions are given in
 * @param limit how many at most
 * @param offset how many of those that match are passed over
 */
public record ItemsQuery(
    Optional<Window> window,
    Optional<Datetime> datetime,
    List<Filter> filters,
    Optional<Sorting> sorting,
    Selection selection,
    PublishedCrs crs,
    int limit,
    int offset) {
  /** How many features a page has when nobody says. */
  public static final int USUAL = 10;

  /** A page is not longer; the answer streams, so this bounds patience and not memory. */
  public static final int MOST = 10_000;

  private static final int FARTHEST = 100_000_000;

  /** The parameters that every collection has. */
  public static final Set<String> PARAMETERS =
      Set.of(
          "bbox",
          "bbox-crs",
          "crs",
          "datetime",
          "edition",
          "f",
          "filter",
          "filter-crs",
          "filter-lang",
          "limit",
          "offset",
          "properties",
          "sortby");

  public ItemsQuery {
    filters = List.copyOf(filters);
  }

  /** Where parameters are read from: null when one did not come. */
  public interface Parameters {
    String text(String name);
  }

  /** The parameters that this collection has: a property's name asks for one value of it. */
  public static Set<String> parameters(LayerCollection collection) {
    Set<String> all = new TreeSet<>(PARAMETERS);
    all.addAll(ofProperties(collection));
    return all;
  }

  /**
   * Reads the query, or says which parameter is wrong and what it wants.
   *
   * @param whole true for a form that gives everything when no limit is told
   */
  public static ItemsQuery parse(Parameters told, LayerCollection collection, boolean whole) {
    mustBeThisEdition(told.text("edition"), collection);
    PublishedCrs bboxCrs = crs(told, "bbox-crs");
    return new ItemsQuery(
        Optional.ofNullable(told.text("bbox")).map(text -> Window.parse(text, bboxCrs)),
        Optional.ofNullable(told.text("datetime")).map(Datetime::parse),
        filters(told, collection),
        Optional.ofNullable(told.text("sortby")).map(text -> Sorting.parse(text, collection)),
        Optional.ofNullable(told.text("properties"))
            .map(text -> Selection.parse(text, collection))
            .orElseGet(() -> Selection.all(collection)),
        crs(told, "crs"),
        limit(told.text("limit"), whole),
        number(told.text("offset"), "offset", 0, FARTHEST).orElse(0));
  }

  /** The features that match, one page of them. */
  public ItemsPage of(LayerCollection collection) {
    List<Zone> matching =
        window
            .map(where -> where.zones(collection.atlas(), collection.id()))
            .orElse(collection.zones());
    if (datetime.isPresent() || !filters.isEmpty()) {
      matching = matching.stream().filter(this::wants).toList();
    }
    if (sorting.isPresent()) {
      matching = sorting.get().sorted(matching);
    }
    int from = Math.min(offset, matching.size());
    int to = (int) Math.min((long) from + limit, matching.size());
    return new ItemsPage(collection, this, matching.subList(from, to), matching.size());
  }

  private boolean wants(Zone zone) {
    if (datetime.isPresent() && !datetime.get().meets(zone)) {
      return false;
    }
    for (Filter filter : filters) {
      if (!filter.holdsFor(zone)) {
        return false;
      }
    }
    return true;
  }

  private static List<Filter> filters(Parameters told, LayerCollection collection) {
    List<Filter> filters = new ArrayList<>();
    Filter.Language language =
        told.text("filter-lang") == null
            ? Filter.Language.TEXT
            : Filter.Language.named(told.text("filter-lang"));
    PublishedCrs crs = crs(told, "filter-crs");
    if (told.text("filter") != null) {
      filters.add(Filter.parse(told.text("filter"), language, crs, collection.queryables()));
    }
    for (String name : ofProperties(collection)) {
      if (told.text(name) != null) {
        filters.add(Filter.equal(collection.queryables().get(name), told.text(name)));
      }
    }
    return filters;
  }

  private static Set<String> ofProperties(LayerCollection collection) {
    Set<String> names = new TreeSet<>();
    for (Queryable queryable : collection.queryables().values()) {
      if (queryable.kind() != Kind.SHAPE && !PARAMETERS.contains(queryable.name())) {
        names.add(queryable.name());
      }
    }
    return names;
  }

  private static PublishedCrs crs(Parameters told, String parameter) {
    String asked = told.text(parameter);
    if (asked == null) {
      return PublishedCrs.CRS84;
    }
    return PublishedCrs.named(asked)
        .orElseThrow(
            () ->
                Fault.UNKNOWN_CRS
                    .because(
                        "No CRS '%s' is given out here; the collection's 'crs' lists all, such as %s.",
                        asked, PublishedCrs.CGCS2000.uri())
                    .inParameter(parameter));
  }

  /** Part 1, requirement fc-limit-response-1: a limit above the most is no mistake. */
  private static int limit(String text, boolean whole) {
    int told =
        number(text, "limit", 1, Integer.MAX_VALUE).orElse(whole ? Integer.MAX_VALUE : USUAL);
    return whole ? told : Math.min(told, MOST);
  }

  private static Optional<Integer> number(String text, String name, int least, int most) {
    if (text == null) {
      return Optional.empty();
    }
    if (text.matches("\\d{1,10}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return Optional.of((int) number);
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
              "Edition '%s' of '%s' is not served; the edition is now '%s'. Begin again at the first page.",
              edition, collection.id(), collection.layer().edition())
          .inParameter("edition");
    }
  }
}
