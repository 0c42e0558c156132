package luodi.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A drawn tile, plain and packed; no bytes when nothing lies there. Safe for many threads. */
public final class Tile {
  private static final int WORTH_PACKING = 300;

  private final byte[] plain;
  private volatile byte[] packed;

  Tile(byte[] plain) {
    this.plain = plain;
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
