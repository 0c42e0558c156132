package luodi.fabric;

import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Edges in grid cells, each with the slot of its region and where it comes from. An edge runs from
 * west to east, a vertical one from south to north, whichever way its ring ran: so equal edges are
 * equal to the bit.
 */
final class Edges {
  private static final int FIRST = 16;

  /** Of a number that holds a position (42 bits, to 2^-10 of a cell) and an edge's. */
  private static final int INDEX_BITS = 21;

  private int count;
  private int[] slot;
  private int[] ring;
  private int[] at;
  private double[] ax;
  private double[] ay;
  private double[] bx;
  private double[] by;

  Edges() {
    this(FIRST);
  }

  /** No edges yet, and room for so many. */
  Edges(int room) {
    slot = new int[room];
    ring = new int[room];
    at = new int[room];
    ax = new double[room];
    ay = new double[room];
    bx = new double[room];
    by = new double[room];
  }

  int count() {
    return count;
  }

  int slot(int edge) {
    return slot[edge];
  }

  /** The number of its ring in its region. */
  int ring(int edge) {
    return ring[edge];
  }

  /** The number of its first vertex in its ring. */
  int at(int edge) {
    return at[edge];
  }

  /** True when an edge begins in its ring where the one before it ends. */
  boolean follows(int edge) {
    return slot[edge] == slot[edge - 1]
        && ring[edge] == ring[edge - 1]
        && at[edge] == at[edge - 1] + 1;
  }

  double ax(int edge) {
    return ax[edge];
  }

  double ay(int edge) {
    return ay[edge];
  }

  double bx(int edge) {
    return bx[edge];
  }

  double by(int edge) {
    return by[edge];
  }

  /** The latitude of an edge that is not vertical, at a longitude. */
  double yAt(int edge, double x) {
    if (x <= ax[edge]) {
      return ay[edge];
    }
    if (x >= bx[edge]) {
      return by[edge];
    }
    return ay[edge] + (by[edge] - ay[edge]) * ((x - ax[edge]) / (bx[edge] - ax[edge]));
  }

  void add(int ofSlot, int ofRing, int vertex, double fromX, double fromY, double toX, double toY) {
    if (count == slot.length) {
      grow();
    }
    if (fromX < toX || fromX == toX && fromY <= toY) {
      put(ofSlot, ofRing, vertex, fromX, fromY, toX, toY);
    } else {
      put(ofSlot, ofRing, vertex, toX, toY, fromX, fromY);
    }
  }

  private void put(
      int ofSlot, int ofRing, int vertex, double west, double from, double east, double to) {
    slot[count] = ofSlot;
    ring[count] = ofRing;
    at[count] = vertex;
    ax[count] = west;
    ay[count] = from;
    bx[count] = east;
    by[count] = to;
    count++;
  }

  /**
   * Adds those edges of a ring that may meet a window.
   *
   * @return whether the ring holds the window's south-west corner
   */
  boolean addRing(Ring cells, int ofRing, int ofSlot, Window window) {
    boolean holds = false;
    int last = cells.count() - 1;
    for (int from = 0; from < last; from += Ring.STRETCH) {
      int to = Math.min(last, from + Ring.STRETCH);
      if (cells.mayMeet(from / Ring.STRETCH, window)) {
        holds ^= addStretch(cells, from, to, ofRing, ofSlot, window);
      } else if (cells.isWest(from / Ring.STRETCH, window)) {
        holds ^= Side.crossesParallel(cells.y(from), cells.y(to), window.y0());
      }
    }
    return holds;
  }

  private boolean addStretch(Ring cells, int from, int to, int ofRing, int ofSlot, Window window) {
    boolean holds = false;
    double nextX = cells.x(from);
    double nextY = cells.y(from);
    for (int i = from + 1; i <= to; i++) {
      double x = nextX;
      double y = nextY;
      nextX = cells.x(i);
      nextY = cells.y(i);
      if (y > window.y1() && nextY > window.y1()
          || y < window.y0() && nextY < window.y0()
          || x > window.x1() && nextX > window.x1()) {
        continue;
      }
      if (Side.crossesParallel(y, nextY, window.y0())) {
        holds ^= Side.west(x, y, nextX, nextY, window.x0(), window.y0());
      }
      if (window.mayMeet(x, y, nextX, nextY)) {
        add(ofSlot, ofRing, i - 1, x, y, nextX, nextY);
      }
    }
    return holds;
  }

  /** Adds edges that follow each other, x before y. */
  void addRun(IntBuffer cells, int first, int many, int ofSlot) {
    for (int i = 0; i < many; i++) {
      int at = first + 2 * i;
      add(ofSlot, -1, i, cells.get(at), cells.get(at + 1), cells.get(at + 2), cells.get(at + 3));
    }
  }

