package luodi.synthetic;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import luodi.atlas.Atlas;
import luodi.atlas.Coverage;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.FaultException;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.ingest.RealGround;
import luodi.rule.Rulebook;
import luodi.rule.Vocabulary;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/** What the synthetic ground promises of its layers. */
class SyntheticGroundTest {
  private static final MadeGround GROUND = MadeGround.get();
  private static final List<String> PREFIXES =
      GROUND.provinces().stream().map(code -> code.substring(0, 2)).toList();

  @Test
  void every_layer_of_the_demo_profile_is_made() {
    assertThat(GROUND.synthetic().layers())
        .extracting(edition -> edition.layer().id())
        .containsExactlyInAnyOrderElementsOf(Rulebook.load().profile("demo").layers());
    assertThat(GROUND.synthetic().layers())
        .filteredOn(edition -> edition.zones().isEmpty())
        .extracting(edition -> edition.layer().id())
        .as("no national park touches the four provinces of the small scale")
        .isEqualTo(MadeGround.NATIONAL ? List.of() : List.of("national-park"));
  }

  @Test
  void every_layer_and_zone_says_that_it_is_not_real() {
    for (LayerEdition edition : GROUND.synthetic().layers()) {
      Layer layer = edition.layer();
      assertThat(layer.synthetic()).isTrue();
      assertThat(layer.titleZh()).contains("合成");
      assertThat(layer.titleEn()).contains("synthetic");
      assertThat(layer.source()).contains("not real").contains("seed " + MadeGround.SEED);
      for (Zone zone : edition.zones()) {
        assertThat(zone.name()).contains("合成");
        assertThat(zone.source()).contains("not real");
        assertThat(zone.confidence()).isEqualTo("synthetic");
      }
    }
  }

  @Test
  void every_zone_is_a_valid_shape_on_the_grid_with_an_id_of_its_own() {
    for (LayerEdition edition : GROUND.synthetic().layers()) {
      assertThat(edition.zones()).extracting(Zone::id).doesNotHaveDuplicates().isSorted();
      int dimension = edition.layer().geometry() == Layer.Shape.LINE ? 1 : 2;
      for (Zone zone : edition.zones()) {
        assertThat(zone.shape().isEmpty()).as(zone.id()).isFalse();
        assertThat(zone.shape().isValid()).as(zone.id()).isTrue();
        assertThat(zone.shape().getDimension()).as(zone.id()).isEqualTo(dimension);
        for (Coordinate at : zone.shape().getCoordinates()) {
          assertThat(at.x == Grid.snap(at.x) && at.y == Grid.snap(at.y)).as(zone.id()).isTrue();
        }
      }
    }
  }

  @Test
  void zones_say_nothing_that_no_rule_could_read() {
    Vocabulary words = Rulebook.load().words();
    for (LayerEdition edition : GROUND.synthetic().layers()) {
      Vocabulary.LayerWords of = words.layer(edition.layer().id()).orElseThrow();
      for (Zone zone : edition.zones()) {
        zone.attributes()
            .forEach(
                (attribute, value) -> {
                  if (of.attributes().containsKey(attribute)) {
                    Vocabulary.AttributeWords values = of.attributes().get(attribute);
                    assertThat(values.open() || values.values().containsKey(value))
                        .as("%s=%s of %s", attribute, value, zone.id())
                        .isTrue();
                  }
                });
      }
    }
  }

  @Test
  void no_zone_leaves_the_ground_where_its_layer_is_known() {
    for (LayerEdition edition : GROUND.synthetic().layers()) {
      Coverage coverage = GROUND.atlas().coverage(edition.layer().id());
      for (Zone zone : edition.zones()) {
        Envelope around = new Envelope(zone.shape().getEnvelopeInternal());
        around.expandBy(0.1);
        boolean inside =
            coverage.over(zone.shape()) == Coverage.Extent.FULL
                || isCrack(Grid.difference(zone.shape(), Grid.clip(coverage.extent(), around)));
        assertThat(inside).as(zone.id()).isTrue();
      }
    }
  }

