package luodi.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.Grid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * What every store keeps of layers and zones; {@link EditionsContract} tells how editions live. A
 * store's own test extends this and says how to open it: {@link #open} is asked once for a store
 * that is empty, then again for the same one.
 */
public abstract class ContentsContract {
  private AtlasStore store;

  /** The store of this test, empty when it is opened first; what was written is there again. */
  protected abstract AtlasStore open();

  @BeforeEach
  void open_the_store() {
    store = open();
  }

  @AfterEach
  void close_the_store() {
    store.close();
  }

  @Test
  void an_empty_store_has_no_layers() {
    assertThat(store.layers()).isEmpty();
  }

  @Test
  void what_was_written_is_read_as_it_was_after_the_store_was_opened_again() {
    LayerEdition written =
        new LayerEdition(
            layer(
                "nature-reserve",
                Layer.Shape.POLYGON,
                Optional.of(shape("POLYGON ((100 20, 120 20, 120 40, 100 20))"))),
            List.of(
                new Zone(
                    "NR-1",
                    "扎龙国家级自然保护区核心区（合成），“丹顶鹤”之乡 — 𠮷",
                    shape(
                        "POLYGON ((114.1234567 30.7654321, 115 30, 115 31, 114.1234567 30.7654321), (114.8 30.5, 114.9 30.5, 114.9 30.6, 114.8 30.5))"),
                    new TreeMap<>(
                        Map.of(
                            "zone",
                            "core",
                            "grade",
                            "national",
                            "items",
                            "{\"a\":\"it's, “quoted”\\n\"}")),
                    Optional.of(LocalDate.parse("2020-02-29")),
                    Optional.of(LocalDate.parse("2026-03-15")),
                    "来源",
                    "synthetic"),
                Zone.of(
                    "NR-2",
                    "",
                    shape("MULTIPOLYGON (((1 1, 2 1, 2 2, 1 1)), ((5 5, 6 5, 6 6, 5 5)))"),
                    Map.of("zone", ""),
                    "a source",
                    "recalled"),
                Zone.of(
                    "NR-3",
                    "no attributes",
                    shape("POLYGON ((1 1, 2 1, 2 2, 1 1))"),
                    Map.of(),
                    "",
                    "")));
    store.write(written);
    reopen();

    assertThat(store.layers()).containsExactly(written.layer());
    assertThat(store.read("nature-reserve")).isEqualTo(written);
  }

  @Test
  void points_and_lines_are_kept_too() {
    LayerEdition ports =
        new LayerEdition(
            layer("port", Layer.Shape.POINT, Optional.empty()),
            List.of(
                Zone.of(
                    "p",
                    "港",
                    shape("POINT (114.3 30.6)"),
                    Map.of("kind", "river"),
                    "s",
                    "source")));
    LayerEdition shores =
        new LayerEdition(
            layer("river-shoreline", Layer.Shape.LINE, Optional.empty()),
            List.of(
                Zone.of(
                    "a",
                    "岸",
                    shape("LINESTRING (114 30, 115 31)"),
                    Map.of("rank", "main"),
                    "s",
                    "source"),
                Zone.of(
                    "b",
                    "岸",
                    shape("MULTILINESTRING ((1 1, 2 2), (3 3, 4 4))"),
                    Map.of(),
                    "s",
                    "source")));
    store.write(ports);
    store.write(shores);
    reopen();

    assertThat(store.layers()).extracting(Layer::id).containsExactly("port", "river-shoreline");
    assertThat(store.read("port")).isEqualTo(ports);
    assertThat(store.read("river-shoreline")).isEqualTo(shores);
  }

  @Test
  void an_edition_without_zones_is_kept_with_its_manifest() {
    LayerEdition empty =
        new LayerEdition(layer("wetland", Layer.Shape.POLYGON, Optional.empty()), List.of());
    store.write(empty);
    reopen();

    assertThat(store.read("wetland")).isEqualTo(empty);
  }

  @Test
  void ten_thousand_zones_are_kept_to_the_last_bit_of_their_shapes() {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      double west = Grid.snap(100 + i / 999.0);
      double south = Grid.snap(30 + i / 777.0);
      zones.add(
          Zone.of(
              "z%05d".formatted(i),
              "区" + i,
              Grid.SHAPES.toGeometry(
                  new org.locationtech.jts.geom.Envelope(
                      west, Grid.snap(west + 0.001), south, Grid.snap(south + 0.001))),
              Map.of("n", Integer.toString(i)),
              "s",
              "synthetic"));
    }
    LayerEdition written =
        new LayerEdition(layer("farmland", Layer.Shape.POLYGON, Optional.empty()), zones);
    store.write(written);
    reopen();

    assertThat(Atlas.of(1, List.of(store.read("farmland"))).name())
        .isEqualTo(Atlas.of(1, List.of(written)).name());
  }

  @Test
  void a_layer_that_is_not_there_is_told_to_be_missing() {
    assertThatThrownBy(() -> store.read("no-such-layer"))
        .isInstanceOfSatisfying(
            FaultException.class, missing -> assertThat(missing.fault()).isEqualTo(Fault.NOT_FOUND))
        .hasMessageContaining("no-such-layer");
  }

  @Test
  void a_name_that_is_no_layer_id_is_refused_and_does_no_harm() {
    LayerEdition udb = udb("2026.1", "a");
    store.write(udb);

    for (String id : List.of("udb\"; DROP TABLE udb; --", "UDB", "", "a b", "gpkg_contents")) {
      assertThatThrownBy(
              () ->
                  store.write(
                      new LayerEdition(
                          layer(id, Layer.Shape.POLYGON, Optional.empty()), List.of())))
          .isInstanceOf(FaultException.class);
    }

    assertThat(store.layers()).hasSize(1);
    assertThat(store.read("udb")).isEqualTo(udb);
  }

  private void reopen() {
    store.close();
    store = open();
  }

  private static LayerEdition udb(String edition, String... ids) {
    List<Zone> zones = new ArrayList<>();
    for (String id : ids) {
      zones.add(
          Zone.of(
              id,
              "zone " + id,
              shape("POLYGON ((1 1, 2 1, 2 2, 1 1))"),
              Map.of("old", "1"),
              "s",
              "source"));
    }
    return new LayerEdition(
        new Layer(
            "udb",
            "城镇开发边界",
            "Urban development boundary",
            Layer.Shape.POLYGON,
            edition,
            "s",
            "CC0-1.0",
            "EPSG:4490",
            5,
            true,
            true,
            Optional.empty()),
        zones);
  }

  private static Layer layer(String id, Layer.Shape kind, Optional<Geometry> coverage) {
    return new Layer(
        id,
        "中文标题",
        "English title",
        kind,
        "2026.1",
        "来源 source",
        "CC0-1.0",
        "EPSG:4491",
        12.5,
        false,
        true,
        coverage);
  }

  private static Geometry shape(String wkt) {
    try {
      return new WKTReader(Grid.SHAPES).read(wkt);
    } catch (ParseException wrong) {
      throw new AssertionError(wrong);
    }
  }
}
