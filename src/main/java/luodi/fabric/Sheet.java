package luodi.fabric;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A square of the map as a tree of blocks; a block parts its square into four by four, and its
 * entries fill one line of a processor's cache. An entry is another block, a leaf under one word
 * (even), or a leaf that edges cross (a cut); a leaf that is larger than an entry fills several.
 *
 * <p>A block: 16 entries from the south-west, row by row; then the base of each leaf. An entry: tag
 * in two bits, above it where the block or cut stands, or the word. A base: word, number of
 * regions, the regions that cover the leaf. A cut: base, corner (x, y) and width of the leaf,
 * numbers of slots, of runs, where its faces stand, number of faces; for each slot its region and
 * whether that is open at the corner; the runs: slot and number of edges, then the vertices; the
 * faces: open slots as bits, word, area in m².
 */
final class Sheet {
  static final int ENTRIES = 16;
  static final int BLOCK = 2 * ENTRIES;
  static final int INNER = 0;
  static final int EVEN = 1;
  static final int CUT = 2;

  static final int X = 1;
  static final int Y = 2;
  static final int WIDTH = 3;
  static final int SLOTS = 4;
  static final int RUNS = 5;
  static final int FACES_AT = 6;
  static final int FACES = 7;
  static final int HEADER = 8;

  private final Window window;
  private final IntBuffer ints;
  private final List<Region> regions;
  private final List<Word> words;
  private final double[] areas;

  Sheet(Window window, IntBuffer ints, List<Region> regions, List<Word> words, double[] areas) {
    this.window = window;
    this.ints = ints;
    this.regions = List.copyOf(regions);
    this.words = List.copyOf(words);
    this.areas = areas;
  }

  /** Is shown the leaves of a sheet. */
  interface Shown {
    /** A leaf under one word, or a part of it. */
    void even(Window leaf, int word, int base);

    /** A leaf that edges cross. */
    void cut(Window leaf, int cut);
  }

  Window window() {
    return window;
  }

  List<Word> words() {
    return words;
  }

  /** The ground under a word, m². */
  double areaM2(int word) {
    return areas[word];
  }

  /** The same with its numbers elsewhere; its regions only say what lies there. */
  Sheet with(IntBuffer elsewhere) {
    List<Region> known =
        regions.stream()
            .map(one -> Region.known(one.letters(), one.taken(), one.county(), one.zone()))
            .toList();
    return new Sheet(window, elsewhere, known, words, areas);
  }

  List<Region> regions() {
    return regions;
  }

  IntBuffer ints() {
    return ints.duplicate().rewind();
  }

  /** How much memory its numbers take, bytes. */
  long bytes() {
    return 4L * ints.capacity();
  }

  /** The word at a position in grid cells within the sheet; -1 where no face is that thin. */
  int wordAt(double x, double y) {
    double x0 = window.x0();
    double y0 = window.y0();
    double width = window.width() / 4;
    int block = 0;
    while (true) {
      int column = (int) ((x - x0) / width);
      int row = (int) ((y - y0) / width);
      int entry = ints.get(block + 4 * row + column);
      if ((entry & 3) == EVEN) {
        return entry >>> 2;
      }
      if ((entry & 3) == CUT) {
        return wordInCut(entry >>> 2, x, y);
      }
      x0 += column * width;
      y0 += row * width;
      width /= 4;
      block = entry >>> 2;
    }
  }

  /** The word at a position in a cut; -1 where no face is that thin. */
  int wordInCut(int cut, double x, double y) {
    int slots = ints.get(cut + SLOTS);
    if (slots > Long.SIZE) {
      return wordAmongMany(cut, x, y);
    }
    double x0 = ints.get(cut + X) + 0.5;
    double y0 = ints.get(cut + Y) + 0.5;
    long open = 0;
    for (int slot = 0; slot < slots; slot++) {
      open |= (long) (ints.get(cut + HEADER + slot) & 1) << slot;
    }
    int run = cut + HEADER + slots;
    for (int i = ints.get(cut + RUNS); i > 0; i--) {
      int head = ints.get(run);
      if (Walk.crossesOdd(ints, run + 1, head & 0xFFFF, x0, y0, x, y)) {
        open ^= 1L << (head >>> 16);
      }
      run += 3 + 2 * (head & 0xFFFF);
    }
    int size = setSize(cut);
    int face = run;
    for (int i = ints.get(cut + FACES); i > 0; i--, face += size + 2) {
      long set = ints.get(face) & 0xFFFFFFFFL | (size > 1 ? (long) ints.get(face + 1) << 32 : 0);
      if (set == open) {
        return ints.get(face + size);
      }
    }
    return -1;
  }

