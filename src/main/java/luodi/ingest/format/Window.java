package luodi.ingest.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import luodi.fault.Fault;

/** A file that is read piece by piece, mostly forward; no more than a piece is in memory. */
public final class Window implements AutoCloseable {
  private static final int USUAL = 1 << 18;

  private final String name;
  private final FileChannel channel;
  private final long size;
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private long start;

  private Window(String name, FileChannel channel, long size) {
    this.name = name;
    this.channel = channel;
    this.size = size;
  }

  public static Window open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      return new Window(file.getFileName().toString(), channel, channel.size());
    } catch (IOException unreadable) {
      throw Fault.NOT_FOUND
          .because("The file '%s' cannot be opened.", file.getFileName())
          .causedBy(unreadable);
    }
  }

  /** The file's name, for messages. */
  public String name() {
    return name;
  }

  public long size() {
    return size;
  }

  /**
   * A piece of the file, in the byte order given.
   *
   * @throws luodi.fault.FaultException {@code BAD_FILE} when it does not lie within the file
   */
  public ByteBuffer piece(long offset, int length, ByteOrder order) {
    if (offset < 0 || length < 0 || offset > size - length) {
      throw Fault.BAD_FILE.because(
          "'%s' is cut off or broken: it has %d bytes, and %d bytes at %d were wanted. Send the whole file again.",
          name, size, length, offset);
    }
    if (offset < start || offset + length > start + buffer.limit()) {
      fill(offset, length);
    }
    return buffer.slice((int) (offset - start), length).order(order);
  }

  private void fill(long offset, int length) {
    int usual = (int) Math.min(size, USUAL);
    if (length > buffer.capacity()) {
      buffer = ByteBuffer.allocate(Math.max(length, usual));
    } else if (buffer.capacity() > usual && length <= usual) {
      buffer = ByteBuffer.allocate(usual); // one large record must not hold its memory for good
    }
    buffer.clear();
    start = offset;
    try {
      while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {}
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("'%s' cannot be read.", name).causedBy(unreadable);
    }
    buffer.flip();
    if (buffer.limit() < length) {
      throw Fault.BAD_FILE.because("'%s' became shorter while it was read.", name);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException unclosable) {
      throw Fault.UNAVAILABLE.because("'%s' cannot be closed.", name).causedBy(unclosable);
    }
  }
}
