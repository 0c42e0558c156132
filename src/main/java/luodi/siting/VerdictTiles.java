package luodi.siting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.fabric.Patchwork;
import luodi.fabric.Regions;
import luodi.fault.Fault;
import luodi.geo.Authalic;
import luodi.rule.Judge;
import luodi.rule.Verdict;
import luodi.tile.Picture;
import luodi.tile.Tile;
import luodi.tile.TileAddress;
import luodi.tile.TileCache;
import org.locationtech.jts.geom.Coordinate;

/** A project's verdict everywhere as raster tiles. A project's colours are mixed once and kept. */
final class VerdictTiles {
  private static final int MOST_KEPT = 32; // projects
  private static final double MARGIN = 1.0 / 64; // of a tile's side, so that no seam shows
  private static final int SITE_DEPENDENT = 3;
  private static final int COLOURS = 6;

  /** By number: the greater the worse. Nothing, permitted, conditional, site-dependent, … */
  private static final int[] PALETTE = {
    0x00000000, 0xB3228833, 0xB3DDAA33, 0xB34477AA, 0xB3999999, 0xB3BB3322
  };

  /** Below this zoom a tile would hold more polygons than anybody could tell apart. */
  static final int FIRST_WITH_SHAPES = 8;

  private static final long MOST_KEPT_BYTES = 64_000_000;

  private final VerdictMap map;
  private final Regions regions;
  private final TileCache<List<Object>> drawn = new TileCache<>(MOST_KEPT_BYTES);
  private final Map<String, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MOST_KEPT;
        }
      };

  VerdictTiles(VerdictMap map, Regions regions) {
    this.map = map;
    this.regions = regions;
  }

  /** What the colours stand for, as {@code #rrggbb}. */
  static Map<String, String> legend() {
    Map<String, String> legend = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      legend.put(verdict.name(), hex(number(Optional.of(verdict))));
    }
    legend.put("SITE_DEPENDENT", hex(SITE_DEPENDENT));
    return legend;
  }

  private static String hex(int number) {
    return "#%06x".formatted(PALETTE[number] & 0xFFFFFF);
  }

  /** A PNG of 256 by 256 pixels. */
  byte[] png(Judge judge, boolean strict, TileAddress tile) {
    byte[] colours = coloursOfWords(judge, strict);
    return Picture.png(Paint.of(tile, map.fabric(), Picture.SIDE, colours, COLOURS), PALETTE);
  }

  /**
   * A vector tile with the layer {@code verdict}: polygons with {@code verdict}, the ids of the
   * {@code rules} that it rests on, and {@code area_m2} within the tile.
   *
   * @throws luodi.fault.FaultException {@code NOT_FOUND} at zooms that have none
   */
  Tile mvt(Judge judge, boolean strict, TileAddress address) {
    if (address.z() < FIRST_WITH_SHAPES) {
      throw Fault.NOT_FOUND.because(
          "There is no vector tile of verdicts at zoom %d; they begin at zoom %d. The .png is there at every zoom.",
          address.z(), FIRST_WITH_SHAPES);
    }
    return drawn.get(
        List.of(key(judge, strict), address), key -> draw(map.colour(judge, strict), address));
  }

  private Tile draw(Coloured coloured, TileAddress address) {
    Patchwork.Plane units = new Units(address);
    List<Patchwork.Patch> patches =
        Patchwork.of(map.fabric(), regions, address.degrees(MARGIN), units, Integer.MAX_VALUE)
            .orElseThrow();
    List<Tile.Drawn> shapes = new ArrayList<>();
    for (VerdictShapes.Shape shape : new VerdictShapes(map, coloured).byRules(patches)) {
      Map<String, Object> attributes = new TreeMap<>();
      attributes.put("verdict", shape.verdict());
      attributes.put("rules", String.join(" ", shape.rules()));
      attributes.put(
          "area_m2", Math.rint(Authalic.areaM2(Patchwork.degrees(shape.shape(), units))));
      shapes.add(new Tile.Drawn(shape.shape(), attributes));
    }
    return Tile.of("verdict", shapes);
  }

  /** The units of a tile. */
  private record Units(TileAddress tile) implements Patchwork.Plane {
    @Override
    public Coordinate of(double lon, double lat) {
      return new Coordinate(
          Math.rint(tile.column(lon, Tile.EXTENT)), Math.rint(tile.row(lat, Tile.EXTENT)));
    }

    @Override
    public Coordinate degrees(double x, double y) {
      return tile.degrees(x, y, Tile.EXTENT);
    }
  }

  private static String key(Judge judge, boolean strict) {
    return judge.project() + " " + judge.profile().name() + " " + strict;
  }

  private byte[] coloursOfWords(Judge judge, boolean strict) {
    String key = key(judge, strict);
    synchronized (kept) {
      byte[] known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    byte[] mixed = mixed(map.colour(judge, strict));
    synchronized (kept) {
      kept.put(key, mixed);
    }
    return mixed;
  }

  private byte[] mixed(Coloured coloured) {
    byte[] numbers = new byte[map.fabric().words().size()];
    for (int word = 0; word < numbers.length; word++) {
      numbers[word] = map.countyOf(word) < 0 ? Paint.BLANK : (byte) number(coloured.verdict(word));
    }
    return numbers;
  }

  private static int number(Optional<Verdict> verdict) {
    return verdict
        .map(
            one ->
                switch (one) {
                  case PERMITTED_AS_CHECKED -> 1;
                  case CONDITIONAL -> 2;
                  case INSUFFICIENT -> 4;
                  case PROHIBITED -> 5;
                })
        .orElse(SITE_DEPENDENT);
  }
}
