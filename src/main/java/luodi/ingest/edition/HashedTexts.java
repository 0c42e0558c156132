package luodi.ingest.edition;

import java.util.Arrays;

/**
 * A set of texts that remembers 64 bits of each, so that a million take some 16 MB. Two different
 * texts are taken for one with a chance of about 1 in 30 million for a million of them.
 */
final class HashedTexts {
  private static final int FIRST = 1 << 10;

  private long[] table = new long[FIRST];
  private int size;

  /** Adds a text; false when it was there. */
  boolean add(String text) {
    if (size * 2 >= table.length) {
      grow();
    }
    boolean added = put(hash(text));
    size += added ? 1 : 0;
    return added;
  }

  private boolean put(long hash) {
    int mask = table.length - 1;
    for (int at = (int) hash & mask; ; at = (at + 1) & mask) {
      if (table[at] == hash) {
        return false;
      }
      if (table[at] == 0) {
        table[at] = hash;
        return true;
      }
    }
  }

  private void grow() {
    long[] former = table;
    table = new long[former.length * 2];
    Arrays.stream(former).filter(hash -> hash != 0).forEach(this::put);
  }

  /** FNV-1a over UTF-16, then mixed; never 0, which marks an empty place. */
  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