  private int wordAmongMany(int cut, double x, double y) {
    List<Region> here = cell(cut).at(x, y);
    for (int face = 0; face < faces(cut); face++) {
      if (here.equals(holding(cut, face))) {
        return word(cut, face);
      }
    }
    return -1;
  }

  private List<Region> holding(int cut, int face) {
    List<Region> holding = new ArrayList<>(covering(ints.get(cut)));
    for (int slot = 0; slot < ints.get(cut + SLOTS); slot++) {
      if ((ints.get(faceAt(cut, face) + slot / Integer.SIZE) & 1 << slot % Integer.SIZE) != 0) {
        holding.add(regions.get(ints.get(cut + HEADER + slot) >> 1));
      }
    }
    return holding;
  }

  /** Shows all leaves that meet a window; of large even leaves only the entries that do. */
  void leaves(Window part, Shown shown) {
    show(0, window, part, shown);
  }

  private void show(int block, Window square, Window part, Shown shown) {
    double width = square.width() / 4;
    int[] cutsShown = new int[ENTRIES];
    int count = 0;
    for (int i = 0; i < ENTRIES; i++) {
      double x0 = square.x0() + i % 4 * width;
      double y0 = square.y0() + i / 4 * width;
      Window own = new Window(x0, y0, x0 + width, y0 + width);
      if (!own.meets(part)) {
        continue;
      }
      int entry = ints.get(block + i);
      switch (entry & 3) {
        case INNER -> show(entry >>> 2, own, part, shown);
        case EVEN -> shown.even(own, entry >>> 2, ints.get(block + i + ENTRIES));
        default -> {
          if (!contains(cutsShown, count, entry)) {
            cutsShown[count++] = entry;
            shown.cut(windowOf(entry >>> 2), entry >>> 2);
          }
        }
      }
    }
  }

  private static boolean contains(int[] values, int count, int wanted) {
    for (int i = 0; i < count; i++) {
      if (values[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  private Window windowOf(int cut) {
    double x0 = ints.get(cut + X) + 0.5;
    double y0 = ints.get(cut + Y) + 0.5;
    int width = ints.get(cut + WIDTH);
    return new Window(x0, y0, x0 + width, y0 + width);
  }

  /** How many faces a cut has. */
  int faces(int cut) {
    return ints.get(cut + FACES);
  }

  /** The word of a cut's face. */
  int word(int cut, int face) {
    return ints.get(faceAt(cut, face) + setSize(cut));
  }

  /** The area of a cut's face, m², to seven digits. */
  float areaM2(int cut, int face) {
    return Float.intBitsToFloat(ints.get(faceAt(cut, face) + setSize(cut) + 1));
  }

  /** A cut as the cell that it was written from. */
  Cell cell(int cut) {
    int slots = ints.get(cut + SLOTS);
    List<Region> crossing = new ArrayList<>();
    boolean[] open = new boolean[slots];
    for (int slot = 0; slot < slots; slot++) {
      int entry = ints.get(cut + HEADER + slot);
      crossing.add(regions.get(entry >> 1));
      open[slot] = (entry & 1) != 0;
    }
    Edges edges = new Edges();
    int run = cut + HEADER + slots;
    for (int i = ints.get(cut + RUNS); i > 0; i--) {
      int head = ints.get(run);
      edges.addRun(ints, run + 1, head & 0xFFFF, head >>> 16);
      run += 3 + 2 * (head & 0xFFFF);
    }
    return new Cell(windowOf(cut), covering(ints.get(cut)), crossing, open, edges);
  }

  /** An even leaf, or a part of it, as a cell without edges. */
  Cell cell(Window leaf, int base) {
    return new Cell(leaf, covering(base), List.of(), new boolean[0], new Edges());
  }

  private List<Region> covering(int base) {
    List<Region> covering = new ArrayList<>();
    for (int i = 0; i < ints.get(base + 1); i++) {
      covering.add(regions.get(ints.get(base + 2 + i)));
    }
    return covering;
  }

  private int setSize(int cut) {
    return (ints.get(cut + SLOTS) + Integer.SIZE - 1) / Integer.SIZE;
  }

  private int faceAt(int cut, int face) {
    return cut + ints.get(cut + FACES_AT) + face * (setSize(cut) + 2);
  }
}
