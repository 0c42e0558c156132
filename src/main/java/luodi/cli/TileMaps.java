package luodi.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Layer;
import luodi.siting.Landscape;
import luodi.siting.Proposal;
import luodi.tile.PmTiles;
import luodi.tile.Pyramid;
import luodi.tile.Tile;
import luodi.tile.TileAddress;
import luodi.tile.TileJson;
import luodi.web.Desk;
import org.locationtech.jts.geom.Envelope;

/** The maps that can be written as archives of tiles. */
final class TileMaps {
  private TileMaps() {}

  /** A map that says what it is. */
  interface Told extends Pyramid.Map {
    PmTiles.Kind kind();

    /** The ground that it can show, degrees. */
    Envelope bounds();

    Metadata metadata();
  }

  /**
   * What an archive says of itself.
   *
   * @param synthetic layers that our generator made, by their ids
   * @param legend colours of a picture by what they stand for
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Metadata(
      String name,
      String description,
      String attribution,
      String version,
      String type,
      List<String> synthetic,
      Map<String, String> legend,
      @JsonProperty("vector_layers") List<TileJson.VectorLayer> vectorLayers) {
    static Metadata of(
        String name,
        String what,
        List<Layer> layers,
        Map<String, String> legend,
        List<TileJson.VectorLayer> vectors) {
      List<String> synthetic = layers.stream().filter(Layer::synthetic).map(Layer::id).toList();
      String warned =
          synthetic.isEmpty()
              ? what
              : what + " 含合成图层，不得作为依据 / Synthetic layers are in it; rely on none of them.";
      return new Metadata(
          name, warned, sources(layers), "1", "overlay", synthetic, legend, vectors);
    }

    private static String sources(List<Layer> layers) {
      return layers.stream()
          .map(layer -> layer.source() + " (" + layer.licence() + ")")
          .distinct()
          .collect(Collectors.joining("; "));
    }
  }

  /** Layers, each under its id in every tile. */
  record Layers(Desk desk, List<String> ids) implements Told {
    @Override
    public PmTiles.Kind kind() {
      return PmTiles.Kind.MVT;
    }

    @Override
    public Envelope bounds() {
      return around(desk.atlas(), ids);
    }

    @Override
    public boolean mayHold(Envelope degrees) {
      return liesIn(desk.atlas(), ids, degrees);
    }

    @Override
    public byte[] draw(TileAddress tile) {
      return packed(desk.tiles().tile(ids, tile));
    }

    @Override
    public Metadata metadata() {
      List<Layer> layers = ids.stream().map(id -> desk.atlas().layer(id).orElseThrow()).toList();
      return Metadata.of(
          "Luodi 落地",
          "Atlas " + desk.atlas().name() + ".",
          layers,
          Map.of(),
          ids.stream()
              .flatMap(id -> TileJson.of(desk.atlas(), id, "").vectorLayers().stream())
              .toList());
    }
  }

  /** The verdicts on one project: as pictures, or as polygons where a zoom has them. */
  record Verdicts(Desk desk, Landscape landscape, Proposal proposal, PmTiles.Kind kind)
      implements Told {
    private static final List<String> GROUND = List.of(County.LAYER);

    private static final TileJson.VectorLayer POLYGONS =
        new TileJson.VectorLayer(
            "verdict",
            "Polygons by verdict with the rules that they rest on",
            Landscape.FIRST_WITH_SHAPES,
            ExportTiles.DEEPEST,
            new TreeMap<>(Map.of("verdict", "String", "rules", "String", "area_m2", "Number")));

    @Override
    public Envelope bounds() {
      return around(desk.atlas(), GROUND);
    }

    @Override
    public boolean mayHold(Envelope degrees) {
      return liesIn(desk.atlas(), GROUND, degrees);
    }

    @Override
    public byte[] draw(TileAddress tile) {
      if (kind == PmTiles.Kind.PNG) {
        return landscape.png(proposal, false, tile);
      }
      return packed(landscape.mvt(proposal, false, tile));
    }

    @Override
    public Metadata metadata() {
      String what =
          "Verdicts on %s as of %s, atlas %s, rulebook %s."
              .formatted(
                  proposal.industry().orElse(""),
                  proposal.asOf(),
                  desk.atlas().name(),
                  desk.rulebook().name());
      return Metadata.of(
          "Luodi 落地 " + proposal.industry().orElse(""),
          what,
          desk.atlas().layers(),
          Landscape.legend(),
          kind == PmTiles.Kind.PNG ? List.of() : List.of(POLYGONS));
    }
  }

  private static byte[] packed(Tile tile) {
    return tile.isEmpty() ? new byte[0] : tile.packed();
  }

  private static Envelope around(Atlas atlas, List<String> layers) {
    Envelope all = new Envelope();
    layers.forEach(layer -> all.expandToInclude(atlas.extent(layer)));
    return all;
  }

  private static boolean liesIn(Atlas atlas, List<String> layers, Envelope degrees) {
    return layers.stream().anyMatch(layer -> !atlas.near(layer, degrees).isEmpty());
  }
}
