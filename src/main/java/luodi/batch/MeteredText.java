package luodi.batch;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import luodi.fault.Fault;

/**
 * The text of a table, read strictly in its encoding. A row that never ends, as behind a quotation
 * mark that is not closed, is refused before it fills the memory.
 */
final class MeteredText extends FilterReader {
  /** As much as one body of POST /screenings may hold. */
  static final int MOST_OF_A_ROW = 20_000_000;

  private long sinceRow;

  private MeteredText(Reader text) {
    super(text);
  }

  static MeteredText open(Path file, Charset charset) throws IOException {
    return new MeteredText(
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), charset.newDecoder()), 1 << 16));
  }

  /** A row ended; another may be as long. */
  void nextRow() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    metered(character < 0 ? 0 : 1);
    return character;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    metered(Math.max(read, 0));
    return read;
  }

  private void metered(int characters) {
    sinceRow += characters;
    if (sinceRow > MOST_OF_A_ROW) {
      throw Fault.TOO_LARGE.because(
          "A row is longer than %d characters; close its quotation marks, or simplify its site.",
          MOST_OF_A_ROW);
    }
  }
}
