package luodi.fabric;

import java.util.ArrayList;
import java.util.List;

/**
 * A square of the map as a quadtree. A leaf under one word holds a base: the word and the regions
 * that cover it. A leaf that edges cross holds a cut: its base, the crossing regions (are they open
 * at the south-west corner?), runs of their edges, and the faces with their words and areas.
 *
 * <p>Layout of a base: word, number of regions, regions. Layout of a cut: base, number of slots, of
 * runs, of faces, where the faces begin; a slot: region and open bit; a run: slot and count, then
 * one vertex more than it has edges; a face: its slots as bits, word, area in m².
 */
final class Sheet {
  static final int INNER = 0;
  static final int EVEN = 1;
  static final int CUT = 2;

  private static final int HEADER = 5;
  private static final int WORD_AND_AREA = 3;

  private final Window window;
  private final int[] nodes;
  private final int[] cuts;
  private final int[] bases;
  private final List<Region> regions;
  private final List<Word> words;
  private final double[] areas;

  Sheet(
      Window window,
      int[] nodes,
      int[] cuts,
      int[] bases,
      List<Region> regions,
      List<Word> words,
      double[] areas) {
    this.window = window;
    this.nodes = nodes;
    this.cuts = cuts;
    this.bases = bases;
    this.regions = List.copyOf(regions);
    this.words = List.copyOf(words);
    this.areas = areas;
  }

  /** Is shown the leaves of a sheet. */
  interface Leaves {
    /** A leaf under one word. */
    void even(Window leaf, int word);

    /** A leaf that edges cross; {@code cut} is for {@link Sheet#face} and {@link Sheet#cell}. */
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

  /** How much memory its numbers take, bytes. */
  long bytes() {
    return 4L * (nodes.length + cuts.length + bases.length);
  }

  /** The word at a position in grid cells within the sheet. */
  int wordAt(double x, double y) {
    double x0 = window.x0();
    double y0 = window.y0();
    double half = window.width() / 2;
    int node = nodes[0];
    while ((node & 3) == INNER) {
      int quarter = 0;
      if (x >= x0 + half) {
        x0 += half;
        quarter = 1;
      }
      if (y >= y0 + half) {
        y0 += half;
        quarter += 2;
      }
      half /= 2;
      node = nodes[(node >>> 2) + quarter];
    }
    return (node & 3) == EVEN ? bases[node >>> 2] : wordInCut(node >>> 2, x0, y0, x, y);
  }

  /** Shows all leaves that meet a window. */
  void leaves(Window part, Leaves shown) {
    show(nodes[0], window, part, shown);
  }

  private void show(int node, Window leaf, Window part, Leaves shown) {
    if (!leaf.meets(part)) {
      return;
    }
    switch (node & 3) {
      case EVEN -> shown.even(leaf, bases[node >>> 2]);
      case CUT -> shown.cut(leaf, node >>> 2);
      default -> {
        Window[] quarters = leaf.quarters();
        for (int i = 0; i < 4; i++) {
          show(nodes[(node >>> 2) + i], quarters[i], part, shown);
        }
      }
    }
  }

  /** How many faces a cut has. */
  int faces(int cut) {
    return cuts[cut + 3];
  }

  /** The word of a cut's face. */
  int word(int cut, int face) {
    return cuts[face(cut, face) + setSize(cut)];
  }

  /** The area of a cut's face, m². */
  double areaM2(int cut, int face) {
    int at = face(cut, face) + setSize(cut) + 1;
    return Double.longBitsToDouble((long) cuts[at] << 32 | cuts[at + 1] & 0xFFFFFFFFL);
  }

  /** The word at a position of a cut whose leaf has this corner; -1 where no face is that thin. */
  int wordInCut(int cut, double x0, double y0, double x, double y) {
    int slots = cuts[cut + 1];
    if (slots > Long.SIZE) {
      return wordAmongMany(cut, x0, y0, x, y);
    }
    long open = 0;
    for (int slot = 0; slot < slots; slot++) {
      open |= (long) (cuts[cut + HEADER + slot] & 1) << slot;
    }
    int run = cut + HEADER + slots;
    for (int i = cuts[cut + 2]; i > 0; i--) {
      int count = cuts[run] & 0xFFFF;
      if (Walk.crossesOdd(cuts, run + 1, count, x0, y0, x, y)) {
        open ^= 1L << (cuts[run] >>> 16);
      }
      run += 3 + 2 * count;
    }
    int size = setSize(cut);
    int face = run;
    for (int i = cuts[cut + 3]; i > 0; i--, face += size + WORD_AND_AREA) {
      long set = cuts[face] & 0xFFFFFFFFL | (size > 1 ? (long) cuts[face + 1] << 32 : 0);
      if (set == open) {
        return cuts[face + size];
      }
    }
    return -1;
  }

  private int wordAmongMany(int cut, double x0, double y0, double x, double y) {
    int slots = cuts[cut + 1];
    int[] open = new int[setSize(cut)];
    for (int slot = 0; slot < slots; slot++) {
      open[slot / 32] |= (cuts[cut + HEADER + slot] & 1) << (slot % 32);
    }
    int run = cut + HEADER + slots;
    for (int i = cuts[cut + 2]; i > 0; i--) {
      int count = cuts[run] & 0xFFFF;
      if (Walk.crossesOdd(cuts, run + 1, count, x0, y0, x, y)) {
        open[(cuts[run] >>> 16) / 32] ^= 1 << (cuts[run] >>> 16) % 32;
      }
      run += 3 + 2 * count;
    }
    for (int i = 0; i < faces(cut); i++) {
      int face = face(cut, i);
      if (java.util.Arrays.equals(cuts, face, face + open.length, open, 0, open.length)) {
        return cuts[face + open.length];
      }
    }
    return -1;
  }

  /** A cut as the cell that it was written from. */
  Cell cell(Window leaf, int cut) {
    int slots = cuts[cut + 1];
    List<Region> crossing = new ArrayList<>();
    boolean[] open = new boolean[slots];
    for (int slot = 0; slot < slots; slot++) {
      int entry = cuts[cut + HEADER + slot];
      crossing.add(regions.get(entry >> 1));
      open[slot] = (entry & 1) != 0;
    }
    Edges edges = new Edges();
    int run = cut + HEADER + slots;
    for (int i = cuts[cut + 2]; i > 0; i--) {
      int count = cuts[run] & 0xFFFF;
      edges.addRun(cuts, run + 1, count, cuts[run] >>> 16);
      run += 3 + 2 * count;
    }
    return new Cell(leaf, covering(cuts[cut]), crossing, open, edges);
  }

  /** The regions of a base. */
  private List<Region> covering(int base) {
    List<Region> covering = new ArrayList<>();
    for (int i = 0; i < bases[base + 1]; i++) {
      covering.add(regions.get(bases[base + 2 + i]));
    }
    return covering;
  }

  private int setSize(int cut) {
    return (cuts[cut + 1] + 31) / 32;
  }

  private int face(int cut, int face) {
    return cut + cuts[cut + 4] + face * (setSize(cut) + WORD_AND_AREA);
  }
}
