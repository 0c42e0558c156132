package luodi.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import luodi.ScratchDatabase;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fabric.Overlay;
import luodi.fabric.Regions;
import luodi.fabric.Under;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.geo.Nearness;
import luodi.ground.Ask;
import luodi.web.ServedGround;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The engine in memory against {@code sql/query/overlaps.sql}, on 2,000 sites and every layer. */
class OracleTest {
  private static final int SITES = 2000;
  private static final double REACH_M = 1000;
  private static final double BORDER_M = 50;
  private static final double DISTANCE_M = 0.1;
  private static final double AREA_M2 = 1;
  private static final double AREA_SHARE = 1e-6;

  /** Zones that share less than this with a site may be cracks between borders on the grid. */
  private static final double CRACK_M2 = 0.05;

  private final Atlas atlas = ServedGround.atlas();
  private final List<Ask> asks = ServedGround.desk().rulebook().asks(OptionalDouble.empty());
  private final Random chance = new Random(20261125);

  private record Answer(double sharedM2, double distanceM) {}

  /** What is true of a site and a zone of a layer, by site's number and zone's id. */
  private record Pair(int site, String zone) {}

  @Test
  void memory_and_postgis_find_the_same_zones_areas_and_distances() throws Exception {
    List<Geometry> sites = sites();
    Regions regions = Regions.of(atlas, asks);
    List<Overlay> overlays = sites.parallelStream().map(site -> Under.of(site, regions)).toList();
    int compared = 0;
    try (ScratchDatabase database = ScratchDatabase.make()) {
      store(database);
      try (Connection connection = database.connect()) {
        connection.createStatement().execute("ANALYZE luodi.zones");
        for (Layer layer : atlas.layers()) {
          Map<Pair, Answer> oracle = asked(connection, layer.id(), sites);
          Map<Pair, Answer> engine = measured(layer, sites, overlays);
          compare(layer.id(), engine, oracle, sites);
          compare(layer.id(), oracle, engine, sites);
          compared += oracle.size();
        }
      }
    }
    assertThat(compared).as("pairs of sites and zones that were compared").isGreaterThan(4 * SITES);
  }

  /** Whatever the first found clearly, the second found too, and as large and as far. */
  private static void compare(
      String layer, Map<Pair, Answer> found, Map<Pair, Answer> other, List<Geometry> sites) {
    found.forEach(
        (pair, one) -> {
          Answer two = other.get(pair);
          if (two == null) {
            assertThat(one.distanceM())
                .as("%s %s was found by one only: %s", layer, pair, sites.get(pair.site()))
                .isGreaterThan(REACH_M - DISTANCE_M);
            return;
          }
          assertThat(one.distanceM())
              .as("metres from %s to %s %s", sites.get(pair.site()), layer, pair)
              .isCloseTo(two.distanceM(), within(DISTANCE_M));
          assertThat(one.sharedM2())
              .as("m² of %s in %s %s", sites.get(pair.site()), layer, pair)
              .isCloseTo(two.sharedM2(), within(Math.max(AREA_M2, AREA_SHARE * two.sharedM2())));
          assertThat(one.sharedM2() > CRACK_M2 && two.sharedM2() == 0)
              .as("%s is under %s for one only, with %s m²", pair, layer, one.sharedM2())
              .isFalse();
        });
  }

  private Map<Pair, Answer> measured(Layer layer, List<Geometry> sites, List<Overlay> overlays) {
    boolean isRead =
        asks.stream().anyMatch(ask -> ask.layer().equals(layer.id()) && ask.zones().isPresent());
    List<Map<Pair, Answer>> all =
        IntStream.range(0, sites.size())
            .parallel()
            .mapToObj(i -> measured(layer.id(), i, sites.get(i), overlays.get(i), isRead))
            .toList();
    Map<Pair, Answer> merged = new HashMap<>();
    all.forEach(merged::putAll);
    return merged;
  }

