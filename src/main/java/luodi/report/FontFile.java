package luodi.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A TrueType font's bytes, made fit to be embedded: its table of characters forgets the radicals
 * (U+2E80 to U+2FDF) and the figure dash. Chinese fonts draw 工 and the radical ⼯ with one glyph,
 * and the text behind a PDF's glyphs takes the lower of the two; nobody who searches it for 化工
 * would find it.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/cmap">OpenType, cmap</a>
 */
final class FontFile {
  private static final int FIRST_RADICAL = 0x2E80;
  private static final int LAST_RADICAL = 0x2FDF;

  /** Drawn with the glyph of the en dash, which is the one that people write. */
  private static final int FIGURE_DASH = 0x2012;

  /** A list of runs of characters; the one kind of table that holds all of Unicode. */
  private static final int RUNS = 12;

  private static final int RECORD_BYTES = 16;
  private static final int GROUP_BYTES = 12;

  private final ByteBuffer font;

  private FontFile(byte[] bytes) {
    font = ByteBuffer.wrap(bytes);
  }

  /** Changes the bytes in their place. */
  static byte[] withoutDoubles(byte[] bytes) {
    new FontFile(bytes).forgetDoubles();
    return bytes;
  }

  private void forgetDoubles() {
    int tables = font.getShort(4);
    for (int i = 0; i < tables; i++) {
      int at = 12 + i * RECORD_BYTES;
      byte[] tag = new byte[4];
      font.get(at, tag);
      if (new String(tag, StandardCharsets.US_ASCII).equals("cmap")) {
        forgetDoubles(font.getInt(at + 8));
      }
    }
  }

  private void forgetDoubles(int cmap) {
    int subtables = font.getShort(cmap + 2);
    for (int i = 0; i < subtables; i++) {
      int subtable = cmap + font.getInt(cmap + 4 + i * 8 + 4);
      if (font.getShort(subtable) == RUNS) {
        filter(subtable);
      }
    }
  }

  private static boolean isForgotten(int character) {
    return character >= FIRST_RADICAL && character <= LAST_RADICAL || character == FIGURE_DASH;
  }

  /** Writes the runs that stay over those that go; what is left at the end is no longer counted. */
  private void filter(int subtable) {
    int groups = font.getInt(subtable + 12);
    int first = subtable + RECORD_BYTES;
    int kept = 0;
    for (int i = 0; i < groups; i++) {
      int from = first + i * GROUP_BYTES;
      int start = font.getInt(from);
      int end = font.getInt(from + 4);
      int glyph = font.getInt(from + 8);
      while (start <= end && isForgotten(start)) {
        start++;
        glyph++;
      }
      while (start <= end && isForgotten(end)) {
        end--;
      }
      if (start > end) {
        continue;
      }
      int to = first + kept++ * GROUP_BYTES;
      font.putInt(to, start).putInt(to + 4, end).putInt(to + 8, glyph);
    }
    font.putInt(subtable + 12, kept);
  }
}
