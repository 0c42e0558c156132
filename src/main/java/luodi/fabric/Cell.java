package luodi.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A window of ground with the edges that cross it, and the regions that hold all of it. Where a
 * region lies within the window follows from whether it holds at the window's south-west corner and
 * from its edges alone.
 */
final class Cell {
  private static final int ROOM = 128; // for edges that come into a plot's window

  private final Window window;
  private final List<Region> covering;
  private final List<Region> crossing;
  private final boolean[] open; // by slot: the region holds at the south-west corner
  private final Edges edges;

  Cell(Window window, List<Region> covering, List<Region> crossing, boolean[] open, Edges edges) {
    this.window = window;
    this.covering = covering;
    this.crossing = crossing;
    this.open = open;
    this.edges = edges;
  }

  /** What of these regions lies in a window. */
  static Cell of(Window window, Iterable<Region> regions) {
    List<Region> covering = new ArrayList<>();
    List<Region> crossing = new ArrayList<>();
    List<Boolean> open = new ArrayList<>();
    Edges edges = new Edges(ROOM);
    for (Region region : regions) {
      int before = edges.count();
      boolean holds = false;
      for (int ring = 0; ring < region.rings().size(); ring++) {
        holds ^= edges.addRing(region.rings().get(ring), ring, crossing.size(), window);
      }
      if (edges.count() > before) {
        crossing.add(region);
        open.add(holds);
      } else if (holds) {
        covering.add(region);
      }
    }
    return new Cell(window, covering, crossing, unboxed(open), edges);
  }

  Window window() {
    return window;
  }

  /** The regions that hold the whole window. */
  List<Region> covering() {
    return covering;
  }

  /** The regions whose edges may cross it; an edge's slot is a position in this list. */
  List<Region> crossing() {
    return crossing;
  }

  /** Whether the region of a slot holds at the south-west corner. */
  boolean open(int slot) {
    return open[slot];
  }

  Edges edges() {
    return edges;
  }

  /**
   * The regions that a position lies in; on a region's edge it does not lie in the region.
   *
   * @param x grid cells, within the window
   * @param y grid cells, within the window
   */
  List<Region> at(double x, double y) {
    boolean[] south = edges.eastward(open, window.x0(), x, window.y0());
    boolean[] here = edges.northward(south, x, window.y0(), y);
    boolean[] touched = edges.touched(x, y, here.length);
    List<Region> regions = new ArrayList<>(covering);
    for (int slot = 0; slot < here.length; slot++) {
      if (here[slot] && !touched[slot]) {
        regions.add(crossing.get(slot));
      }
    }
    return regions;
  }

  /** The same ground in quarters: south-west, south-east, north-west, north-east. */
  Cell[] quarters() {
    Window[] windows = window.quarters();
    boolean[] southEast = edges.eastward(open, windows[0].x0(), windows[1].x0(), window.y0());
    boolean[] northWest = edges.northward(open, window.x0(), window.y0(), windows[2].y0());
    boolean[] northEast =
        edges.eastward(northWest, windows[0].x0(), windows[1].x0(), windows[2].y0());
    byte[] meeting = edges.quarters(window);
    return new Cell[] {
      within(windows[0], meeting, 0, open),
      within(windows[1], meeting, 1, southEast),
      within(windows[2], meeting, 2, northWest),
      within(windows[3], meeting, 3, northEast)
    };
  }

  private Cell within(Window smaller, byte[] meeting, int quarter, boolean[] atCorner) {
    boolean[] meets = new boolean[crossing.size()];
    for (int i = 0; i < meeting.length; i++) {
      meets[edges.slot(i)] |= (meeting[i] >> quarter & 1) != 0;
    }
    List<Region> covers = new ArrayList<>(covering.size() + 4);
    covers.addAll(covering);
    for (int slot = 0; slot < meets.length; slot++) {
      if (!meets[slot] && atCorner[slot] && !crossing.get(slot).saysNothingBeside(covers)) {
        covers.add(crossing.get(slot));
      }
    }
    List<Region> crosses = new ArrayList<>();
    boolean[] holds = new boolean[meets.length];
    int[] renamed = new int[meets.length];
    for (int slot = 0; slot < meets.length; slot++) {
      renamed[slot] = -1;
      if (meets[slot] && !crossing.get(slot).saysNothingBeside(covers)) {
        renamed[slot] = crosses.size();
        holds[crosses.size()] = atCorner[slot];
        crosses.add(crossing.get(slot));
      }
    }
    boolean[] open = Arrays.copyOf(holds, crosses.size());
    return new Cell(smaller, covers, crosses, open, edges.marked(meeting, quarter, renamed));
  }

  private static boolean[] unboxed(List<Boolean> values) {
    boolean[] array = new boolean[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }
}