  private Map<Pair, Answer> measured(
      String layer, int number, Geometry site, Overlay overlay, boolean isRead) {
    Map<Pair, Answer> answers = new TreeMap<>(java.util.Comparator.comparing(Pair::zone));
    Nearness nearness = Nearness.of(site);
    Envelope window = LocalFrame.around(site).grow(site.getEnvelopeInternal(), REACH_M);
    for (Zone zone : atlas.near(layer, window)) {
      Optional<Geodesic.Nearest> nearest = nearness.to(zone.shape(), REACH_M);
      if (nearest.isPresent() && nearest.get().distanceM() <= REACH_M) {
        double sharedM2 = isRead ? overlay.sharedM2(zone) : Grid.sharedM2(site, zone.shape());
        answers.put(new Pair(number, zone.id()), new Answer(sharedM2, nearest.get().distanceM()));
      }
    }
    return answers;
  }

  private static Map<Pair, Answer> asked(Connection connection, String layer, List<Geometry> sites)
      throws SQLException, IOException {
    Map<Pair, Answer> answers = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql())) {
      query.setArray(
          1,
          connection.createArrayOf(
              "integer", IntStream.range(0, sites.size()).boxed().toArray(Integer[]::new)));
      query.setArray(
          2,
          connection.createArrayOf(
              "text", sites.stream().map(Geometry::toText).toArray(String[]::new)));
      query.setString(3, layer);
      query.setDouble(4, REACH_M);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          answers.put(
              new Pair(row.getInt("number"), row.getString("zone")),
              new Answer(row.getDouble("shared_m2"), row.getDouble("distance_m")));
        }
      }
    }
    return answers;
  }

  private void store(ScratchDatabase database) {
    try (AtlasStore store = PostgisDatabase.at(DatabaseUrl.parse(database.url())).open()) {
      for (Layer layer : atlas.layers()) {
        store.write(new LayerEdition(layer, atlas.zones(layer.id())));
      }
    }
  }

  /** Plots of a tenth to fifty hectares; every second has its middle near a boundary. */
  private List<Geometry> sites() {
    List<Zone> zones = new ArrayList<>();
    for (Ask ask : asks) {
      zones.addAll(atlas.zones(ask.layer()));
    }
    List<Zone> units = atlas.zones("env-unit");
    List<Geometry> sites = new ArrayList<>();
    while (sites.size() < SITES) {
      boolean atBorder = sites.size() % 2 == 0;
      Zone zone = atBorder ? any(zones) : any(units);
      Coordinate middle = atBorder ? near(any(zone)) : inside(zone);
      double radius = 0.0002 * Math.pow(25, chance.nextDouble());
      Geometry plot = plot(middle, radius);
      if (plot.isValid()) {
        sites.add(plot);
      }
    }
    return sites;
  }

  private Zone any(List<Zone> zones) {
    return zones.get(chance.nextInt(zones.size()));
  }

  private Coordinate any(Zone zone) {
    Coordinate[] corners = zone.shape().getCoordinates();
    return corners[chance.nextInt(corners.length)];
  }

  private Coordinate near(Coordinate border) {
    double angle = 2 * Math.PI * chance.nextDouble();
    double degrees = BORDER_M * chance.nextDouble() / 111_320;
    return new Coordinate(
        border.x + degrees * Math.cos(angle), border.y + degrees * Math.sin(angle));
  }

  private Coordinate inside(Zone zone) {
    Envelope box = zone.shape().getEnvelopeInternal();
    return new Coordinate(
        box.getMinX() + chance.nextDouble() * box.getWidth(),
        box.getMinY() + chance.nextDouble() * box.getHeight());
  }

  private Geometry plot(Coordinate middle, double radius) {
    int corners = 3 + chance.nextInt(8);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + 0.8 * chance.nextDouble()) / corners;
      double out = radius * (0.4 + 0.6 * chance.nextDouble());
      ring[i] =
          new Coordinate(
              Grid.snap(middle.x + out * Math.cos(angle)),
              Grid.snap(middle.y + out * Math.sin(angle)));
    }
    ring[corners] = ring[0].copy();
    return Grid.SHAPES.createPolygon(ring);
  }

  private static String sql() throws IOException {
    try (InputStream in = OracleTest.class.getResourceAsStream("/sql/query/overlaps.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
