package luodi.fabric;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import luodi.atlas.Atlas;
import luodi.fault.Fault;
import luodi.ground.Ask;

/**
 * A compiled fabric kept beside its atlas: tables of letters and words, then the sheets' numbers,
 * which are mapped into memory and not read. A file of another atlas, of other asks or of another
 * form is no such file.
 */
public final class FabricFile {
  private static final String FORM = "luodi fabric 4";
  private static final long LARGEST_MAP = 1L << 30;
  private static final int PAGE = 1 << 12;

  private FabricFile() {}

  /** Compiles an atlas into a file, wholly or not at all; what is done is not kept in memory. */
  public static Fabric compile(Atlas atlas, List<Ask> asks, Fabric.Progress progress, Path file) {
    write(
        atlas,
        file,
        writing ->
            new Compilation(atlas, asks, progress)
                .keeping(writing::keep)
                .of(Compilation.everywhere(atlas, asks)));
    return open(atlas, asks, file).orElseThrow();
  }

  /**
   * Compiles the next atlas into a file; sheets on which nothing has changed are taken over from
   * the former fabric.
   *
   * @param atlas of the former fabric
   */
  public static Fabric renew(
      Fabric former, Atlas atlas, Atlas next, Fabric.Progress progress, Path file) {
    write(
        next,
        file,
        writing ->
            former.renewed(
                atlas, new Compilation(next, former.asks(), progress).keeping(writing::keep)));
    return open(next, former.asks(), file).orElseThrow();
  }

  private static void write(Atlas atlas, Path file, Function<Writing, Fabric> made) {
    Path half = file.resolveSibling(file.getFileName() + ".writing");
    try {
      try (FileChannel channel =
          FileChannel.open(
              half,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        Fabric fabric = made.apply(new Writing(channel));
        long tables = channel.position();
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        out.writeUTF(key(atlas, fabric.asks()));
        new FabricTables(atlas).write(fabric, out);
        out.writeLong(tables);
        out.flush();
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException unwritable) {
      throw Fault.UNAVAILABLE
          .because("The fabric cannot be kept in %s: %s.", file, unwritable.getMessage())
          .causedBy(unwritable);
    }
  }

  /** The file while sheet after sheet is put into it. */
  private static final class Writing {
    private final FileChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    Writing(FileChannel channel) {
      this.channel = channel;
    }

    /** Writes a sheet's numbers and gives the sheet as it stands in the file. */
    Sheet keep(Sheet sheet) {
      try {
        long from = channel.position();
        IntBuffer ints = sheet.ints();
        while (ints.hasRemaining()) {
          bytes.clear();
          while (ints.hasRemaining() && bytes.remaining() >= Integer.BYTES) {
            bytes.putInt(ints.get());
          }
          bytes.flip();
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        }
        return sheet.with(
            channel
                .map(FileChannel.MapMode.READ_ONLY, from, channel.position() - from)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer());
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  /** Opens the fabric of an atlas; empty when the file does not hold it. */
  public static Optional<Fabric> open(Atlas atlas, List<Ask> asks, Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long tables = tablesAt(channel);
      if (tables < 0) {
        return Optional.empty();
      }
      channel.position(tables);
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
      if (!in.readUTF().equals(key(atlas, asks))) {
        return Optional.empty();
      }
      return Optional.of(new FabricTables(atlas).read(asks, in, new Mapped(channel, tables)));
    } catch (IOException | IllegalArgumentException broken) {
      return Optional.empty(); // half a file, or one of another form: it is compiled anew
    }
  }

  private static long tablesAt(FileChannel channel) throws IOException {
    if (channel.size() < Long.BYTES) {
      return -1;
    }
    ByteBuffer last = ByteBuffer.allocate(Long.BYTES);
    channel.read(last, channel.size() - Long.BYTES);
    long tables = last.getLong(0);
    return tables < 0 || tables > channel.size() ? -1 : tables;
  }

  private static String key(Atlas atlas, List<Ask> asks) {
    return FORM + " " + atlas.name() + " " + Integer.toHexString(asks.hashCode());
  }

  /** The sheets' numbers, mapped in stretches that a buffer can hold. */
  static final class Mapped {
    private final FileChannel channel;
    private final long end;
    private final List<IntBuffer> stretches = new ArrayList<>();
    private long from;
    private long at;

    Mapped(FileChannel channel, long end) {
      this.channel = channel;
      this.end = end;
    }

    /** The next sheet's numbers. */
    IntBuffer next(int ints) throws IOException {
      long bytes = (long) ints * Integer.BYTES;
      if (stretches.isEmpty() || at + bytes > from + LARGEST_MAP) {
        from = at / PAGE * PAGE;
        long length = Math.min(LARGEST_MAP, end - from);
        stretches.add(
            channel
                .map(FileChannel.MapMode.READ_ONLY, from, length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer());
      }
      IntBuffer stretch = stretches.get(stretches.size() - 1);
      IntBuffer sheet = stretch.slice((int) ((at - from) / Integer.BYTES), ints);
      at += bytes;
      return sheet;
    }
  }
}