  @Test
  void the_redline_lies_inside_priority_units() {
    Map<String, Zone> units = byId("env-unit");
    for (Zone redline : zones("eco-redline")) {
      Zone unit = units.get("ZH" + redline.id().substring(3, 14));
      assertThat(unit.attributes()).containsEntry("class", "priority");
      assertThat(Grid.difference(redline.shape(), unit.shape()).isEmpty())
          .as(redline.id())
          .isTrue();
    }
    assertThat(values("eco-redline", "zone")).containsExactlyInAnyOrder("core-protection", "other");
  }

  @Test
  void farmland_contains_all_basic_farmland() {
    Map<String, Zone> fields = byId("farmland");
    for (Zone basic : zones("perm-basic-farmland")) {
      Zone field = fields.get(basic.id().replace("BF-", "FL-"));
      assertThat(Grid.difference(basic.shape(), field.shape()).isEmpty()).as(basic.id()).isTrue();
    }
  }

  @Test
  void fields_and_redlines_do_not_overlap() {
    for (Zone field : zones("farmland")) {
      for (Zone redline : GROUND.atlas().near("eco-redline", field.shape().getEnvelopeInternal())) {
        Geometry both = Grid.intersection(field.shape(), redline.shape());
        assertThat(Authalic.areaM2(both)).as(field.id() + " and " + redline.id()).isZero();
      }
    }
  }

