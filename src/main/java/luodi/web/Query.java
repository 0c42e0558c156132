package luodi.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import luodi.geo.Bbox;
import luodi.siting.ProposalReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The query string of one request; a parameter that nobody knows, or one that came twice, is
 * refused.
 */
final class Query {
  private static final Set<String> OF_A_PROJECT =
      Set.of("industry", "product", "lon", "lat", "crs", "as_of", "from");
  private static final String FACT = "fact.";
  private static final String WEIGHT = "weight.";
  private static final String NEED = "need.";
  private static final String PREFER = "prefer.";

  private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** What stands in the place of bytes that are no UTF-8. */
  private static final char NO_CHARACTER = '\uFFFD';

  private final Map<String, List<String>> parameters;

  private Query(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /**
   * The query, when it has none but these parameters. A route that gives more forms than JSON knows
   * {@code f} and asks {@link Form} for it.
   */
  static Query of(Context context, Set<String> known) {
    return checked(context, known, List.of());
  }

  /** The same for a route that gives HTML as well, in either language. */
  static Query withLanguage(Context context, Set<String> known) {
    Set<String> all = new TreeSet<>(known);
    all.add("f");
    all.add(Pages.LANG);
    return checked(context, all, List.of());
  }

  /** The query of a project: its own parameters, {@code fact.…}, {@code weight.…} and these. */
  static Query ofProject(Context context, Set<String> besides) {
    Set<String> known = new TreeSet<>(OF_A_PROJECT);
    known.addAll(besides);
    return checked(context, known, List.of(FACT, WEIGHT));
  }

  /** These parameters and {@code fact.…}: a project whose industry and site are said elsewhere. */
  static Query ofFacts(Context context, Set<String> known) {
    return checked(context, known, List.of(FACT));
  }

  /** These parameters, {@code fact.…} and {@code weight.…}: a project that is scored everywhere. */
  static Query ofScored(Context context, Set<String> known) {
    return checked(context, known, List.of(FACT, WEIGHT));
  }

  /** These parameters, {@code fact.…}, {@code weight.…} and what the asker wants of a park. */
  static Query ofWishes(Context context, Set<String> known) {
    return checked(context, known, List.of(FACT, NEED, PREFER, WEIGHT));
  }

  private static Query checked(Context context, Set<String> known, List<String> families) {
    Map<String, List<String>> parameters = decoded(context);
    for (Map.Entry<String, List<String>> entry : parameters.entrySet()) {
      String name = entry.getKey();
      if (!known.contains(name)
          && families.stream().noneMatch(name::startsWith)
          && !name.equals("f")) {
        throw Fault.UNKNOWN_PARAMETER
            .because(
                "There is no parameter '%s' here; there are %s%s.",
                name, String.join(", ", new TreeSet<>(known)), told(families))
            .inParameter(name);
      }
      if (name.equals("f") && !known.contains("f") && !entry.getValue().get(0).equals("json")) {
        throw Fault.BAD_PARAMETER
            .because("There is no form '%s' here; f is json.", entry.getValue().get(0))
            .inParameter("f");
      }
      if (entry.getValue().size() > 1) {
        throw Fault.BAD_PARAMETER
            .because("Parameter '%s' came %d times; give it once.", name, entry.getValue().size())
            .inParameter(name);
      }
    }
    return new Query(parameters);
  }

  /** Names that begin alike, such as {@code and fact.…}. */
  private static String told(List<String> families) {
    return families.stream().map(family -> " and " + family + "…").collect(Collectors.joining());
  }

  private static Map<String, List<String>> decoded(Context context) {
    String raw = context.queryString();
    if (raw != null && BROKEN.matcher(raw).find()) {
      throw Fault.BAD_PARAMETER.because(
          "The query string is not percent-encoded; write a percent sign as %%25.");
    }
    Map<String, List<String>> parameters = context.queryParamMap();
    parameters.forEach(
        (name, values) -> {
          if (name.indexOf(NO_CHARACTER) >= 0
              || values.stream().anyMatch(value -> value.indexOf(NO_CHARACTER) >= 0)) {
            throw Fault.BAD_PARAMETER
                .because(
                    "Parameter '%s' is not text in UTF-8; percent-encode its UTF-8 bytes.", name)
                .inParameter(name);
          }
        });
    return parameters;
  }

  /** A parameter's text, or null. */
  String text(String name) {
    List<String> values = parameters.get(name);
    return values == null || values.get(0).isBlank() ? null : values.get(0);
  }

  LocalDate day(String name, LocalDate otherwise) {
    String text = text(name);
    return text == null ? otherwise : ProposalReader.day(text);
  }

  /** A whole number between two bounds. */
  OptionalInt number(String name, int least, int most) {
    String text = text(name);
    if (text == null) {
      return OptionalInt.empty();
    }
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    }
    throw Fault.BAD_PARAMETER
        .because("'%s' is no %s; give a whole number from %d to %d.", text, name, least, most)
        .inParameter(name);
  }

