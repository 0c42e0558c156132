package luodi.geo.tiling;

import java.util.Arrays;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;

/** How many polygons cover a place, told from the edges that did not cancel out. */
final class Winding {
  private static final int BANDS = 1 << 12;

  private final long[] from;
  private final long[] to;
  private final int[] net;
  private final int[][] bands = new int[BANDS][0];
  private final int[] filled = new int[BANDS];
  private int size;
  private int south = Integer.MAX_VALUE;
  private int north = Integer.MIN_VALUE;

  Winding(NetEdges edges) {
    from = new long[edges.size()];
    to = new long[edges.size()];
    net = new int[edges.size()];
    edges.visit(this::add);
    for (int i = 0; i < size; i++) {
      place(i);
    }
  }

  /** How many polygons lie over the place, which lies on none of the edges. */
  int at(Coordinate degrees) {
    double x = degrees.x * Grid.LINES_PER_DEGREE;
    double y = degrees.y * Grid.LINES_PER_DEGREE;
    if (size == 0 || y < south || y > north) {
      return 0;
    }
    int sum = 0;
    int band = band(y);
    for (int i = 0; i < filled[band]; i++) {
      sum += crossing(bands[band][i], x, y);
    }
    return sum;
  }

  /** What an edge adds when a ray to the east meets it. */
  private int crossing(int edge, double x, double y) {
    double y0 = NetEdges.y(from[edge]);
    double y1 = NetEdges.y(to[edge]);
    boolean up = y0 <= y && y < y1;
    boolean down = y1 <= y && y < y0;
    if (!up && !down) {
      return 0;
    }
    double x0 = NetEdges.x(from[edge]);
    double x1 = NetEdges.x(to[edge]);
    double meets = x0 + (y - y0) / (y1 - y0) * (x1 - x0);
    return meets > x ? (up ? net[edge] : -net[edge]) : 0;
  }

  private void add(long low, long high, int count) {
    from[size] = low;
    to[size] = high;
    net[size++] = count;
    south = Math.min(south, Math.min(NetEdges.y(low), NetEdges.y(high)));
    north = Math.max(north, Math.max(NetEdges.y(low), NetEdges.y(high)));
  }

  private void place(int edge) {
    int first = band(Math.min(NetEdges.y(from[edge]), NetEdges.y(to[edge])));
    int last = band(Math.max(NetEdges.y(from[edge]), NetEdges.y(to[edge])));
    for (int band = first; band <= last; band++) {
      if (filled[band] == bands[band].length) {
        bands[band] = Arrays.copyOf(bands[band], Math.max(8, 2 * filled[band]));
      }
      bands[band][filled[band]++] = edge;
    }
  }

  private int band(double y) {
    double share = (y - south) / Math.max(1.0, (double) north - south);
    return (int) Math.max(0, Math.min(BANDS - 1, share * BANDS));
  }
}
