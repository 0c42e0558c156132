package luodi.geo.tiling;

import java.util.Arrays;

/**
 * Splits edges at corners of others that lie on them, as they do where neighbours have different
 * corners on their common border. A corner that was rounded to the grid lies on the edge if the
 * edge passes through its cell. Afterwards both sides of such a border run along the same edges,
 * and cancel out.
 */
final class Splits {
  /** Half the diagonal of a grid cell, and a little. */
  private static final double NEAR = 0.75;

  /** Corners are kept in squares of 2^17 grid lines, about 1.3 km. */
  private static final int SQUARE_BITS = 17;

  private static final int HALF = 1 << 14; // squares on each side of the meridian and the equator

  private final long[] corners; // as keys
  private final NetEdges split = new NetEdges();
  private long[] found = new long[16];
  private double[] along = new double[16];
  private int count;

  private Splits(NetEdges edges) {
    corners = corners(edges);
  }

  /** The edges that remain once all are split; those that cancel out are gone. */
  static NetEdges of(NetEdges edges) {
    Splits splits = new Splits(edges);
    edges.visit(splits::add);
    NetEdges left = new NetEdges();
    splits.split.visit(left::add);
    return left;
  }

  private void add(long from, long to, int net) {
    count = 0;
    gather(from, to);
    sort();
    long last = from;
    for (int i = 0; i < count; i++) {
      put(last, found[i], net);
      last = found[i];
    }
    put(last, to, net);
  }

  private void put(long from, long to, int net) {
    if (from < to) {
      split.add(from, to, net);
    } else if (from > to) {
      split.add(to, from, -net);
    }
  }

  /** Finds the corners on an edge, row of squares by row of squares. */
  private void gather(long from, long to) {
    double x0 = NetEdges.x(from);
    double y0 = NetEdges.y(from);
    double x1 = NetEdges.x(to);
    double y1 = NetEdges.y(to);
    int first = (int) (Math.min(y0, y1) - 1) >> SQUARE_BITS;
    int last = (int) (Math.max(y0, y1) + 1) >> SQUARE_BITS;
    for (int row = first; row <= last; row++) {
      double south = Math.max(Math.min(y0, y1), (double) ((long) row << SQUARE_BITS) - 1);
      double north = Math.min(Math.max(y0, y1), (double) ((long) (row + 1) << SQUARE_BITS) + 1);
      double xa = y0 == y1 ? x0 : x0 + (south - y0) / (y1 - y0) * (x1 - x0);
      double xb = y0 == y1 ? x1 : x0 + (north - y0) / (y1 - y0) * (x1 - x0);
      int west = (int) (Math.min(xa, xb) - 2) >> SQUARE_BITS;
      int east = (int) (Math.max(xa, xb) + 2) >> SQUARE_BITS;
      for (int column = west; column <= east; column++) {
        gatherIn(square(column, row), from, to);
      }
    }
  }

  private void gatherIn(long square, long from, long to) {
    long first = square << 2 * SQUARE_BITS;
    int at = Arrays.binarySearch(corners, first);
    for (at = at < 0 ? -at - 1 : at;
        at < corners.length && corners[at] >> 2 * SQUARE_BITS == square;
        at++) {
      addIfOn(corner(corners[at]), from, to);
    }
  }

  private void addIfOn(long corner, long from, long to) {
    if (corner == from || corner == to) {
      return;
    }
    double dx = (double) NetEdges.x(to) - NetEdges.x(from);
    double dy = (double) NetEdges.y(to) - NetEdges.y(from);
    double px = (double) NetEdges.x(corner) - NetEdges.x(from);
    double py = (double) NetEdges.y(corner) - NetEdges.y(from);
    double length = Math.hypot(dx, dy);
    double t = (px * dx + py * dy) / (length * length);
    if (t > 0 && t < 1 && Math.abs(dx * py - dy * px) <= NEAR * length) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
        along = Arrays.copyOf(along, 2 * count);
      }
      found[count] = corner;
      along[count++] = t;
    }
  }

  /** Along the edge, from its start; there are mostly one or two. */
  private void sort() {
    for (int i = 1; i < count; i++) {
      long corner = found[i];
      double t = along[i];
      int j = i - 1;
      for (; j >= 0 && along[j] > t; j--) {
        found[j + 1] = found[j];
        along[j + 1] = along[j];
      }
      found[j + 1] = corner;
      along[j + 1] = t;
    }
  }

  /** The keys of all ends of edges, each once, in their order. */
  private static long[] corners(NetEdges edges) {
    long[] ends = new long[2 * edges.size()];
    int[] filled = {0};
    edges.visit(
        (from, to, net) -> {
          ends[filled[0]++] = from;
          ends[filled[0]++] = to;
        });
    return Arrays.stream(ends, 0, filled[0]).map(Splits::key).sorted().distinct().toArray();
  }

  /** The square of a column and a row; they sort as the keys of the corners within them do. */
  private static long square(int column, int row) {
    return key(column, row, 0, 0) >> 2 * SQUARE_BITS;
  }

  /** A corner with the bits of its square first, so that the corners of a square sort together. */
  private static long key(long position) {
    int mask = (1 << SQUARE_BITS) - 1;
    int x = NetEdges.x(position);
    int y = NetEdges.y(position);
    return key(x >> SQUARE_BITS, y >> SQUARE_BITS, x & mask, y & mask);
  }

  private static long key(int column, int row, int x, int y) {
    long square = (long) (column + HALF) << 15 | row + HALF;
    return square << 2 * SQUARE_BITS | (long) x << SQUARE_BITS | y;
  }

  private static long corner(long key) {
    long mask = (1L << SQUARE_BITS) - 1;
    long square = key >>> 2 * SQUARE_BITS;
    long x = (square >> 15) - HALF << SQUARE_BITS | key >> SQUARE_BITS & mask;
    long y = (square & 0x7FFF) - HALF << SQUARE_BITS | key & mask;
    return x << 32 | y & 0xFFFF_FFFFL;
  }
}
