package luodi.synthetic.key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;

/** Things found by their envelopes, in cells of a twentieth of a degree; in the order of adding. */
final class Cells<T> {
  private static final double CELL_DEGREES = 0.05;
  private static final long ROWS = 100_000;

  private final Map<Long, List<Integer>> cells = new HashMap<>();
  private final List<T> things = new ArrayList<>();
  private final List<Envelope> envelopes = new ArrayList<>();

  void add(Envelope envelope, T thing) {
    for (long cell : under(envelope)) {
      cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(things.size());
    }
    things.add(thing);
    envelopes.add(envelope);
  }

  /** What has an envelope that meets the window. */
  Collection<T> near(Envelope window) {
    Map<Integer, T> found = new TreeMap<>();
    for (long cell : under(window)) {
      for (int number : cells.getOrDefault(cell, List.of())) {
        if (envelopes.get(number).intersects(window)) {
          found.put(number, things.get(number));
        }
      }
    }
    return found.values();
  }

  private static List<Long> under(Envelope envelope) {
    List<Long> cells = new ArrayList<>();
    for (long column = cell(envelope.getMinX()); column <= cell(envelope.getMaxX()); column++) {
      for (long row = cell(envelope.getMinY()); row <= cell(envelope.getMaxY()); row++) {
        cells.add(column * ROWS + row);
      }
    }
    return cells;
  }

  private static long cell(double degrees) {
    return (long) Math.floor(degrees / CELL_DEGREES);
  }
}
