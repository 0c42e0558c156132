package luodi.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.fault.FaultException;
import luodi.geo.Grid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class AtlasTest {
  private static final Geometry HALF = box(110, 115, 25, 35);

  @Test
  void a_window_finds_the_zones_that_it_meets_in_the_order_of_their_ids() {
    Atlas atlas =
        Atlas.of(
            1,
            List.of(
                edition(
                    "udb",
                    zone("c", box(1, 2, 1, 2)),
                    zone("a", box(0, 1, 0, 1)),
                    zone("b", box(5, 6, 5, 6)))));

    assertThat(atlas.near("udb", new Envelope(1, 1.5, 1, 1.5)))
        .extracting(Zone::id)
        .containsExactly("a", "c");
    assertThat(atlas.near("udb", new Envelope(7, 8, 7, 8))).isEmpty();
    assertThat(atlas.near("no-such-layer", new Envelope(0, 9, 0, 9))).isEmpty();
  }

  @Test
  void a_zone_is_found_by_its_layer_and_id() {
    Atlas atlas = Atlas.of(1, List.of(edition("udb", zone("a", box(0, 1, 0, 1)))));

    assertThat(atlas.zone("udb", "a")).get().extracting(Zone::id).isEqualTo("a");
    assertThat(atlas.zone("udb", "b")).isEmpty();
    assertThat(atlas.zone("wetland", "a")).isEmpty();
  }

  @Test
  void a_zone_is_valid_from_its_first_day_and_no_longer_on_its_last() {
    Zone zone =
        new Zone(
            "a",
            "a",
            box(0, 1, 0, 1),
            new TreeMap<>(),
            Optional.of(LocalDate.parse("2026-03-15")),
            Optional.of(LocalDate.parse("2027-01-01")),
            "a case",
            "synthetic");

    assertThat(zone.validOn(LocalDate.parse("2026-03-14"))).isFalse();
    assertThat(zone.validOn(LocalDate.parse("2026-03-15"))).isTrue();
    assertThat(zone.validOn(LocalDate.parse("2026-12-31"))).isTrue();
    assertThat(zone.validOn(LocalDate.parse("2027-01-01"))).isFalse();
  }

  @Test
  void coverage_is_full_partial_or_none() {
    Atlas atlas = Atlas.of(1, List.of(edition("udb", zone("a", box(111, 112, 26, 27)))));

    assertThat(atlas.coverage("udb").over(box(111, 112, 26, 27))).isEqualTo(Coverage.Extent.FULL);
    assertThat(atlas.coverage("udb").over(box(110, 112, 26, 27))).isEqualTo(Coverage.Extent.FULL);
    assertThat(atlas.coverage("udb").over(box(109, 112, 26, 27)))
        .isEqualTo(Coverage.Extent.PARTIAL);
    assertThat(atlas.coverage("udb").over(box(100, 101, 26, 27))).isEqualTo(Coverage.Extent.NONE);
    assertThat(atlas.coverage("no-such-layer").over(HALF)).isEqualTo(Coverage.Extent.NONE);
  }

  @Test
  void the_same_editions_have_the_same_name_and_others_another() {
    Atlas atlas = Atlas.of(7, List.of(edition("udb", zone("a", box(0, 1, 0, 1)))));
    Atlas same = Atlas.of(7, List.of(edition("udb", zone("a", box(0, 1, 0, 1)))));
    Atlas moved = Atlas.of(7, List.of(edition("udb", zone("a", box(0, 1, 0, 1.0000001)))));
    Atlas renamed = Atlas.of(7, List.of(edition("udb", zone("b", box(0, 1, 0, 1)))));
    Atlas elsewhere = Atlas.of(7, List.of(edition("wetland", zone("a", box(0, 1, 0, 1)))));

    assertThat(atlas.name()).startsWith("7@").isEqualTo(same.name());
    assertThat(List.of(moved.name(), renamed.name(), elsewhere.name()))
        .doesNotHaveDuplicates()
        .doesNotContain(atlas.name());
  }

  @Test
  void the_order_in_which_editions_come_does_not_matter() {
    LayerEdition udb = edition("udb", zone("a", box(0, 1, 0, 1)));
    LayerEdition wetland = edition("wetland", zone("a", box(0, 1, 0, 1)));

    assertThat(Atlas.of(1, List.of(udb, wetland)).name())
        .isEqualTo(Atlas.of(1, List.of(wetland, udb)).name());
    assertThat(Atlas.of(1, List.of(wetland, udb)).layers())
        .extracting(Layer::id)
        .containsExactly("udb", "wetland");
  }

  @Test
  void a_layer_that_comes_twice_is_refused() {
    LayerEdition udb = edition("udb", zone("a", box(0, 1, 0, 1)));

    assertThatThrownBy(() -> Atlas.of(1, List.of(udb, udb)))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("'udb' came twice");
  }

  @Test
  void the_data_speak_for_the_newest_day_that_an_edition_names() {
    Atlas atlas =
        Atlas.of(
            1,
            List.of(
                named("counties", "2024-12-31"),
                named("udb", "demo-2026.1"),
                named("lakes", "2.3.7")));

    assertThat(atlas.day()).isEqualTo(LocalDate.parse("2026-01-01"));
  }

  private static Geometry box(double west, double east, double south, double north) {
    return Grid.SHAPES.toGeometry(new Envelope(west, east, south, north));
  }

  private static Zone zone(String id, Geometry shape) {
    return Zone.of(id, "zone " + id, shape, Map.of("kind", "x"), "a case", "synthetic");
  }

  private static LayerEdition edition(String layer, Zone... zones) {
    return new LayerEdition(layer(layer, "2026.1"), List.of(zones));
  }

  private static LayerEdition named(String layer, String edition) {
    return new LayerEdition(layer(layer, edition), List.of());
  }

  private static Layer layer(String id, String edition) {
    return new Layer(
        id,
        "层",
        "layer",
        Layer.Shape.POLYGON,
        edition,
        "a case",
        "CC0-1.0",
        "EPSG:4490",
        5,
        true,
        true,
        Optional.of(HALF));
  }
}
