package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The ground of one case: zones by layer as the case names them, and one county over all. */
final class CaseAtlas {
  private static final Set<String> LINES =
      Set.of(
          "river-shoreline",
          "river-reach",
          "rail",
          "road",
          "waterway",
          "powerline",
          "pipeline",
          "active-fault");

  private static final Set<String> POINTS =
      Set.of("weather-station", "scattered-water-source", "port", "airport");

  /** Where a county lies from which a project moves: far from all ground of the case. */
  private static final Envelope ELSEWHERE = new Envelope(100, 101, 25, 26);

  private final JsonNode node;

  private CaseAtlas(JsonNode node) {
    this.node = node;
  }

  /**
   * The ground that a case describes.
   *
   * @param layers those that exist though the case puts no zone into them
   */
  static Atlas of(JsonNode node, Set<String> layers) {
    CaseAtlas ground = new CaseAtlas(node);
    Map<String, List<Zone>> zones = new TreeMap<>();
    layers.forEach(layer -> zones.put(layer, new ArrayList<>()));
    node.path("ground")
        .properties()
        .forEach(entry -> zones.put(entry.getKey(), zones(entry.getKey(), entry.getValue())));
    zones.replaceAll((layer, all) -> ground.known(layer).equals("nowhere") ? List.of() : all);
    List<LayerEdition> editions = new ArrayList<>(List.of(ground.counties()));
    zones.forEach((id, all) -> editions.add(new LayerEdition(ground.layer(id), all)));
    return Atlas.of(1, editions);
  }

  private static List<Zone> zones(String layer, JsonNode described) {
    List<Zone> zones = new ArrayList<>();
    if (described.isArray()) {
      described.forEach(one -> zones.add(zone(layer, one, zones.size())));
    } else {
      zones.add(zone(layer, described, 0));
    }
    return zones;
  }

  /**
   * A zone from its attributes: {@code at} says where it lies, {@code from} and {@code to} when.
   */
  private static Zone zone(String layer, JsonNode described, int number) {
    boolean feature = described.path("type").asText().equals("Feature");
    TreeMap<String, String> attributes = new TreeMap<>();
    (feature ? described.path("properties") : described)
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), text(entry.getValue())));
    String at = Optional.ofNullable(attributes.remove("at")).orElse("the zone");
    Geometry shape =
        feature
            ? GeoJson.read(described.path("geometry"), "/ground")
            : CaseShapes.zone(at, shapeOf(layer));
    Optional<LocalDate> from = Optional.ofNullable(attributes.remove("from")).map(LocalDate::parse);
    Optional<LocalDate> to = Optional.ofNullable(attributes.remove("to")).map(LocalDate::parse);
    String name = layer + " " + (number + 1);
    return new Zone(name, name, shape, attributes, from, to, "a case", "synthetic");
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  private static Layer.Shape shapeOf(String layer) {
    return LINES.contains(layer)
        ? Layer.Shape.LINE
        : POINTS.contains(layer) ? Layer.Shape.POINT : Layer.Shape.POLYGON;
  }

  private Layer layer(String id) {
    double accuracyM = node.path("accuracy_m").path(id).asDouble(5);
    return new Layer(
        id,
        id,
        id,
        shapeOf(id),
        "case",
        "a case",
        "CC0-1.0",
        "EPSG:4490",
        accuracyM,
        true,
        true,
        coverage(id));
  }

  private Optional<Geometry> coverage(String id) {
    String known = known(id);
    return known.equals("nowhere")
        ? Optional.empty()
        : Optional.of(CaseShapes.zone(known, Layer.Shape.POLYGON));
  }

  /** Where a layer is complete; what is known {@code nowhere} has no zones either. */
  private String known(String layer) {
    return node.path("known").path(layer).asText("everywhere");
  }

  private LayerEdition counties() {
    List<Zone> counties = new ArrayList<>();
    JsonNode told = node.path("county");
    String here = told.isObject() ? told.path("adcode").asText() : told.asText("420106");
    String extent = told.path("at").asText("everywhere");
    counties.add(county(here, CaseShapes.zone(extent, Layer.Shape.POLYGON)));
    JsonNode from = node.path("from");
    String origin = from.isObject() ? from.path("adcode").asText() : from.asText("");
    if (origin.matches("\\d{6}") && !origin.equals(here)) {
      counties.add(county(origin, Grid.SHAPES.toGeometry(ELSEWHERE)));
    }
    return new LayerEdition(layer("counties"), counties);
  }

  private static Zone county(String adcode, Geometry shape) {
    return Zone.of(
        adcode,
        "county " + adcode,
        shape,
        Map.of(
            "adcode", adcode,
            "prefecture", adcode.substring(0, 4) + "00",
            "province", adcode.substring(0, 2) + "0000"),
        "a case",
        "synthetic");
  }
}
