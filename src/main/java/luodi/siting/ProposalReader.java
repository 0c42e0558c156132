package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import luodi.fault.Fault;
import luodi.geo.Crs;
import luodi.geo.GeoJson;
import luodi.score.Weights;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Reads a project from the JSON of the contract; says what came, what was wanted and where. */
public final class ProposalReader {
  private static final Set<String> MEMBERS =
      new TreeSet<>(
          Set.of(
              "industry",
              "product",
              "site",
              "crs",
              "from",
              "facts",
              "declared",
              "adcode",
              "as_of",
              "weights",
              "scenario",
              "store"));

  /**
   * A site with more vertices is refused: no plot has so many, and its border would be judged in
   * pieces below a metre.
   */
  public static final int MOST_VERTICES = 100_000;

  private ProposalReader() {}

  /**
   * Reads one project.
   *
   * @param today the day of the law when none is told
   */
  public static Proposal read(JsonNode body, LocalDate today) {
    checkIsProject(body);
    checkNamesAnIndustry(body);
    return readOnSite(body, today);
  }

  /** Reads a place that is asked about for all industries. */
  public static Proposal readForAnyIndustry(JsonNode body, LocalDate today) {
    checkIsProject(body);
    checkSupposesNothing(body);
    return readOnSite(body, today);
  }

  private static Proposal readOnSite(JsonNode body, LocalDate today) {
    String crs = text(body, "crs").orElse("CRS84");
    boolean declaredOnly =
        !body.hasNonNull("site") && body.hasNonNull("adcode") && body.path("declared").size() > 0;
    List<Part> parts = declaredOnly ? List.of() : parts(body.path("site"), crs, body.has("crs"));
    return read(body, parts, today);
  }

  /** Reads a project that is asked about everywhere: one that has no site. */
  public static Proposal readWithoutSite(JsonNode body, LocalDate today) {
    checkIsProject(body);
    checkNamesAnIndustry(body);
    checkSupposesNothing(body);
    return read(body, List.of(), today);
  }

  /** Whether the asker wants the answer kept; false when nothing was said. */
  public static boolean isToBeKept(JsonNode body) {
    JsonNode store = body.path("store");
    if (!store.isMissingNode() && !store.isNull() && !store.isBoolean()) {
      throw Fault.BAD_BODY.because("'store' is true or false; %s came.", store).at("/store");
    }
    if (store.asBoolean(false) && body.hasNonNull("scenario")) {
      throw Fault.BAD_BODY
          .because("What a scenario supposes is never kept; leave 'store' or 'scenario' out.")
          .at("/store");
    }
    return store.asBoolean(false);
  }

