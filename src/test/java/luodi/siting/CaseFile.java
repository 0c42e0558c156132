package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import luodi.industry.Industries;
import luodi.rule.Rulebook;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * One law-by-example case: a project, the ground that it stands on, and what the law says.
 *
 * <p>{@code county} (default 420106) covers all ground of the case; every layer of the profile
 * {@code demo} is complete everywhere unless {@code coverage} gives another polygon or null; {@code
 * ground} lists features by layer, with attributes as properties and {@code valid_from}, {@code
 * valid_to} for days.
 */
record CaseFile(JsonNode node) {
  static final Rulebook LAW = Rulebook.load();
  static final Industries INDUSTRIES = Industries.load();

  private static final Geometry EVERYWHERE = Grid.SHAPES.toGeometry(new Envelope(110, 120, 25, 35));

  Screening screened() {
    LocalDate today = LocalDate.parse("2026-11-24");
    Screener screener =
        new Screener(atlas(), LAW, INDUSTRIES, LAW.profile(node.path("profile").asText("demo")));
    return screener.screen(ProposalReader.read(node.path("project"), today));
  }

  private Atlas atlas() {
    Map<String, List<Zone>> zones = new TreeMap<>();
    LAW.profile("demo").layers().forEach(layer -> zones.put(layer, new ArrayList<>()));
    node.path("ground")
        .properties()
        .forEach(
            entry -> {
              List<Zone> of = zones.computeIfAbsent(entry.getKey(), layer -> new ArrayList<>());
              entry.getValue().forEach(feature -> of.add(zone(feature, of.size())));
            });
    List<LayerEdition> editions = new ArrayList<>(List.of(counties()));
    zones.forEach((layer, all) -> editions.add(new LayerEdition(layer(layer, all), all)));
    return Atlas.of(1, editions);
  }

  private Layer layer(String id, List<Zone> zones) {
    boolean lines = Set.of("river-shoreline", "river-reach").contains(id);
    boolean points = id.equals("weather-station");
    JsonNode coverage = node.path("coverage").path(id);
    Optional<Geometry> extent =
        coverage.isMissingNode()
            ? Optional.of(EVERYWHERE)
            : coverage.isNull()
                ? Optional.empty()
                : Optional.of(GeoJson.read(coverage, "/coverage"));
    return new Layer(
        id,
        id,
        id,
        lines ? Layer.Shape.LINE : points ? Layer.Shape.POINT : Layer.Shape.POLYGON,
        "case",
        "a case",
        "CC0-1.0",
        "EPSG:4490",
        node.path("accuracy_m").path(id).asDouble(5),
        true,
        true,
        extent);
  }

  private static Zone zone(JsonNode feature, int number) {
    Map<String, String> attributes = new HashMap<>();
    feature
        .path("properties")
        .properties()
        .forEach(
            entry ->
                attributes.put(
                    entry.getKey(),
                    entry.getValue().isContainerNode()
                        ? entry.getValue().toString()
                        : entry.getValue().asText()));
    return new Zone(
        "z" + number,
        "zone " + number,
        GeoJson.read(feature.path("geometry"), "/ground"),
        new TreeMap<>(attributes),
        Optional.ofNullable(attributes.remove("valid_from")).map(LocalDate::parse),
        Optional.ofNullable(attributes.remove("valid_to")).map(LocalDate::parse),
        "a case",
        "synthetic");
  }

  private LayerEdition counties() {
    String adcode = node.path("county").asText("420106");
    Zone county =
        Zone.of(
            adcode,
            "county " + adcode,
            EVERYWHERE,
            Map.of(
                "adcode", adcode,
                "prefecture", adcode.substring(0, 4) + "00",
                "province", adcode.substring(0, 2) + "0000"),
            "a case",
            "synthetic");
    return new LayerEdition(layer("counties", List.of(county)), List.of(county));
  }
}
