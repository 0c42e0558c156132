package luodi.ingest;

import java.util.Arrays;
import java.util.Random;

/** Broken and hostile copies of a file: the same seed gives the same copy. */
final class Mutation {
  private static final int[] LIES = {
    0, 1, -1, 2, 0x7FFF_FFFF, 0x8000_0000, 0x0100_0000, 0xFFFF, 0x7F, 0x4000_0000, 1000, 0x10_0000
  };
  private static final String[] WORDS = {
    "[",
    "{",
    "(",
    "\"",
    "]",
    "}",
    ")",
    ",",
    ":",
    "null",
    "1e999",
    "-1e308",
    "NaN",
    "\u0000",
    "\n",
    "EMPTY",
    "POLYGON",
    "GEOMETRYCOLLECTION(",
    "\"coordinates\":",
    "\"features\":[",
    "9".repeat(400),
    "[".repeat(3000),
    "(".repeat(3000),
    "{\"a\":".repeat(600),
    "\uFFFF",
    "\uD800"
  };

  private final Random random;
  private byte[] bytes;

  private Mutation(byte[] original, long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    bytes = original.clone();
  }

  /** One copy with one to four changes. */
  static byte[] of(byte[] original, long seed) {
    Mutation mutation = new Mutation(original, seed);
    int changes = 1 + mutation.random.nextInt(4);
    for (int i = 0; i < changes && mutation.bytes.length > 0; i++) {
      mutation.change();
    }
    return mutation.bytes;
  }

  private void change() {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(9)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> lie(at, random.nextBoolean());
      case 3 -> lie(at & ~3, random.nextBoolean());
      case 4 -> bytes = Arrays.copyOf(bytes, at); // cut off
      case 5 -> replace(at, at + random.nextInt(64), new byte[0]); // a piece lost
      case 6 -> replace(at, at, piece()); // a piece twice
      case 7 -> overwrite(at, piece());
      default -> replace(at, at, word());
    }
  }

  /** A whole number that lies, in either byte order. */
  private void lie(int at, boolean bigEndian) {
    int value = random.nextInt(4) == 0 ? bytes.length : LIES[random.nextInt(LIES.length)];
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> (bigEndian ? 24 - 8 * i : 8 * i));
    }
  }

  private byte[] piece() {
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(64)));
  }

  private byte[] word() {
    return WORDS[random.nextInt(WORDS.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private void overwrite(int at, byte[] piece) {
    System.arraycopy(piece, 0, bytes, at, Math.min(piece.length, bytes.length - at));
  }

  private void replace(int from, int to, byte[] by) {
    int end = Math.min(to, bytes.length);
    byte[] changed = new byte[from + by.length + bytes.length - end];
    System.arraycopy(bytes, 0, changed, 0, from);
    System.arraycopy(by, 0, changed, from, by.length);
    System.arraycopy(bytes, end, changed, from + by.length, bytes.length - end);
    bytes = changed;
  }
}