  /** Reads an ISO day, or throws {@code BAD_DAY}. */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw Fault.BAD_DAY
          .because("'%s' is no day; write it as 2026-11-23.", text)
          .causedBy(unreadable)
          .at("/as_of");
    }
  }

  private static Proposal read(JsonNode body, List<Part> parts, LocalDate today) {
    return new Proposal(
        text(body, "industry"),
        text(body, "product"),
        parts,
        Crs.named(text(body, "crs").orElse("CRS84")).name(),
        origin(body.path("from")),
        body.has("from"),
        facts(body.path("facts"), Crs.named(text(body, "crs").orElse("CRS84")), body.has("crs")),
        Declared.read(body.path("declared")),
        text(body, "adcode"),
        text(body, "as_of").map(ProposalReader::day).orElse(today),
        weights(body.path("weights")),
        Scenario.read(body, Crs.named(text(body, "crs").orElse("CRS84"))));
  }

  private static void checkNamesAnIndustry(JsonNode body) {
    if (text(body, "industry").isEmpty() && text(body, "product").isEmpty()) {
      throw Fault.UNKNOWN_INDUSTRY
          .because(
              "No industry came; give 'industry' (a GB/T 4754-2017 code such as 3011) or 'product' (text).")
          .at("/industry");
    }
  }

  /** What holds for the whole ground is compiled for the law as it is. */
  private static void checkSupposesNothing(JsonNode body) {
    if (body.hasNonNull("scenario")) {
      throw Fault.UNKNOWN_PARAMETER
          .because("A scenario is judged on one site; POST it to /screenings.")
          .at("/scenario");
    }
  }

  private static void checkIsProject(JsonNode body) {
    if (!body.isObject()) {
      throw Fault.BAD_BODY.because(
          "A project is a JSON object with 'industry' and 'site'; %s came.",
          body.isMissingNode()
              ? "nothing"
              : body.getNodeType().toString().toLowerCase(Locale.ROOT));
    }
    checkMembers(body);
  }

  private static void checkMembers(JsonNode body) {
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name)) {
                throw Fault.UNKNOWN_PARAMETER
                    .because(
                        "A project has no member '%s' here; it may have %s.",
                        name, String.join(", ", MEMBERS))
                    .at("/" + name);
              }
            });
  }

  private static List<Part> parts(JsonNode site, String crsName, boolean crsSaid) {
    if (site.isMissingNode() || site.isNull()) {
      throw Fault.BAD_SITE
          .because("No site came; give 'site' as a GeoJSON geometry, Feature or FeatureCollection.")
          .at("/site");
    }
    Crs crs = Crs.named(crsName);
    List<Part> parts = new ArrayList<>();
    switch (site.path("type").asText("")) {
      case "FeatureCollection" -> {
        for (int i = 0; i < site.path("features").size(); i++) {
          parts.add(feature(site.path("features").get(i), "/site/features/" + i, crs, crsSaid));
        }
      }
      case "Feature" -> parts.add(feature(site, "/site", crs, crsSaid));
      default -> parts.add(new Part(Part.Kind.PLOT, shape(site, "/site", crs, crsSaid)));
    }
    if (parts.isEmpty()) {
      throw Fault.BAD_SITE
          .because("The site has no part; give at least one plot.")
          .at("/site/features");
    }
    return parts;
  }

  private static Part feature(JsonNode feature, String pointer, Crs crs, boolean crsSaid) {
    String kind = feature.path("properties").path("part").asText("plot");
    return new Part(
        Part.Kind.named(kind, pointer + "/properties/part"),
        shape(feature.path("geometry"), pointer + "/geometry", crs, crsSaid));
  }

  private static Geometry shape(JsonNode node, String pointer, Crs crs, boolean crsSaid) {
    Geometry told = GeoJson.read(node, pointer);
    if (told.getNumPoints() > MOST_VERTICES) {
      throw Fault.TOO_LARGE
          .because(
              "The site has %d vertices, more than %d; simplify its outline to a metre or so and send it again.",
              told.getNumPoints(), MOST_VERTICES)
          .at(pointer);
    }
    if (!crsSaid && !inDegrees(told)) {
      throw Fault.MISSING_CRS
          .because(
              "The site's numbers are not longitude and latitude in degrees; name its 'crs', such as EPSG:4527.")
          .at(pointer);
    }
    Geometry degrees = crs.toDegrees(told);
    if (!inDegrees(degrees)) {
      throw Fault.BAD_SITE
          .because(
              "The site does not lie on the globe when read as %s; check 'crs' and the order x, y.",
              crs.name())
          .at(pointer);
    }
    return degrees;
  }

  private static boolean inDegrees(Geometry shape) {
    return shape.isEmpty()
        || new Envelope(-180, 180, -90, 90).contains(shape.getEnvelopeInternal());
  }

  private static Optional<Proposal.Origin> origin(JsonNode from) {
    if (from.isMissingNode() || from.isNull()) {
      return Optional.empty();
    }
    if (from.hasNonNull("adcode")) {
      return Optional.of(
          new Proposal.Origin(Optional.of(from.get("adcode").asText()), Optional.empty()));
    }
    if (from.isTextual() && from.asText().matches("\\d{6}")) {
      return Optional.of(new Proposal.Origin(Optional.of(from.asText()), Optional.empty()));
    }
    if (from.path("type").asText().equals("Point")) {
      Coordinate at = GeoJson.read(from, "/from").getCoordinate();
      return Optional.of(new Proposal.Origin(Optional.empty(), Optional.of(at)));
    }
    throw Fault.BAD_FACT
        .because(
            "The origin is {\"adcode\":\"441900\"}, a GeoJSON Point, or null for no move; %s came.",
            from)
        .at("/from");
  }

  private static Map<String, Object> facts(JsonNode node, Crs crs, boolean crsSaid) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (node.isMissingNode() || node.isNull()) {
      return facts;
    }
    if (!(node instanceof ObjectNode object)) {
      throw Fault.BAD_FACT
          .because("Facts are an object of key and value; %s came.", node)
          .at("/facts");
    }
    ObjectMapper json = new ObjectMapper();
    object
        .properties()
        .forEach(
            entry -> facts.put(entry.getKey(), json.convertValue(entry.getValue(), Object.class)));
    JsonNode approved = node.path(ApprovedPlot.FACT);
    if (approved.isObject()) {
      Geometry degrees = shape(approved, "/facts/" + ApprovedPlot.FACT, crs, crsSaid);
      facts.put(ApprovedPlot.FACT, json.convertValue(GeoJson.write(degrees), Object.class));
    }
    return facts;
  }

  /** Weights by criterion; a query gives them as text. */
  private static Weights weights(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Weights.EVEN;
    }
    if (!node.isObject()) {
      throw Fault.BAD_PARAMETER
          .because("Weights are an object of criterion and number; %s came.", node)
          .at("/weights");
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String text = entry.getValue().asText();
      if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
        throw Fault.BAD_PARAMETER
            .because("'%s' is no weight; give a number such as 2 or 0.5.", text)
            .at("/weights/" + entry.getKey());
      }
      weights.put(entry.getKey(), Double.valueOf(text));
    }
    return Weights.of(weights);
  }

  private static Optional<String> text(JsonNode body, String member) {
    JsonNode node = body.path(member);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (node.isObject() || node.isArray()) {
      throw Fault.BAD_BODY.because("'%s' is text; %s came.", member, node).at("/" + member);
    }
    return Optional.of(node.asText());
  }
}