  @Test
  void the_levels_of_a_water_source_lie_around_each_other_without_overlap() {
    Map<String, Zone> zones = byId("water-source");
    Set<String> sources =
        zones.keySet().stream()
            .map(id -> id.substring(0, id.lastIndexOf('-')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(sources).hasSizeGreaterThan(100);
    for (String source : sources) {
      Zone first = zones.get(source + "-1");
      Zone second = zones.get(source + "-2");
      assertThat(Authalic.areaM2(Grid.intersection(first.shape(), second.shape()))).isZero();
      assertThat(first.shape().getBoundary().distance(second.shape())).as(source).isZero();
    }
  }

  @Test
  void reserves_are_zoned_in_three_until_the_revision_and_in_two_from_that_day() {
    Set<String> before = Set.of("core", "buffer", "experimental", "peripheral-belt");
    for (Zone zone : zones("nature-reserve")) {
      boolean old = before.contains(zone.attributes().get("zone"));
      LocalDate day = LocalDate.parse("2026-03-15");
      assertThat(zone.from()).isEqualTo(old ? Optional.empty() : Optional.of(day));
      assertThat(zone.to()).isEqualTo(old ? Optional.of(day) : Optional.empty());
    }
  }

  @Test
  void parks_are_as_large_as_their_grade_allows() {
    for (Zone park : zones("industrial-park")) {
      double km2 = Authalic.areaM2(park.shape()) / 1e6;
      boolean national = park.attributes().get("grade").equals("national");
      assertThat(km2).as(park.name()).isBetween(national ? 2.0 : 1.0, national ? 50.0 : 20.0);
    }
    assertThat(values("industrial-park", "grade"))
        .containsExactlyInAnyOrder("national", "provincial", "other");
  }

  @Test
  void every_development_zone_has_an_outline_or_is_listed_with_the_reason() {
    Set<String> drawn = byId("industrial-park").keySet();
    Map<String, LeftOut> leftOut =
        GROUND.synthetic().leftOut().stream()
            .filter(row -> row.layer().equals("industrial-park"))
            .collect(toMap(LeftOut::id, Function.identity()));
    int rows = 0;
    for (Map<String, String> row :
        RealGround.rows(MadeGround.GEODATA, "development_zones_gbt37028_2018")) {
      String code = row.get("zone_code");
      if (PREFIXES.contains(code.substring(0, 2))) {
        rows++;
        assertThat(drawn.contains("IP-" + code))
            .as(row.get("name"))
            .isNotEqualTo(leftOut.containsKey(code));
        boolean seated = !row.get("lon_wgs84").isEmpty();
        assertThat(seated || leftOut.containsKey(code)).as(row.get("name")).isTrue();
      }
    }
    assertThat(rows).isGreaterThan(300);
    assertThat(leftOut.values()).allSatisfy(row -> assertThat(row.reason()).isNotBlank());
  }

  @Test
  void bonded_and_free_trade_zones_are_no_industrial_parks() {
    Set<String> drawn = byId("industrial-park").keySet();
    List<Map<String, String>> rows =
        RealGround.rows(MadeGround.GEODATA, "development_zones_gbt37028_2018");

    assertThat(rows)
        .filteredOn(row -> Set.of("海关特殊监管区域", "自由贸易试验区").contains(row.get("type")))
        .hasSizeGreaterThan(30)
        .allSatisfy(row -> assertThat(drawn).doesNotContain("IP-" + row.get("zone_code")));
  }

  @Test
  void a_park_has_its_real_name_and_code() {
    Map<String, Zone> parks = byId("industrial-park");
    for (Map<String, String> row :
        RealGround.rows(MadeGround.GEODATA, "development_zones_gbt37028_2018")) {
      Zone park = parks.get("IP-" + row.get("zone_code"));
      if (park != null) {
        assertThat(park.name()).startsWith(row.get("name"));
        assertThat(park.attributes())
            .containsEntry("zone_code", row.get("zone_code"))
            .containsEntry("grade", row.get("grade").equals("国家级") ? "national" : "provincial");
      }
    }
  }

  @Test
  void every_known_chemical_park_of_the_provinces_is_a_recognised_one() {
    Map<String, Zone> byName =
        zones("industrial-park").stream()
            .collect(toMap(Zone::name, Function.identity(), (one, same) -> one));
    int seen = 0;
    for (Map<String, String> row : RealGround.rows(MadeGround.GEODATA, "chemical_parks_sample")) {
      if (PREFIXES.contains(row.get("adcode").substring(0, 2))) {
        Zone park = byName.get(row.get("name") + "（合成轮廓）");
        assertThat(park).as(row.get("name")).isNotNull();
        assertThat(park.attributes()).containsEntry("chemical_recognised", "true");
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(5);
  }

  @Test
  void some_parks_overlap_and_some_facts_of_parks_are_unknown() {
    List<Zone> parks = zones("industrial-park");
    long overlapping =
        parks.stream()
            .filter(
                park ->
                    GROUND
                        .atlas()
                        .near("industrial-park", park.shape().getEnvelopeInternal())
                        .stream()
                        .anyMatch(
                            other ->
                                !other.id().equals(park.id())
                                    && Authalic.areaM2(
                                            Grid.intersection(other.shape(), park.shape()))
                                        > 0))
            .count();

    assertThat(overlapping).isPositive();
    for (String fact :
        List.of("legal", "compliant", "plan_eia", "suspended", "infrastructure", "pilot")) {
      double unknown =
          parks.stream().filter(park -> !park.attributes().containsKey(fact)).count()
              / (double) parks.size();
      assertThat(unknown).as(fact).isCloseTo(0.05, within(0.04));
    }
  }

  @Test
  void layers_have_holes_as_real_ones_do() {
    for (String layer :
        List.of("eco-redline", "farmland", "udb", "water-source", "nature-reserve")) {
      assertThat(zones(layer)).as(layer).anyMatch(zone -> holes(zone.shape()) > 0);
    }
  }

  @Test
  void basic_farmland_is_not_known_in_one_place_of_each_province() {
    Geometry everywhere = GROUND.layer("farmland").layer().coverage().orElseThrow();
    Geometry known = GROUND.layer("perm-basic-farmland").layer().coverage().orElseThrow();

    Geometry gaps = Grid.difference(everywhere, known);

    int made = GROUND.synthetic().made().gaps().size();
    assertThat(made).isBetween(GROUND.provinces().size() - 2, GROUND.provinces().size());
    assertThat(gaps.getNumGeometries()).isEqualTo(made);
    for (int i = 0; i < made; i++) {
      Geometry gap = gaps.getGeometryN(i);
      assertThat(Authalic.areaM2(gap)).isCloseTo(10e6, within(0.1e6));
      assertThat(GROUND.atlas().near("perm-basic-farmland", gap.getEnvelopeInternal()))
          .as("zones around the gap")
          .isNotEmpty()
          .allSatisfy(zone -> assertThat(isCrack(Grid.intersection(zone.shape(), gap))).isTrue());
    }
  }

  @Test
  void elsewhere_the_layers_are_not_known() {
    Coordinate abroad =
        MadeGround.NATIONAL ? new Coordinate(127.0, 37.5) : new Coordinate(116.4, 39.9);
    Geometry elsewhere = Grid.SHAPES.createPoint(abroad);
    Geometry nanjing = Grid.SHAPES.createPoint(new Coordinate(118.8, 32.06));
    for (LayerEdition edition : GROUND.synthetic().layers()) {
      Coverage coverage = GROUND.atlas().coverage(edition.layer().id());
      assertThat(coverage.over(elsewhere)).isEqualTo(Coverage.Extent.NONE);
      assertThat(coverage.over(nanjing)).isEqualTo(Coverage.Extent.FULL);
    }
  }

  @Test
  void a_province_made_alone_is_the_same_to_the_byte_as_among_others() {
    MadeGround.Gathered alone =
        MadeGround.Gathered.of(GROUND.basis(), Options.of(MadeGround.SEED, List.of("640000")));
    Coverage ningxia = Atlas.of(1, alone.layers()).coverage("env-unit");

    for (LayerEdition edition : alone.layers()) {
      List<Zone> among =
          zones(edition.layer().id()).stream()
              .filter(zone -> ningxia.over(zone.shape().getInteriorPoint()) == Coverage.Extent.FULL)
              .toList();
      assertThat(edition.zones()).as(edition.layer().id()).isEqualTo(among);
      for (int i = 0; i < among.size(); i++) {
        assertThat(bytes(edition.zones().get(i))).isEqualTo(bytes(among.get(i)));
      }
    }
  }

  @Test
  void another_seed_makes_another_ground() {
    MadeGround.Gathered other =
        MadeGround.Gathered.of(GROUND.basis(), Options.of(MadeGround.SEED + 1, List.of("640000")));

    for (LayerEdition edition : other.layers()) {
      assertThat(edition.zones())
          .as(edition.layer().id())
          .noneMatch(zone -> zones(edition.layer().id()).contains(zone));
    }
  }

  @Test
  void a_province_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> SyntheticGround.of(GROUND.basis(), Options.of(1, List.of("990000"))))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("990000");
    assertThatThrownBy(() -> Options.small(1).withVertices(7))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("30 to 5000");
  }

  /** Clipping may move an edge by a cell of the grid. */
  private static boolean isCrack(Geometry rest) {
    return rest.isEmpty() || !LocalFrame.around(rest).deeper(rest, Grid.CELL_M);
  }

  private static byte[] bytes(Zone zone) {
    return new WKBWriter().write(zone.shape());
  }

  private static int holes(Geometry shape) {
    int holes = 0;
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      holes += ((Polygon) shape.getGeometryN(i)).getNumInteriorRing();
    }
    return holes;
  }

  private static Set<String> values(String layer, String attribute) {
    return zones(layer).stream()
        .map(zone -> zone.attributes().get(attribute))
        .collect(Collectors.toSet());
  }

  private static Map<String, Zone> byId(String layer) {
    return zones(layer).stream().collect(toMap(Zone::id, Function.identity()));
  }

  private static List<Zone> zones(String layer) {
    return new ArrayList<>(GROUND.layer(layer).zones());
  }
}
