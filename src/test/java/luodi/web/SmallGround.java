package luodi.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Six features that can be looked over at a glance, in a layer {@code things}, served until the
 * tests end. What is left out in an attribute is unknown.
 */
final class SmallGround {
  static final List<Zone> ZONES =
      List.of(
          zone("z1", "Köln", "colour=red,n=1,ok=true", "2020-01-01", null, box(110, 30, 111, 31)),
          zone(
              "z2",
              "koln",
              "colour=blue,n=2.5,ok=false",
              "2021-01-01",
              "2022-01-01",
              box(111, 30, 112, 31)),
          zone("z3", "东湖", "n=10,ok=true", null, null, box(110.5, 30.5, 111.5, 31.5)),
          zone(
              "z4",
              "O'Neil 100%",
              "colour=red,n=-3",
              null,
              "2019-01-01",
              box(110.2, 30.2, 110.4, 30.4)),
          zone(
              "z5",
              "under_score",
              "colour=green,ok=false",
              "2023-06-01",
              "2024-06-01",
              "LINESTRING (109 30.7, 113 30.7)"),
          zone("z6", "Zulu", "colour=RED,n=2,ok=true", null, null, "POINT (110.3 30.3)"));

  private SmallGround() {}

  private static final class Made {
    static final LuodiServer SERVER = LuodiServer.start("127.0.0.1", 0);

    static {
      SERVER.open(ServedGround.desk(atlas("1", ZONES)));
    }
  }

  /** The ids of the features that a query string finds; fails when the answer is a problem. */
  static List<String> found(String query) {
    Answered answer = ask(query + "&limit=100");
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return answer.json().path("features").findValuesAsText("id");
  }

  static Answered ask(String query) {
    return Answered.get(at("/collections/things/items?" + query));
  }

  static URI at(String path) {
    return URI.create("http://127.0.0.1:" + Made.SERVER.port() + path);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** An atlas whose only layer is {@code things} in this edition. */
  static Atlas atlas(String edition, List<Zone> zones) {
    Layer layer =
        new Layer(
            "things",
            "东西",
            "Things",
            Layer.Shape.POLYGON,
            edition,
            "a test",
            "CC0-1.0",
            "EPSG:4490",
            5,
            true,
            true,
            Optional.empty());
    return Atlas.of(1, List.of(new LayerEdition(layer, zones)));
  }

  static Zone zone(String id, String name, String attributes, String from, String to, String wkt) {
    SortedMap<String, String> all = new TreeMap<>();
    for (String attribute : attributes.split(",")) {
      all.put(attribute.split("=")[0], attribute.split("=")[1]);
    }
    return new Zone(
        id,
        name,
        shape(wkt),
        all,
        Optional.ofNullable(from).map(LocalDate::parse),
        Optional.ofNullable(to).map(LocalDate::parse),
        "a test",
        "synthetic");
  }

  static String box(double west, double south, double east, double north) {
    return "POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))"
        .formatted(west, south, east, south, east, north, west, north, west, south);
  }

  private static Geometry shape(String wkt) {
    try {
      return new WKTReader(Grid.SHAPES).read(wkt);
    } catch (ParseException wrong) {
      throw new AssertionError(wrong);
    }
  }
}
