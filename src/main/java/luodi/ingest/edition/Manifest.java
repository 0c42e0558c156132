package luodi.ingest.edition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import luodi.atlas.Layer;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.DatumShift;
import luodi.geo.GeoJson;
import luodi.geo.Mended;
import luodi.ingest.format.Format;
import luodi.rule.Vocabulary.LayerWords;
import org.locationtech.jts.geom.Geometry;

/**
 * What a user says of a layer's data: what no file tells, and a layer cannot be without.
 *
 * @param edition the name of the edition; empty to take the day's
 * @param coverage where absence of a zone means that there is none; empty for a layer that promises
 *     nothing, which must be said
 * @param crs of the coordinates; empty to take what the file says
 * @param tiles true when the zones leave no gaps and do not overlap
 * @param columns which column holds the id, name …, by {@link #COLUMNS}
 * @param attributes how columns become attributes that rules read
 */
public record Manifest(
    String titleZh,
    String titleEn,
    String source,
    String licence,
    double accuracyM,
    boolean exact,
    boolean synthetic,
    Optional<String> edition,
    Optional<Geometry> coverage,
    Optional<String> crs,
    Optional<DatumShift> datumShift,
    Optional<String> encoding,
    Optional<String> table,
    boolean tiles,
    Map<String, String> columns,
    Map<String, AttributeSource> attributes) {

  /** What a column may be for. */
  static final Set<String> COLUMNS =
      Set.of(
          "id",
          "name",
          "valid_from",
          "valid_to",
          "source",
          "confidence",
          "adcode",
          "wkt",
          "lon",
          "lat");

  private static final Set<String> MEMBERS =
      new TreeSet<>(
          Set.of(
              "title_zh",
              "title_en",
              "source",
              "licence",
              "accuracy_m",
              "exact",
              "synthetic",
              "edition",
              "coverage",
              "crs",
              "datum_shift",
              "encoding",
              "table",
              "tiles",
              "columns",
              "attributes"));

  /** Layers whose zones are known to tile. */
  private static final Set<String> TILING =
      Set.of("env-unit", "counties", "prefectures", "provinces");

  /**
   * The column that an attribute comes from.
   *
   * @param values what the column's values mean; a value that is not among them stays as it is
   */
  record AttributeSource(String column, Map<String, String> values) {}

  /**
   * Reads a manifest.
   *
   * @param words the layer in the vocabulary, whose titles are used when none are given; empty for
   *     a layer that no rule speaks of
   * @throws luodi.fault.FaultException {@code BAD_PARAMETER} that lists all that is missing or
   *     wrong
   */
  public static Manifest read(JsonNode node, String layerId, Optional<LayerWords> words) {
    ManifestReader reader = new ManifestReader(node);
    reader.mustKnow(MEMBERS);
    Manifest manifest =
        new Manifest(
            reader.text("title_zh", words.map(LayerWords::titleZh)),
            reader.text("title_en", words.map(LayerWords::titleEn)),
            reader.text("source", Optional.empty()),
            reader.text("licence", Optional.empty()),
            reader.accuracy(),
            reader.truth("exact", Optional.empty()),
            reader.truth("synthetic", Optional.of(false)),
            reader.optional("edition"),
            coverage(reader, node),
            reader.optional("crs"),
            reader.optional("datum_shift").map(DatumShift::parse),
            reader.optional("encoding"),
            reader.optional("table"),
            reader.truth("tiles", Optional.of(TILING.contains(layerId))),
            reader.columns(COLUMNS),
            reader.attributes());
    reader.mustBeWhole(layerId);
    return manifest;
  }

  /** What the format's reader is told. */
  Format.Wishes wishes() {
    return new Format.Wishes(
        encoding,
        table,
        Optional.ofNullable(columns.get("wkt")),
        Optional.ofNullable(columns.get("lon")),
        Optional.ofNullable(columns.get("lat")));
  }

  /** The layer's manifest as a store keeps it. */
  Layer layer(String id, Layer.Shape shape, String edition, String crs) {
    return new Layer(
        id, titleZh, titleEn, shape, edition, source, licence, crs, accuracyM, exact, synthetic,
        coverage);
  }

  private static Optional<Geometry> coverage(ManifestReader reader, JsonNode node) {
    JsonNode given = node.path("coverage");
    if (given.isMissingNode()) {
      reader.missing(
          "coverage (a GeoJSON polygon in EPSG:4490, or \"none\" when the layer is not complete anywhere)");
      return Optional.empty();
    }
    if (given.isNull() || given.asText().equals("none")) {
      return Optional.empty();
    }
    try {
      Geometry shape = GeoJson.read(polygon(given), "/coverage");
      if (shape.getDimension() != 2) {
        throw Fault.BAD_PARAMETER.because("it is no polygon");
      }
      return Optional.of(Mended.of(shape).shape());
    } catch (FaultException unreadable) {
      reader.wrong("coverage", unreadable.getMessage());
      return Optional.empty();
    }
  }

  /** The geometry of a feature, or of a collection with one, or the node itself. */
  private static JsonNode polygon(JsonNode given) {
    JsonNode feature =
        given.has("features") && given.path("features").size() == 1
            ? given.path("features").get(0)
            : given;
    return feature.has("geometry") ? feature.path("geometry") : feature;
  }

  /** Names in a stable order, for messages. */
  static List<String> sorted(Set<String> names) {
    return new ArrayList<>(new TreeSet<>(names));
  }
}
