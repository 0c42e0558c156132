package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Crs;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import luodi.rule.Vocabulary;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Zones as they would be: a feature adds a zone to its layer; one with the id of a zone stands in
 * its place; one with such an id and no geometry takes the zone away.
 *
 * @param layers the features of each layer
 */
record SupposedZones(SortedMap<String, List<Supposed>> layers) {
  static final String CONFIDENCE = "supposed";

  private static final String POINTER = "/scenario/zones";
  private static final int MOST = 1000;

  /**
   * One feature.
   *
   * @param id of a zone that is there, or of a new one
   * @param shape empty when the zone is taken away
   * @param pointer where it stands in the request
   */
  record Supposed(
      Optional<String> id,
      Optional<Geometry> shape,
      Map<String, String> attributes,
      String pointer) {}

  /** Reads an object of layer and FeatureCollection. */
  static SupposedZones read(JsonNode zones, Crs crs) {
    SortedMap<String, List<Supposed>> layers = new TreeMap<>();
    int count = 0;
    for (Map.Entry<String, JsonNode> entry : zones.properties()) {
      String pointer = POINTER + "/" + entry.getKey();
      JsonNode features = entry.getValue().path("features");
      if (!features.isArray() || features.isEmpty()) {
        throw Fault.BAD_SITE
            .because("The zones of a layer are a GeoJSON FeatureCollection with features.")
            .at(pointer);
      }
      List<Supposed> read = new ArrayList<>();
      for (int i = 0; i < features.size(); i++) {
        read.add(feature(features.get(i), pointer + "/features/" + i, crs));
      }
      count += read.size();
      layers.put(entry.getKey(), read);
    }
    if (count == 0 || count > MOST) {
      throw Fault.BAD_SITE
          .because("A scenario supposes 1 to %d zones; %d came.", MOST, count)
          .at(POINTER);
    }
    return new SupposedZones(layers);
  }

  private static Supposed feature(JsonNode feature, String pointer, Crs crs) {
    JsonNode geometry = feature.path("geometry");
    Optional<String> id =
        Optional.ofNullable(feature.path("id").asText(null))
            .or(() -> Optional.ofNullable(feature.at("/properties/id").asText(null)))
            .filter(text -> !text.isEmpty());
    if (geometry.isNull() || geometry.isMissingNode()) {
      if (id.isEmpty()) {
        throw Fault.BAD_SITE
            .because("A feature without a geometry takes a zone away; name it by 'id'.")
            .at(pointer);
      }
      return new Supposed(id, Optional.empty(), Map.of(), pointer);
    }
    Geometry shape = Grid.snap(crs.toDegrees(GeoJson.read(geometry, pointer + "/geometry")));
    if (shape.isEmpty() || !shape.isValid()) {
      throw Fault.BAD_SITE
          .because("The zone's outline is empty or crosses itself.")
          .at(pointer + "/geometry");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    feature
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().equals("id") && !entry.getValue().isNull()) {
                JsonNode value = entry.getValue();
                attributes.put(
                    entry.getKey(), value.isContainerNode() ? value.toString() : value.asText());
              }
            });
    return new Supposed(id, Optional.of(shape), attributes, pointer);
  }

  /**
   * The atlas with these zones.
   *
   * @throws luodi.fault.FaultException {@code BAD_DECLARATION} for a layer, attribute, value or id
   *     that there is not; {@code SCENARIO_TOO_WIDE} when they lie in more than one prefecture
   */
  Atlas over(Atlas atlas, Vocabulary words) {
    mustLieInOnePrefecture(atlas);
    List<LayerEdition> changed = new ArrayList<>();
    layers.forEach((id, features) -> changed.add(changed(atlas, words, id, features)));
    return atlas.supposing(changed);
  }

  private static LayerEdition changed(
      Atlas atlas, Vocabulary words, String id, List<Supposed> features) {
    Layer layer =
        atlas
            .layer(id)
            .filter(known -> words.layer(id).isPresent())
            .orElseThrow(
                () ->
                    Fault.BAD_DECLARATION
                        .because(
                            "There is no layer '%s' whose zones could be supposed; there are %s.",
                            id, readable(atlas, words))
                        .at(POINTER + "/" + id));
    Map<String, Zone> zones = new TreeMap<>();
    atlas.zones(id).forEach(zone -> zones.put(zone.id(), zone));
    for (int i = 0; i < features.size(); i++) {
      Supposed feature = features.get(i);
      String zone = feature.id().orElse("supposed-" + (i + 1));
      if (feature.shape().isEmpty()) {
        if (zones.remove(zone) == null) {
          throw Fault.BAD_DECLARATION
              .because("Layer '%s' has no zone '%s' to take away.", id, zone)
              .at(feature.pointer());
        }
      } else {
        zones.put(zone, zone(zone, feature, words.layer(id).orElseThrow()));
      }
    }
    return new LayerEdition(layer, List.copyOf(zones.values()));
  }

  private static List<String> readable(Atlas atlas, Vocabulary words) {
    return atlas.layers().stream()
        .map(Layer::id)
        .filter(id -> words.layer(id).isPresent())
        .toList();
  }

  private static Zone zone(String id, Supposed feature, Vocabulary.LayerWords layer) {
    Map<String, String> attributes = new TreeMap<>(feature.attributes());
    String name = Optional.ofNullable(attributes.remove("name")).orElse(id);
    attributes.forEach(
        (attribute, value) ->
            Declared.check(layer, attribute, value, feature.pointer() + "/properties"));
    return Zone.of(
        id,
        name + "（假设 / supposed）",
        Grid.compact(feature.shape().orElseThrow()),
        attributes,
        "supposed by the asker",
        CONFIDENCE);
  }

  private void mustLieInOnePrefecture(Atlas atlas) {
    Envelope all = new Envelope();
    layers
        .values()
        .forEach(
            features ->
                features.forEach(
                    feature ->
                        feature
                            .shape()
                            .ifPresent(shape -> all.expandToInclude(shape.getEnvelopeInternal()))));
    if (all.isNull()) {
      return;
    }
    boolean within =
        atlas.near("prefectures", all).stream()
            .anyMatch(prefecture -> prefecture.shape().getEnvelopeInternal().contains(all));
    if (!within) {
      throw Fault.SCENARIO_TOO_WIDE
          .because(
              "The zones of a scenario lie in one prefecture; these reach over %.2f by %.2f degrees.",
              all.getWidth(), all.getHeight())
          .at(POINTER);
    }
  }

  /** The layers with how many zones are supposed in each, as a reader is told. */
  String told() {
    List<String> told = new ArrayList<>();
    layers.forEach((id, features) -> told.add(features.size() + " in " + id));
    return String.join(", ", told);
  }
}
