package luodi.fabric;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.ground.Letter;
import luodi.ground.Signature;

/** Writes one sheet: quarters its ground until few edges are left in a cell, and cuts those. */
final class SheetWriter {
  /** A cell with more edges is quartered. */
  private static final int MOST_EDGES = 40;

  /** About 3 m: a cell that is smaller is cut as it is. */
  private static final double SMALLEST = 256;

  private final Ints nodes = new Ints(1 << 10);
  private final Ints cuts = new Ints(1 << 14);
  private final Ints bases = new Ints(1 << 10);
  private final List<Region> regions = new ArrayList<>();
  private final Map<Region, Integer> regionNumbers = new IdentityHashMap<>();
  private final Map<List<Integer>, Integer> baseNumbers = new HashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final Map<Spelling, Integer> wordNumbers = new HashMap<>();
  private final List<Letter> alphabet = new ArrayList<>();
  private final Map<Letter, Integer> letterNumbers = new HashMap<>();
  private final List<Double> areas = new ArrayList<>();

  /** A word by the numbers of its letters. */
  private record Spelling(BitSet letters, Optional<Region> county) {}

  private SheetWriter() {}

  /** The sheet of a window with everything that lies in it. */
  static Sheet write(Window window, List<Region> near) {
    SheetWriter writer = new SheetWriter();
    writer.nodes.add(0);
    writer.node(0, Cell.of(window, near));
    return new Sheet(
        window,
        writer.nodes.toArray(),
        writer.cuts.toArray(),
        writer.bases.toArray(),
        writer.regions,
        writer.words,
        writer.areas.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void node(int at, Cell cell) {
    if (cell.edges().count() == 0) {
      even(at, cell);
    } else if (cell.edges().count() > MOST_EDGES && cell.window().width() > SMALLEST) {
      int children = nodes.count();
      nodes.addZeros(4);
      nodes.set(at, children << 2 | Sheet.INNER);
      Cell[] quarters = cell.quarters();
      for (int i = 0; i < 4; i++) {
        node(children + i, quarters[i]);
        quarters[i] = null; // its edges are no longer needed
      }
    } else {
      cut(at, cell);
    }
  }

  /** One word lies on all of the cell. */
  private void even(int at, Cell cell) {
    int base = base(cell.covering());
    add(bases.get(base), cell.window().areaM2());
    nodes.set(at, base << 2 | Sheet.EVEN);
  }

  private void cut(int at, Cell cell) {
    nodes.set(at, cuts.count() << 2 | Sheet.CUT);
    Slabs slabs = Slabs.of(cell);
    int slots = cell.crossing().size();
    int header = cuts.count();
    cuts.add(base(cell.covering()));
    cuts.add(slots);
    cuts.addZeros(1);
    cuts.add(slabs.count());
    cuts.addZeros(1);
    for (int slot = 0; slot < slots; slot++) {
      cuts.add(number(cell.crossing().get(slot)) << 1 | (cell.open(slot) ? 1 : 0));
    }
    int runs = runs(cell);
    cuts.set(header + 2, runs);
    cuts.set(header + 4, cuts.count() - header);
    for (int face = 0; face < slabs.count(); face++) {
      face(slabs, face, slots);
    }
  }

  private void face(Slabs slabs, int face, int slots) {
    for (int from = 0; from < slots; from += 32) {
      int set = 0;
      for (int slot = from; slot < Math.min(slots, from + 32); slot++) {
        set |= slabs.holds(face, slot) ? 1 << slot - from : 0;
      }
      cuts.add(set);
    }
    int word = word(slabs.holding(face));
    cuts.add(word);
    cuts.add(slabs.areaM2(face));
    add(word, slabs.areaM2(face));
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
      cuts.add(edges.slot(from) << 16 | end - from);
      Ring ring = cell.crossing().get(edges.slot(from)).rings().get(edges.ring(from));
      for (int vertex = edges.at(from); vertex <= edges.at(end - 1) + 1; vertex++) {
        cuts.add((int) ring.x(vertex));
        cuts.add((int) ring.y(vertex));
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

  /** A base is a word and the regions that it comes from. */
  private int base(List<Region> covering) {
    List<Integer> numbers = covering.stream().map(this::number).sorted().toList();
    Integer known = baseNumbers.get(numbers);
    if (known != null) {
      return known;
    }
    int base = bases.count();
    baseNumbers.put(numbers, base);
    bases.add(word(covering));
    bases.add(numbers.size());
    numbers.forEach(bases::add);
    return base;
  }

  /** The number of the word on ground that these regions hold. */
  private int word(List<Region> holding) {
    BitSet letters = new BitSet();
    Optional<Region> county = Optional.empty();
    for (Region region : holding) {
      region.letters().forEach(letter -> letters.set(number(letter)));
      if (region.county().isPresent()) {
        county = Optional.of(region);
      }
    }
    for (Region region : holding) {
      region.taken().forEach(letter -> letters.clear(number(letter)));
    }
    Spelling spelling = new Spelling(letters, county);
    Integer known = wordNumbers.get(spelling);
    if (known != null) {
      return known;
    }
    wordNumbers.put(spelling, words.size());
    words.add(new Word(Signature.of(spelt(letters)), county.flatMap(Region::county)));
    areas.add(0.0);
    return words.size() - 1;
  }

  private int number(Letter letter) {
    return letterNumbers.computeIfAbsent(
        letter,
        added -> {
          alphabet.add(added);
          return alphabet.size() - 1;
        });
  }

  private List<Letter> spelt(BitSet numbers) {
    return numbers.stream().mapToObj(alphabet::get).toList();
  }

  private void add(int word, double areaM2) {
    areas.set(word, areas.get(word) + areaM2);
  }
}
