package luodi.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import luodi.geo.AuthalicStrip;

/**
 * The faces of a cell and their areas. Meridians through all ends and crossings of edges cut the
 * cell into slabs in which edges do not cross; from south to north each edge opens or closes its
 * region, and between two edges lies a trapezoid of one face. Nothing has to be noded or joined, so
 * nothing can fail: at nearly equal edges a rounding error moves a sliver, and the sum of all areas
 * stays the cell's own.
 */
final class Slabs {
  /** Between edges that are equal up to rounding lies no face, m². */
  private static final double NOTHING_M2 = 1e-9;

  private final Cell cell;
  private final Edges edges;
  private final Window window;
  private final AuthalicStrip strip;
  private final Consumer<Trapezoid> drawn; // null when nobody wants to know
  private final int words; // of a face's set of slots

  private long[] sets = new long[8];
  private double[] areas = new double[8];
  private int faces;

  private int[] fromWest; // edges in the order of their western ends
  private double[] cuts = new double[64];
  private int cutCount;
  private double[] turnX = new double[8]; // where edges cross the cell's southern border …
  private int[] turnSlot = new int[8]; // … and whose they are
  private int turns;

  private int[] active = new int[16];
  private double[] activeA = new double[16];
  private double[] activeB = new double[16];
  private int activeCount;

  private int[] reaching; // edges that begin in or before a slab, and do not end before it
  private int reachingCount;
  private int begun; // how many edges have begun

  private Slabs(Cell cell, Consumer<Trapezoid> drawn) {
    this.cell = cell;
    this.edges = cell.edges();
    this.window = cell.window();
    this.strip = new AuthalicStrip(window.y0(), window.y1());
    this.drawn = drawn;
    this.words = Math.max(1, (cell.crossing().size() + 63) / 64);
  }

  /** Cuts a cell into faces. */
  static Slabs of(Cell cell) {
    return of(cell, null);
  }

  /** Cuts a cell into faces, and tells of every trapezoid that they are made of. */
  static Slabs of(Cell cell, Consumer<Trapezoid> drawn) {
    Slabs slabs = new Slabs(cell, drawn);
    slabs.cut();
    slabs.walk();
    return slabs;
  }

  /** How many faces there are. */
  int count() {
    return faces;
  }

  /** Whether the region of a slot holds on a face. */
  boolean holds(int face, int slot) {
    return (sets[face * words + (slot >> 6)] & 1L << (slot & 63)) != 0;
  }

  /** All regions that hold on a face. */
  List<Region> holding(int face) {
    List<Region> holding = new ArrayList<>(cell.covering());
    for (int slot = 0; slot < cell.crossing().size(); slot++) {
      if (holds(face, slot)) {
        holding.add(cell.crossing().get(slot));
      }
    }
    return holding;
  }

  double areaM2(int face) {
    return areas[face];
  }

  private void cut() {
    fromWest = edges.fromWest();
    addCut(window.x0());
    addCut(window.x1());
    for (int edge = 0; edge < edges.count(); edge++) {
      addCut(edges.ax(edge));
      addCut(edges.bx(edge));
      cutAtBorders(edge);
    }
    for (int i = 0; i < fromWest.length; i++) {
      for (int j = i + 1;
          j < fromWest.length && edges.ax(fromWest[j]) < edges.bx(fromWest[i]);
          j++) {
        cutAtCrossing(fromWest[i], fromWest[j]);
      }
    }
    Arrays.sort(cuts, 0, cutCount);
    sortTurns();
  }

  private void cutAtBorders(int edge) {
    if (Side.crossesParallel(edges.ay(edge), edges.by(edge), window.y1())) {
      addCut(xAt(edge, window.y1()));
    }
    if (Side.crossesParallel(edges.ay(edge), edges.by(edge), window.y0())) {
      double x = xAt(edge, window.y0());
      addCut(x);
      if (!Side.west(
          edges.ax(edge),
          edges.ay(edge),
          edges.bx(edge),
          edges.by(edge),
          window.x0(),
          window.y0())) {
        addTurn(Math.max(x, window.x0()), edges.slot(edge));
      }
    }
  }

  private double xAt(int edge, double y) {
    double share = (y - edges.ay(edge)) / (edges.by(edge) - edges.ay(edge));
    return edges.ax(edge) + (edges.bx(edge) - edges.ax(edge)) * share;
  }

  private void cutAtCrossing(int i, int j) {
    double iDx = edges.bx(i) - edges.ax(i);
    double iDy = edges.by(i) - edges.ay(i);
    double jDx = edges.bx(j) - edges.ax(j);
    double jDy = edges.by(j) - edges.ay(j);
    double ex = edges.ax(j) - edges.ax(i);
    double ey = edges.ay(j) - edges.ay(i);
    double turn = iDx * jDy - iDy * jDx;
    double alongI = (ex * jDy - ey * jDx) / turn; // not a number for parallel edges
    double alongJ = (ex * iDy - ey * iDx) / turn;
    if (alongI > 0 && alongI < 1 && alongJ > 0 && alongJ < 1) {
      addCut(edges.ax(i) + alongI * iDx);
    }
  }

