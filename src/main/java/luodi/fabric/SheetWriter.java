package luodi.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import luodi.ground.Signature;

/** Writes one sheet: quarters its ground until few edges are left in a cell, and cuts those. */
final class SheetWriter {
  /** A cell with more edges is quartered. */
  static final int MOST_EDGES = 48;

  /** About 3 m: a cell that is smaller is cut as it is. */
  private static final double SMALLEST = 256;

  private final Ints ints = new Ints(1 << 12);
  private final List<Region> regions = new ArrayList<>();
  private final Map<Region, Integer> regionNumbers = new IdentityHashMap<>();
  private final Map<List<Integer>, Integer> bases = new HashMap<>();
  private final Speller speller;

  private SheetWriter(Speller speller) {
    this.speller = speller;
  }

  /**
   * The sheet of a window with everything that lies in it.
   *
   * @param shared gives one instance for all signatures that are equal
   */
  static Sheet write(Window window, List<Region> near, UnaryOperator<Signature> shared) {
    SheetWriter writer = new SheetWriter(new Speller(shared));
    writer.ints.addZeros(Sheet.BLOCK);
    writer.node(0, 0, 4, Cell.of(window, near));
    return new Sheet(
        window,
        writer.ints.toBuffer(),
        writer.regions,
        writer.speller.words(),
        writer.speller.areas());
  }

  /**
   * Writes a cell into its entries of a block.
   *
   * @param entry the cell's south-west entry
   * @param span how many entries it is wide
   */
  private void node(int block, int entry, int span, Cell cell) {
    if (cell.edges().count() == 0) {
      int base = base(cell.covering());
      speller.add(ints.get(base), cell.window().areaM2());
      fill(block, entry, span, ints.get(base) << 2 | Sheet.EVEN, base);
    } else if (cell.edges().count() <= MOST_EDGES || cell.window().width() <= SMALLEST) {
      int base = base(cell.covering());
      fill(block, entry, span, cut(cell, base) << 2 | Sheet.CUT, base);
    } else if (span == 1) {
      int inner = ints.count();
      ints.addZeros(Sheet.BLOCK);
      fill(block, entry, 1, inner << 2 | Sheet.INNER, 0);
      quarter(inner, 0, 4, cell);
    } else {
      quarter(block, entry, span, cell);
    }
  }

  private void quarter(int block, int entry, int span, Cell cell) {
    int half = span / 2;
    Cell[] quarters = cell.quarters();
    for (int i = 0; i < 4; i++) {
      Cell quarter = quarters[i];
      quarters[i] = null; // its edges are no longer needed once it is written
      node(block, entry + i / 2 * half * 4 + i % 2 * half, half, quarter);
    }
  }

  private void fill(int block, int entry, int span, int value, int base) {
    for (int row = 0; row < span; row++) {
      for (int column = 0; column < span; column++) {
        int at = block + entry + 4 * row + column;
        ints.set(at, value);
        ints.set(at + Sheet.ENTRIES, base);
      }
    }
  }

  /** Writes a cut and returns where it stands. */
  private int cut(Cell cell, int base) {
    Slabs slabs = Slabs.of(cell);
    Window window = cell.window();
    int slots = cell.crossing().size();
    int at = ints.count();
    ints.add(base);
    ints.add((int) Math.floor(window.x0()));
    ints.add((int) Math.floor(window.y0()));
    ints.add((int) window.width());
    ints.add(slots);
    ints.addZeros(2);
    ints.add(slabs.count());
    for (int slot = 0; slot < slots; slot++) {
      ints.add(number(cell.crossing().get(slot)) << 1 | (cell.open(slot) ? 1 : 0));
    }
    int runs = runs(cell);
    ints.set(at + Sheet.RUNS, runs);
    ints.set(at + Sheet.FACES_AT, ints.count() - at);
    Speller.Spelling covering = speller.of(cell.covering());
    for (int face = 0; face < slabs.count(); face++) {
      face(slabs, face, cell.crossing(), covering.copy());
    }
    return at;
  }

  private void face(Slabs slabs, int face, List<Region> crossing, Speller.Spelling spelling) {
    int slots = crossing.size();
    for (int from = 0; from < slots; from += Integer.SIZE) {
      int set = 0;
      for (int slot = from; slot < Math.min(slots, from + Integer.SIZE); slot++) {
        if (slabs.holds(face, slot)) {
          set |= 1 << slot - from;
          spelling.add(speller.of(crossing.get(slot)));
        }
      }
      ints.add(set);
    }
    int word = speller.word(spelling);
    ints.add(word);
    ints.add(Float.floatToRawIntBits((float) slabs.areaM2(face)));
    speller.add(word, slabs.areaM2(face));
  }

  /**
   * Writes edges that follow each other in their ring as one run.
   *
   * @return how many runs there are
   */
  private int runs(Cell cell) {
    Edges edges = cell.edges();
    int runs = 0;
    int from = 0;
    while (from < edges.count()) {
      int end = from + 1;
      while (end < edges.count() && edges.follows(end)) {
        end++;
      }
      ints.add(edges.slot(from) << 16 | end - from);
      Ring ring = cell.crossing().get(edges.slot(from)).rings().get(edges.ring(from));
      for (int vertex = edges.at(from); vertex <= edges.at(end - 1) + 1; vertex++) {
        ints.add((int) ring.x(vertex));
        ints.add((int) ring.y(vertex));
      }
      runs++;
      from = end;
    }
    return runs;
  }

  private int number(Region region) {
    return regionNumbers.computeIfAbsent(
        region,
        added -> {
          regions.add(added);
          return regions.size() - 1;
        });
  }

  /** Where the base of these regions stands: their word, their number, and they. */
  private int base(List<Region> covering) {
    List<Integer> numbers = covering.stream().map(this::number).sorted().toList();
    Integer known = bases.get(numbers);
    if (known != null) {
      return known;
    }
    int base = ints.count();
    bases.put(numbers, base);
    ints.add(speller.word(speller.of(covering)));
    ints.add(numbers.size());
    numbers.forEach(ints::add);
    return base;
  }
}
