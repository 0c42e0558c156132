package luodi.tile;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Envelope;

/**
 * A PMTiles archive on its way to a file: one file with all tiles of a map, which any web server
 * that knows ranges can serve. Equal tiles are stored once. The file appears when all of it is
 * written.
 *
 * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">PMTiles 3</a>
 */
public final class PmTiles implements Closeable {
  private static final int HEADER = 127;

  /** Readers fetch so much at first: header and root directory must lie in it. */
  private static final int FIRST_FETCH = 16_384;

  private static final int LEAST_LEAF = 4096; // entries of a leaf directory
  private static final byte NONE = 1;
  private static final byte GZIP = 2;

  private final Path file;
  private final Path spool;
  private final Path half;
  private final FileChannel tiles;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<ByteBuffer, Entry> contents = new HashMap<>(); // by digest
  private long addressed;

  /** What the bytes of the tiles are. */
  public enum Kind {
    /** Vector tiles, gzipped. */
    MVT((byte) 1, GZIP),
    /** Pictures. */
    PNG((byte) 2, NONE);

    private final byte type;
    private final byte packing;

    Kind(byte type, byte packing) {
      this.type = type;
      this.packing = packing;
    }
  }

  /**
   * What all tiles have in common.
   *
   * @param bounds degrees
   * @param metadata a JSON object
   */
  public record Description(
      Kind kind, int minZoom, int maxZoom, Envelope bounds, byte[] metadata) {}

  /** Tiles that follow each other and are equal; as a directory's entry of a leaf, run 0. */
  private record Entry(long id, int run, long offset, int length) {}

  private PmTiles(Path file, Path spool, FileChannel tiles) {
    this.file = file;
    this.spool = spool;
    this.half = file.resolveSibling(file.getFileName() + ".writing");
    this.tiles = tiles;
  }

  /** Begins a file. */
  public static PmTiles to(Path file) throws IOException {
    Path spool = file.resolveSibling(file.getFileName() + ".tiles");
    return new PmTiles(
        file,
        spool,
        FileChannel.open(
            spool,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE));
  }

  /**
   * The number of a tile: zoom after zoom, along a Hilbert curve in each.
   *
   * @param x column from the west
   * @param y row from the north
   */
  public static long id(int z, int x, int y) {
    return ((1L << 2 * z) - 1) / 3 + alongCurve(z, x, y);
  }

  private static long alongCurve(int z, int column, int row) {
    long along = 0;
    int x = column;
    int y = row;
    for (int half = 1 << z >> 1; half > 0; half >>= 1) {
      int east = (x & half) > 0 ? 1 : 0;
      int south = (y & half) > 0 ? 1 : 0;
      along += (long) half * half * (3 * east ^ south);
      if (south == 0) {
        int turned = east == 1 ? half - 1 - (y & half - 1) : y & half - 1;
        y = east == 1 ? half - 1 - (x & half - 1) : x & half - 1;
        x = turned;
      }
    }
    return along;
  }

  /**
   * Adds a tile; in the order of their ids.
   *
   * @param stored as the archive's kind wants it
   */
  public void add(long id, byte[] stored) throws IOException {
    addressed++;
    ByteBuffer digest = digest(stored);
    Entry same = contents.get(digest);
    int last = entries.size() - 1;
    if (same != null && last >= 0 && follows(entries.get(last), id, same)) {
      Entry before = entries.get(last);
      entries.set(last, new Entry(before.id, before.run + 1, before.offset, before.length));
      return;
    }
    if (same == null) {
      same = new Entry(id, 1, tiles.position(), stored.length);
      contents.put(digest, same);
      write(tiles, ByteBuffer.wrap(stored));
    }
    entries.add(new Entry(id, 1, same.offset, same.length));
  }

  private static boolean follows(Entry before, long id, Entry same) {
    return before.offset == same.offset && before.id + before.run == id;
  }

  private static ByteBuffer digest(byte[] stored) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(stored));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How many tiles have been added. */
  public long count() {
    return addressed;
  }

  /** Writes the file. */
  public void finish(Description description) throws IOException {
    Directories directories = Directories.of(entries);
    byte[] metadata = gzip(description.metadata());
    try (FileChannel out =
        FileChannel.open(
            half,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(out, header(description, directories, metadata.length));
      write(out, ByteBuffer.wrap(directories.root));
      write(out, ByteBuffer.wrap(metadata));
      write(out, ByteBuffer.wrap(directories.leaves));
      for (long at = 0; at < tiles.size(); ) {
        at += tiles.transferTo(at, tiles.size() - at, out);
      }
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private ByteBuffer header(Description description, Directories directories, int metadata)
      throws IOException {
    long leavesAt = HEADER + directories.root.length + metadata;
    Envelope box = description.bounds();
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
    header.putLong(HEADER).putLong(directories.root.length);
    header.putLong(HEADER + directories.root.length).putLong(metadata);
    header.putLong(leavesAt).putLong(directories.leaves.length);
    header.putLong(leavesAt + directories.leaves.length).putLong(tiles.size());
    header.putLong(addressed).putLong(entries.size()).putLong(contents.size());
    header.put((byte) 1).put(GZIP); // in order; directories and metadata are gzipped
    header.put(description.kind().packing).put(description.kind().type);
    header.put((byte) description.minZoom()).put((byte) description.maxZoom());
    header.putInt(e7(box.getMinX())).putInt(e7(box.getMinY()));
    header.putInt(e7(box.getMaxX())).putInt(e7(box.getMaxY()));
    header.put((byte) description.minZoom());
    header.putInt(e7(box.centre().x)).putInt(e7(box.centre().y));
    return header.flip();
  }

  private static int e7(double degrees) {
    return (int) Math.rint(degrees * 1e7);
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() throws IOException {
    tiles.close();
    Files.deleteIfExists(spool);
    Files.deleteIfExists(half); // there only when it could not be finished
  }

  /** All entries as a root directory, and leaves where they do not fit into it. */
  private record Directories(byte[] root, byte[] leaves) {
    static Directories of(List<Entry> entries) throws IOException {
      byte[] root = packed(entries);
      ByteArrayOutputStream leaves = new ByteArrayOutputStream();
      for (int size = LEAST_LEAF; root.length > FIRST_FETCH - HEADER; size *= 2) {
        leaves.reset();
        List<Entry> roots = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += size) {
          List<Entry> some = entries.subList(from, Math.min(entries.size(), from + size));
          byte[] leaf = packed(some);
          roots.add(new Entry(some.get(0).id, 0, leaves.size(), leaf.length));
          leaves.writeBytes(leaf);
        }
        root = packed(roots);
      }
      return new Directories(root, leaves.toByteArray());
    }

    private static byte[] packed(List<Entry> entries) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      varint(out, entries.size());
      long before = 0;
      for (Entry entry : entries) {
        varint(out, entry.id - before);
        before = entry.id;
      }
      for (Entry entry : entries) {
        varint(out, entry.run);
      }
      for (Entry entry : entries) {
        varint(out, entry.length);
      }
      long next = -1;
      for (Entry entry : entries) {
        varint(out, entry.offset == next ? 0 : entry.offset + 1);
        next = entry.offset + entry.length;
      }
      return gzip(out.toByteArray());
    }

    private static void varint(ByteArrayOutputStream out, long value) {
      long rest = value;
      for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
        out.write((int) (rest & 0x7F | 0x80));
      }
      out.write((int) rest);
    }
  }
}
