package luodi.tile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The vector tiles of one atlas, kept in memory once drawn. Safe for many threads. */
public final class LayerTiles {
  private static final long MOST_KEPT_BYTES = 192_000_000;

  /** Shapes below this many square units (a pixel of a 512-pixel tile has 64) are not seen. */
  private static final double LEAST_AREA = 16;

  /** By this share of its side a tile shows ground of its neighbours. */
  static final double MARGIN = (double) TileShape.BUFFER / TileShape.EXTENT;

  private final Atlas atlas;
  private final TileCache<Key> kept = new TileCache<>(MOST_KEPT_BYTES);

  public LayerTiles(Atlas atlas) {
    this.atlas = atlas;
  }

  private record Key(List<String> layers, TileAddress address) {}

  /** One shape that is to be drawn. */
  private record Drawn(Zone zone, Geometry shape, double size) {}

  /**
   * One layer's tile.
   *
   * @throws luodi.fault.FaultException {@code NOT_FOUND} when there is no such layer
   */
  public Tile tile(String layerId, TileAddress address) {
    Layer layer = layer(layerId);
    return kept.get(
        new Key(List.of(layerId), address), key -> new Tile(draw(layer, address, Tile.MOST_BYTES)));
  }

  /**
   * One tile with several layers, each under its id. When all together would be too large, each
   * gets a fair share.
   *
   * @throws luodi.fault.FaultException {@code NOT_FOUND} when one of the layers does not exist
   */
  public Tile tile(Collection<String> layerIds, TileAddress address) {
    List<String> ids = List.copyOf(layerIds);
    ids.forEach(this::layer);
    return ids.size() == 1
        ? tile(ids.get(0), address)
        : kept.get(new Key(ids, address), key -> joined(ids, address));
  }

  private Tile joined(List<String> ids, TileAddress address) {
    Map<String, Tile> whole = new TreeMap<>();
    ids.forEach(id -> whole.put(id, tile(id, address)));
    List<Tile> fitting = new ArrayList<>();
    int room = Tile.MOST_BYTES;
    List<String> smallestFirst = new ArrayList<>(whole.keySet());
    smallestFirst.sort(Comparator.comparing(id -> whole.get(id).plain().length));
    for (int i = 0; i < smallestFirst.size(); i++) {
      String id = smallestFirst.get(i);
      int share = room / (smallestFirst.size() - i);
      Tile tile = whole.get(id);
      Tile fits = tile.plain().length <= share ? tile : new Tile(draw(layer(id), address, share));
      fitting.add(fits);
      room -= fits.plain().length;
    }
    return Tile.joined(fitting);
  }

  private Layer layer(String id) {
    return atlas
        .layer(id)
        .orElseThrow(
            () -> Fault.NOT_FOUND.because("There is no layer '%s'; GET /layers lists all.", id));
  }

  private byte[] draw(Layer layer, TileAddress address, int mostBytes) {
    List<Drawn> shapes = new ArrayList<>();
    for (Zone zone : atlas.near(layer.id(), address.degrees(MARGIN))) {
      if (canBeSeen(zone.shape(), address)) {
        Geometry shape = TileShape.of(zone.shape(), address);
        if (!shape.isEmpty() && (shape.getDimension() < 2 || shape.getArea() >= LEAST_AREA)) {
          shapes.add(new Drawn(zone, shape, size(shape)));
        }
      }
    }
    shapes.sort(
        Comparator.comparingDouble((Drawn drawn) -> -drawn.size())
            .thenComparing(drawn -> drawn.zone().id()));
    VectorTile tile = new VectorTile(layer.id());
    for (Drawn drawn : shapes) {
      tile.add(drawn.shape(), attributes(drawn.zone(), layer), mostBytes);
    }
    return tile.bytes();
  }

  /** Told from the envelope, so that a country of small zones is not drawn vertex by vertex. */
  private static boolean canBeSeen(Geometry shape, TileAddress address) {
    Envelope box = shape.getEnvelopeInternal();
    return shape.getDimension() < 2 || TileShape.area(box, address) >= LEAST_AREA;
  }

  private static double size(Geometry shape) {
    return shape.getDimension() == 2 ? shape.getArea() : shape.getLength();
  }

  private static Map<String, String> attributes(Zone zone, Layer layer) {
    Map<String, String> attributes = new TreeMap<>(zone.attributes());
    attributes.remove("items"); // an access list is read by the law and by items pages, not drawn
    attributes.put("id", zone.id());
    attributes.put("name", zone.name());
    attributes.put("synthetic", String.valueOf(layer.synthetic()));
    attributes.put("confidence", zone.confidence());
    return attributes;
  }
}
