package luodi.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Geometry;

/** A drawn tile, plain and packed; no bytes when nothing lies there. Safe for many threads. */
public final class Tile {
  private static final int WORTH_PACKING = 300;

  private final byte[] plain;
  private volatile byte[] packed;

  Tile(byte[] plain) {
    this.plain = plain;
  }

  /** The most bytes of a tile. */
  public static final int MOST_BYTES = 480_000;

  /** How many units a tile's side has. */
  public static final int EXTENT = 4096;

  /**
   * A shape that is to be drawn.
   *
   * @param shape in whole units of the tile
   * @param attributes texts and numbers
   */
  public record Drawn(Geometry shape, Map<String, ?> attributes) {}

  /** Draws shapes, the largest first; those that no longer fit are left out. */
  public static Tile of(String layer, List<Drawn> shapes) {
    VectorTile tile = new VectorTile(layer);
    shapes.stream()
        .sorted(Comparator.comparingDouble((Drawn drawn) -> -drawn.shape().getArea()))
        .forEach(drawn -> tile.add(drawn.shape(), drawn.attributes(), MOST_BYTES));
    return new Tile(tile.bytes());
  }

  /** Several layers in one tile: the format lets their bytes follow each other. */
  static Tile joined(List<Tile> tiles) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    tiles.forEach(tile -> all.writeBytes(tile.plain));
    return new Tile(all.toByteArray());
  }

  public boolean isEmpty() {
    return plain.length == 0;
  }

  /** Protobuf; not to be changed. */
  public byte[] plain() {
    return plain;
  }

  /** True when the packed form is enough smaller to be sent. */
  public boolean worthPacking() {
    return plain.length >= WORTH_PACKING;
  }

  /** The same gzipped, packed at the first request for it; not to be changed. */
  public byte[] packed() {
    byte[] kept = packed;
    if (kept == null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(plain);
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
      kept = out.toByteArray();
      packed = kept;
    }
    return kept;
  }

  /** Memory that the tile may take when both forms are kept. */
  int weight() {
    return plain.length + plain.length / 2 + 200;
  }
}
