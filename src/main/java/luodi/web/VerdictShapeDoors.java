package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.gpkg.GeoPackageStore;
import luodi.ogc.Media;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;
import luodi.siting.VerdictArea;
import luodi.siting.VerdictGround;
import luodi.tile.Tile;
import luodi.tile.TileAddress;

/** What a project may do everywhere, as polygons. */
final class VerdictShapeDoors implements RouteGroup {
  private final Supplier<Desk> desk;

  VerdictShapeDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/verdicts/geometry", this::geometry);
    config.routes.get("/tiles/verdict/{industry}/{z}/{x}/{y}.mvt", this::mvt);
  }

  private void geometry(Context context) {
    Desk now = desk.get();
    Query query =
        Query.ofFacts(
            context,
            Set.of("industry", "product", "as_of", "from", "within", "bbox", "facts", "f"));
    Media form = Form.of(context, Media.GEOJSON_NAMED, Media.GEOPACKAGE);
    Proposal anywhere = ProposalReader.readWithoutSite(query.project(), now.today());
    Query.Ground told = query.ground();
    VerdictGround ground =
        now.landscape()
            .get()
            .geometry(anywhere, told.within(), told.bbox(), VerdictDoors.strict(query));
    if (form == Media.GEOPACKAGE) {
      Respond.bytes(context, form.type(), geoPackage(ground, now));
    } else {
      Respond.as(context, form, geoJson(ground));
    }
  }

  private static Map<String, Object> geoJson(VerdictGround ground) {
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("preconditions", ground.preconditions());
    collection.put("warnings", ground.warnings());
    collection.put("features", ground.areas().stream().map(VerdictShapeDoors::feature).toList());
    return collection;
  }

  private static Map<String, Object> feature(VerdictArea area) {
    Map<String, Object> properties = new LinkedHashMap<>(); // the same bytes after each start
    properties.put("verdict", area.verdict());
    properties.put("area_m2", area.areaM2());
    return Shown.feature(properties, area.shape());
  }

  /** A file of one layer, one feature for each verdict. */
  private static byte[] geoPackage(VerdictGround ground, Desk now) {
    Layer layer =
        new Layer(
            "verdict",
            "落地判定" + (ground.warnings().isEmpty() ? "" : "（合成数据）"),
            "verdicts" + (ground.warnings().isEmpty() ? "" : " (synthetic data)"),
            Layer.Shape.POLYGON,
            "answer",
            String.join("; ", ground.warnings()),
            "",
            "EPSG:4490",
            0,
            false,
            !ground.warnings().isEmpty(),
            Optional.empty());
    List<Zone> zones = new ArrayList<>();
    for (VerdictArea area : ground.areas()) {
      zones.add(
          Zone.of(
              area.verdict(),
              area.verdict(),
              area.shape(),
              Map.of("verdict", area.verdict(), "area_m2", String.valueOf(area.areaM2())),
              "atlas " + now.atlas().name() + ", rulebook " + now.rulebook().name(),
              "derived"));
    }
    try {
      Path folder = Files.createTempDirectory("luodi-verdicts");
      Path file = folder.resolve("verdicts.gpkg");
      try (GeoPackageStore store = GeoPackageStore.open(file)) {
        store.write(new LayerEdition(layer, zones));
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private void mvt(Context context) {
    Desk now = desk.get();
    Query query = Query.ofFacts(context, Set.of("as_of", "from", "facts", "f"));
    Form.of(context, Media.TILE);
    TileAddress address =
        TileAddress.parse(context.pathParam("z"), context.pathParam("x"), context.pathParam("y"));
    Proposal anywhere = VerdictDoors.project(context, query, now);
    Tile tile = now.landscape().get().mvt(anywhere, VerdictDoors.strict(query), address);
    TileDoors.send(context, tile);
  }
}