  private void addCut(double x) {
    if (x >= window.x0() && x <= window.x1()) {
      if (cutCount == cuts.length) {
        cuts = Arrays.copyOf(cuts, 2 * cutCount);
      }
      cuts[cutCount++] = x;
    }
  }

  private void addTurn(double x, int slot) {
    if (turns == turnX.length) {
      turnX = Arrays.copyOf(turnX, 2 * turns);
      turnSlot = Arrays.copyOf(turnSlot, 2 * turns);
    }
    turnX[turns] = x;
    turnSlot[turns++] = slot;
  }

  private void sortTurns() {
    for (int i = 1; i < turns; i++) {
      double x = turnX[i];
      int slot = turnSlot[i];
      int at = i;
      for (; at > 0 && turnX[at - 1] > x; at--) {
        turnX[at] = turnX[at - 1];
        turnSlot[at] = turnSlot[at - 1];
      }
      turnX[at] = x;
      turnSlot[at] = slot;
    }
  }

  /** From west to east, slab by slab. */
  private void walk() {
    reaching = new int[fromWest.length];
    long[] south = new long[words]; // what holds along the southern border
    long[] open = new long[words];
    for (int slot = 0; slot < cell.crossing().size(); slot++) {
      if (cell.open(slot)) {
        toggle(south, slot);
      }
    }
    int turn = 0;
    for (int i = 0; i + 1 < cutCount; i++) {
      while (turn < turns && turnX[turn] <= cuts[i]) {
        toggle(south, turnSlot[turn++]);
      }
      if (cuts[i + 1] > cuts[i]) {
        gather(cuts[i], cuts[i + 1]);
        System.arraycopy(south, 0, open, 0, words);
        climb(open, cuts[i], cuts[i + 1]);
      }
    }
  }

  /** The edges that run through a slab, from south to north. */
  private void gather(double xa, double xb) {
    while (begun < fromWest.length && edges.ax(fromWest[begun]) <= xa) {
      reaching[reachingCount++] = fromWest[begun++];
    }
    activeCount = 0;
    int kept = 0;
    for (int i = 0; i < reachingCount; i++) {
      int edge = reaching[i];
      if (edges.bx(edge) >= xb) {
        reaching[kept++] = edge;
        double ya = edges.yAt(edge, xa);
        double yb = edges.yAt(edge, xb);
        if (ya + yb > 2 * window.y0() && ya + yb < 2 * window.y1()) {
          insert(edge, ya, yb);
        }
      }
    }
    reachingCount = kept;
  }

  private void insert(int edge, double ya, double yb) {
    if (activeCount == active.length) {
      active = Arrays.copyOf(active, 2 * activeCount);
      activeA = Arrays.copyOf(activeA, 2 * activeCount);
      activeB = Arrays.copyOf(activeB, 2 * activeCount);
    }
    int at = activeCount++;
    for (; at > 0 && activeA[at - 1] + activeB[at - 1] > ya + yb; at--) {
      active[at] = active[at - 1];
      activeA[at] = activeA[at - 1];
      activeB[at] = activeB[at - 1];
    }
    active[at] = edge;
    activeA[at] = ya;
    activeB[at] = yb;
  }

  private void climb(long[] open, double xa, double xb) {
    double southA = window.y0();
    double southB = window.y0();
    double below = strip.underM2(xa, southA, xb, southB);
    for (int i = 0; i <= activeCount; i++) {
      double northA = i < activeCount ? activeA[i] : window.y1();
      double northB = i < activeCount ? activeB[i] : window.y1();
      double above = strip.underM2(xa, northA, xb, northB);
      if (above - below > NOTHING_M2) {
        int face = face(open);
        areas[face] += above - below;
        if (drawn != null) {
          drawn.accept(new Trapezoid(face, xa, xb, southA, southB, northA, northB));
        }
      }
      if (i < activeCount) {
        toggle(open, edges.slot(active[i]));
      }
      southA = northA;
      southB = northB;
      below = above;
    }
  }

  private static void toggle(long[] set, int slot) {
    set[slot >> 6] ^= 1L << (slot & 63);
  }

  /** The number of the face of a set of slots, a new one for a new set. */
  private int face(long[] set) {
    for (int face = 0; face < faces; face++) {
      if (is(face, set)) {
        return face;
      }
    }
    if (faces == areas.length) {
      areas = Arrays.copyOf(areas, 2 * faces);
    }
    if ((faces + 1) * words > sets.length) {
      sets = Arrays.copyOf(sets, 2 * (faces + 1) * words);
    }
    System.arraycopy(set, 0, sets, faces * words, words);
    return faces++;
  }

  private boolean is(int face, long[] set) {
    if (words == 1) {
      return sets[face] == set[0];
    }
    return Arrays.equals(sets, face * words, (face + 1) * words, set, 0, words);
  }
}
