package luodi.ingest.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import luodi.fault.Fault;

/**
 * A text file that is read forward, with a limit on how much one row may take of it. Its encoding
 * is found out from its beginning.
 */
final class MeteredText extends Reader {
  private static final int MOST_CHARACTERS = 32 << 20; // of one row: a million positions
  private static final int SAMPLE = 256 << 10;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final Counted bytes;
  private final Reader text;
  private final TextEncoding encoding;
  private final long size;
  private long budget = MOST_CHARACTERS;
  private boolean begun;

  private MeteredText(String name, Counted bytes, TextEncoding encoding, long size) {
    this.name = name;
    this.bytes = bytes;
    this.text = new InputStreamReader(bytes, encoding.charset());
    this.encoding = encoding;
    this.size = size;
  }

  static MeteredText open(Path file, Optional<String> wished) {
    try {
      TextEncoding encoding =
          wished
              .map(TextEncoding::wished)
              .orElse(TextEncoding.of(Optional.empty(), "", List.of(start(file))));
      Counted bytes = new Counted(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
      return new MeteredText(file.getFileName().toString(), bytes, encoding, Files.size(file));
    } catch (IOException unreadable) {
      throw Fault.NOT_FOUND
          .because("The file '%s' cannot be opened.", file.getFileName())
          .causedBy(unreadable);
    }
  }

  String name() {
    return name;
  }

  TextEncoding encoding() {
    return encoding;
  }

  /** A new row begins: it may take as much as any other. */
  void nextRow() {
    budget = MOST_CHARACTERS;
  }

  /** How much of the file was read, 0 to 1. */
  double done() {
    return size == 0 ? 1 : Math.min(1, (double) bytes.count / size);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = text.read(buffer, offset, Math.min(length, 1 << 14));
    if (count > 0) {
      budget -= count;
      tidy(buffer, offset, count);
    }
    if (budget < 0) {
      throw Fault.TOO_LARGE.because(
          "A row of '%s' is longer than %d million characters; split its shape, or mend a quotation that does not end.",
          name, MOST_CHARACTERS >> 20);
    }
    return count;
  }

  /** Byte order marks and record separators (RFC 8142) are blanks to every reader here. */
  private void tidy(char[] buffer, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      if (buffer[i] == '\u001E' || !begun && buffer[i] == BYTE_ORDER_MARK) {
        buffer[i] = ' ';
      }
      begun = true;
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE);
    }
  }

  /** Counts what was read. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