  /** One of some words; {@code otherwise} when the parameter did not come. */
  <T> T choice(String name, Map<String, T> words, T otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    T chosen = words.get(text);
    if (chosen == null) {
      throw Fault.BAD_PARAMETER
          .because(
              "'%s' is no %s; give one of %s.",
              text, name, String.join(", ", new TreeSet<>(words.keySet())))
          .inParameter(name);
    }
    return chosen;
  }

  /** The position that lon and lat name, degrees. */
  Coordinate position() {
    return new Coordinate(degrees("lon", 180), degrees("lat", 90));
  }

  /** The rectangle that {@code bbox} names: west, south, east, north in degrees; or none. */
  Optional<Envelope> bbox() {
    String text = text("bbox");
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Bbox.parse(text)
            .orElseThrow(
                () ->
                    Fault.BAD_PARAMETER
                        .because(
                            "'%s' is no bbox here; give west,south,east,north in degrees, such as 106,38,106.2,38.2.",
                            text)
                        .inParameter("bbox")));
  }

  /**
   * Some ground, named in one of two ways.
   *
   * @param within a division's code
   * @param bbox degrees
   */
  record Ground(Optional<String> within, Optional<Envelope> bbox) {}

  /** The ground that either {@code within} or {@code bbox} names. */
  Ground ground() {
    Ground told = new Ground(Optional.ofNullable(text("within")), bbox());
    if (told.within().isEmpty() == told.bbox().isEmpty()) {
      throw Fault.BAD_PARAMETER
          .because(
              "%s; give within, a county's code such as 640104, or bbox, such as 106,38,106.2,38.2.",
              told.within().isEmpty() ? "No ground came" : "Both within and bbox came")
          .inParameter("within");
    }
    return told;
  }

  private double degrees(String name, double most) {
    String text = text(name);
    if (text != null
        && text.matches("[-+]?\\d{1,3}(\\.\\d+)?")
        && Math.abs(Double.parseDouble(text)) <= most) {
      return Double.parseDouble(text);
    }
    throw Fault.BAD_SITE
        .because(
            "'%s' is no %s; give lon and lat in degrees, such as lon=114.31&lat=30.59.",
            text == null ? "nothing" : text, name)
        .inParameter(name);
  }

  /** What was told under {@code need.…} and {@code prefer.…}, by name. */
  SortedMap<String, String> wishes() {
    SortedMap<String, String> wishes = of(NEED);
    wishes.putAll(of(PREFER));
    return wishes;
  }

  /** All parameters whose names begin so, but those that are blank. */
  private SortedMap<String, String> of(String family) {
    SortedMap<String, String> told = new TreeMap<>();
    parameters.keySet().stream()
        .filter(name -> name.startsWith(family) && text(name) != null)
        .forEach(name -> told.put(name, text(name)));
    return told;
  }

  /**
   * The body that says the same as this query; the site is left out when neither lon nor lat came.
   */
  ObjectNode project() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String member : List.of("industry", "product", "crs", "as_of", "adcode")) {
      if (text(member) != null) {
        body.put(member, text(member));
      }
    }
    if (text("from") != null) {
      body.putObject("from").put("adcode", text("from"));
    }
    ObjectNode facts = body.putObject("facts");
    of(FACT).forEach((name, value) -> facts.put(name.substring(FACT.length()), value));
    ObjectNode weights = body.putObject("weights");
    of(WEIGHT).forEach((name, value) -> weights.put(name.substring(WEIGHT.length()), value));
    if (text("lon") != null || text("lat") != null) {
      body.set("site", site());
    }
    return body;
  }

  private ObjectNode site() {
    ObjectNode point = JsonNodeFactory.instance.objectNode();
    point.put("type", "Point");
    if (text("crs") == null) {
      Coordinate at = position();
      point.putArray("coordinates").add(at.x).add(at.y);
    } else {
      point.putArray("coordinates").add(number("lon")).add(number("lat"));
    }
    return point;
  }

  private double number(String name) {
    String text = text(name);
    if (text == null || !text.matches("[-+]?\\d{1,9}(\\.\\d+)?")) {
      throw Fault.BAD_SITE
          .because("'%s' is no coordinate; give lon and lat as numbers.", text)
          .inParameter(name);
    }
    return Double.parseDouble(text);
  }
}
