package luodi.synthetic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.ingest.RealGround;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The control units of the demo: official counts and shares, and no gap or overlap anywhere. */
class ControlUnitsTest {
  private static final MadeGround GROUND = MadeGround.get();
  private static final List<Zone> UNITS = GROUND.layer("env-unit").zones();
  private static final Map<String, List<Zone>> BY_COUNTY =
      UNITS.stream()
          .collect(
              groupingBy(
                  unit -> unit.id().substring(2, 8),
                  TreeMap::new,
                  java.util.stream.Collectors.toList()));
  private static final List<Basis.County> COUNTIES =
      GROUND.basis().counties().stream()
          .filter(county -> GROUND.provinces().contains(county.province()))
          .toList();

  @Test
  void the_units_of_each_county_are_the_county_without_a_gap() {
    for (Basis.County county : COUNTIES) {
      Geometry together = Grid.union(shapes(BY_COUNTY.get(county.adcode())));

      assertThat(Grid.difference(county.shape(), together).isEmpty()).as(county.name()).isTrue();
      assertThat(Grid.difference(together, county.shape()).isEmpty()).as(county.name()).isTrue();
    }
  }

  @Test
  void no_two_units_of_a_county_overlap() {
    for (List<Zone> units : BY_COUNTY.values()) {
      for (int i = 0; i < units.size(); i++) {
        for (int j = i + 1; j < units.size(); j++) {
          Geometry both = Grid.intersection(units.get(i).shape(), units.get(j).shape());
          assertThat(both.getDimension() == 2 && !both.isEmpty())
              .as(units.get(i).id() + " and " + units.get(j).id())
              .isFalse();
        }
      }
    }
  }

  @Test
  void the_areas_of_the_units_add_up_to_their_county_within_a_square_metre() {
    for (Basis.County county : COUNTIES) {
      double units =
          BY_COUNTY.get(county.adcode()).stream()
              .mapToDouble(unit -> Authalic.areaM2(unit.shape()))
              .sum();
      double wanted = Authalic.areaM2(county.shape());
      assertThat(units).as(county.name()).isCloseTo(wanted, within(1.0));
    }
  }

  @Test
  void the_official_number_of_units_is_shared_out_by_area() {
    int official = Integer.parseInt(official("units_total"));
    double national =
        GROUND.basis().counties().stream().mapToDouble(c -> Authalic.areaM2(c.shape())).sum();

    Map<String, Integer> quota = UnitQuota.of(GROUND.basis().counties());

    assertThat(quota.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(official);
    for (Basis.County county : GROUND.basis().counties()) {
      double share = official * Authalic.areaM2(county.shape()) / national;
      assertThat((double) quota.get(county.adcode()))
          .as(county.name())
          .isBetween(Math.max(1, Math.floor(share)), Math.max(1, Math.floor(share) + 1));
    }
    for (Basis.County county : COUNTIES) {
      assertThat(BY_COUNTY.get(county.adcode()))
          .as(county.name())
          .hasSize(quota.get(county.adcode()));
    }
  }

  @Test
  void the_classes_have_their_official_shares_of_the_area_within_two_per_cent() {
    Map<String, Double> areas =
        UNITS.stream()
            .collect(
                groupingBy(
                    unit -> unit.attributes().get("class"),
                    summingDouble(unit -> Authalic.areaM2(unit.shape()))));
    double all = areas.values().stream().mapToDouble(Double::doubleValue).sum();

    assertThat(areas).containsOnlyKeys("priority", "key", "general");
    areas.forEach(
        (kind, areaM2) -> {
          double wanted = Double.parseDouble(official(kind + "_area_pct")) / 100;
          assertThat(areaM2 / all).as(kind).isCloseTo(wanted, within(wanted * 0.02));
        });
  }

  @Test
  void the_code_of_a_unit_tells_its_county_and_class() {
    Map<String, String> digits = Map.of("priority", "1", "key", "2", "general", "3");

    for (Zone unit : UNITS) {
      assertThat(unit.id()).matches("ZH\\d{6}[123]\\d{4}");
      assertThat(unit.attributes()).containsEntry("code", unit.id());
      assertThat(unit.id().substring(8, 9)).isEqualTo(digits.get(unit.attributes().get("class")));
    }
    assertThat(BY_COUNTY.keySet())
        .containsExactlyElementsOf(COUNTIES.stream().map(Basis.County::adcode).sorted().toList());
  }

  @Test
  void each_unit_has_a_complete_access_list_and_some_are_empty() throws JsonProcessingException {
    Set<String> dimensions = new HashSet<>();
    Set<String> effects = new HashSet<>();
    int empty = 0;
    for (String list :
        new HashSet<>(UNITS.stream().map(unit -> unit.attributes().get("items")).toList())) {
      JsonNode read = new ObjectMapper().readTree(list);
      assertThat(read.path("complete").asBoolean()).isTrue();
      empty += read.path("items").isEmpty() ? 1 : 0;
      for (JsonNode item : read.path("items")) {
        dimensions.add(item.path("dimension").asText());
        effects.add(item.path("effect").asText());
        assertThat(item.path("codes").isArray()).isTrue();
        assertThat(item.has("process") && item.has("from") && item.has("to")).isTrue();
        assertThat(item.path("text").asText()).as("marked as no law").contains("合成条目（非法律文本）");
      }
    }
    assertThat(dimensions).hasSize(4);
    assertThat(effects).contains("prohibit", "restrict");
    assertThat(empty).isPositive();
  }

  @Test
  void units_have_about_a_hundred_vertices() {
    double mean = UNITS.stream().mapToInt(unit -> unit.shape().getNumPoints()).average().orElse(0);

    assertThat(mean).isBetween(80.0, 125.0);
  }

  /** As two offices draw the border between their counties. */
  @Test
  void neighbours_share_borders_whose_vertices_differ() {
    int pairs = 0;
    int differing = 0;
    for (int i = 0; i < COUNTIES.size(); i++) {
      for (int j = i + 1; j < COUNTIES.size(); j++) {
        Geometry a = COUNTIES.get(i).shape();
        Geometry b = COUNTIES.get(j).shape();
        if (a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
          Geometry border = a.getBoundary().intersection(b.getBoundary());
          if (border.getLength() > 0.05) {
            pairs++;
            differing +=
                onBorder(COUNTIES.get(i), border).equals(onBorder(COUNTIES.get(j), border)) ? 0 : 1;
          }
        }
      }
    }
    assertThat(pairs).isGreaterThan(300);
    assertThat(differing).isEqualTo(pairs);
  }

  private static Set<Coordinate> onBorder(Basis.County county, Geometry border) {
    Set<Coordinate> on = new HashSet<>();
    for (Zone unit : BY_COUNTY.get(county.adcode())) {
      if (unit.shape().getEnvelopeInternal().intersects(border.getEnvelopeInternal())) {
        Arrays.stream(unit.shape().getCoordinates())
            .filter(at -> border.getEnvelopeInternal().contains(at))
            .filter(at -> border.isWithinDistance(Grid.SHAPES.createPoint(at), 1e-7))
            .forEach(on::add);
      }
    }
    return on;
  }

  private static String official(String column) {
    return RealGround.rows(MadeGround.GEODATA, "env_control_units_counts").stream()
        .filter(row -> row.get("area").equals("全国") && !row.get("priority_area_pct").isEmpty())
        .findFirst()
        .orElseThrow()
        .get(column);
  }

  private static List<Geometry> shapes(List<Zone> zones) {
    return new ArrayList<>(zones.stream().map(Zone::shape).toList());
  }
}