  /** All edges in the order of their western ends; of equal ones, as they were added. */
  int[] fromWest() {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) (ax[i] * Ring.Fine.STEPS) << INDEX_BITS | i;
    }
    Arrays.sort(keys);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) keys[i] & (1 << INDEX_BITS) - 1;
    }
    return order;
  }

  /** Whether each region holds at a corner farther east, given where it holds at one. */
  boolean[] eastward(boolean[] open, double fromX, double toX, double y) {
    boolean[] there = open.clone();
    for (int i = 0; i < count; i++) {
      if (Side.crossesParallel(ay[i], by[i], y)
          && Side.west(ax[i], ay[i], bx[i], by[i], toX, y)
          && !Side.west(ax[i], ay[i], bx[i], by[i], fromX, y)) {
        there[slot[i]] ^= true;
      }
    }
    return there;
  }

  /** Whether each region holds at a corner farther north, given where it holds at one. */
  boolean[] northward(boolean[] open, double x, double fromY, double toY) {
    boolean[] there = open.clone();
    for (int i = 0; i < count; i++) {
      if (Side.crossesMeridian(ax[i], bx[i], x)
          && Side.south(ax[i], ay[i], bx[i], by[i], x, toY)
          && !Side.south(ax[i], ay[i], bx[i], by[i], x, fromY)) {
        there[slot[i]] ^= true;
      }
    }
    return there;
  }

  /** The length of all edges that run along a meridian, grid cells. */
  double meridians() {
    double length = 0;
    for (int i = 0; i < count; i++) {
      length += ax[i] == bx[i] ? by[i] - ay[i] : 0;
    }
    return length;
  }

  /** Where along a segment it meets edges: from 0 to 1, with both ends, in order. */
  double[] crossings(double x, double y, double dx, double dy) {
    double[] found = new double[count + 2];
    int at = 0;
    found[at++] = 0;
    found[at++] = 1;
    for (int i = 0; i < count; i++) {
      double edgeDx = bx[i] - ax[i];
      double edgeDy = by[i] - ay[i];
      double turn = dx * edgeDy - dy * edgeDx;
      double along = ((ax[i] - x) * edgeDy - (ay[i] - y) * edgeDx) / turn; // none when parallel
      if (along > 0 && along < 1) {
        found[at++] = along;
      }
    }
    double[] inOrder = Arrays.copyOf(found, at);
    Arrays.sort(inOrder);
    return inOrder;
  }

  /** By slot: whether a position lies on an edge. */
  boolean[] touched(double x, double y, int slots) {
    boolean[] touched = new boolean[slots];
    for (int i = 0; i < count; i++) {
      touched[slot[i]] |=
          x >= ax[i]
              && x <= bx[i]
              && y >= Math.min(ay[i], by[i])
              && y <= Math.max(ay[i], by[i])
              && Side.turn(ax[i], ay[i], bx[i], by[i], x, y) == 0;
    }
    return touched;
  }

  /**
   * By edge: the quarters of a window that it may meet, as bits in the order of {@link
   * Window#quarters}.
   *
   * @param around a window that all edges may meet
   */
  byte[] quarters(Window around) {
    Window[] quarters = around.quarters();
    double middleX = quarters[0].x1();
    double middleY = quarters[0].y1();
    byte[] meeting = new byte[count];
    for (int i = 0; i < count; i++) {
      int columns = (ax[i] <= middleX ? 0b0101 : 0) | (bx[i] >= middleX ? 0b1010 : 0);
      int rows =
          (Math.min(ay[i], by[i]) <= middleY ? 0b0011 : 0)
              | (Math.max(ay[i], by[i]) >= middleY ? 0b1100 : 0);
      int here = columns & rows;
      if ((here & here - 1) != 0 || !around.contains(ax[i], ay[i], bx[i], by[i])) {
        for (int quarter = 0; quarter < 4; quarter++) {
          if (!quarters[quarter].mayMeet(ax[i], ay[i], bx[i], by[i])) {
            here &= ~(1 << quarter);
          }
        }
      }
      meeting[i] = (byte) here;
    }
    return meeting;
  }

  /** Those edges that are marked by a bit, with new slots; not those whose slot is then -1. */
  Edges marked(byte[] marks, int bit, int[] renamed) {
    int many = 0;
    for (int i = 0; i < count; i++) {
      many += marks[i] >> bit & 1;
    }
    Edges kept = new Edges(many);
    for (int i = 0; i < count; i++) {
      if ((marks[i] >> bit & 1) != 0 && renamed[slot[i]] >= 0) {
        kept.put(renamed[slot[i]], ring[i], at[i], ax[i], ay[i], bx[i], by[i]);
      }
    }
    return kept;
  }

  private void grow() {
    int more = Math.max(FIRST, 2 * slot.length);
    slot = Arrays.copyOf(slot, more);
    ring = Arrays.copyOf(ring, more);
    at = Arrays.copyOf(at, more);
    ax = Arrays.copyOf(ax, more);
    ay = Arrays.copyOf(ay, more);
    bx = Arrays.copyOf(bx, more);
    by = Arrays.copyOf(by, more);
  }
}
