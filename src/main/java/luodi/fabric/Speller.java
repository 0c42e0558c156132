package luodi.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import luodi.ground.Letter;
import luodi.ground.Signature;

/** The words of one sheet with their areas. */
final class Speller {
  private final UnaryOperator<Signature> shared;
  private final List<Letter> alphabet = new ArrayList<>();
  private final Map<Letter, Integer> letterNumbers = new HashMap<>();
  private final Map<Region, Spelling> regions = new IdentityHashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final Map<Spelt, Integer> wordNumbers = new HashMap<>();
  private double[] areas = new double[16];

  /**
   * @param shared gives one instance for all signatures that are equal
   */
  Speller(UnaryOperator<Signature> shared) {
    this.shared = shared;
  }

  /** What regions say together, by the numbers of letters. */
  static final class Spelling {
    private final BitSet letters;
    private final BitSet taken;
    private Region county;

    private Spelling(BitSet letters, BitSet taken, Region county) {
      this.letters = letters;
      this.taken = taken;
      this.county = county;
    }

    /** The same again, to which more can be added. */
    Spelling copy() {
      return new Spelling((BitSet) letters.clone(), (BitSet) taken.clone(), county);
    }

    void add(Spelling other) {
      letters.or(other.letters);
      taken.or(other.taken);
      county = other.county == null ? county : other.county;
    }
  }

  /** What is left when letters are taken away. */
  private record Spelt(BitSet letters, Region county) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Spelt spelt
          && spelt.county == county
          && spelt.letters.equals(letters);
    }

    @Override
    public int hashCode() {
      return 31 * letters.hashCode() + Objects.hashCode(county);
    }
  }

  /** What a region says. */
  Spelling of(Region region) {
    Spelling known = regions.get(region);
    if (known == null) {
      known =
          new Spelling(
              numbers(region.letters()),
              numbers(region.taken()),
              region.county().isPresent() ? region : null);
      regions.put(region, known);
    }
    return known;
  }

  /** What regions say together. */
  Spelling of(List<Region> together) {
    Spelling all = new Spelling(new BitSet(), new BitSet(), null);
    together.forEach(region -> all.add(of(region)));
    return all;
  }

  /** The number of the word that is spelt so. */
  int word(Spelling spelling) {
    BitSet letters = (BitSet) spelling.letters.clone();
    letters.andNot(spelling.taken);
    return wordNumbers.computeIfAbsent(new Spelt(letters, spelling.county), this::added);
  }

  private int added(Spelt spelt) {
    Signature signature = Signature.of(spelt.letters().stream().mapToObj(alphabet::get).toList());
    words.add(
        new Word(
            shared.apply(signature), Optional.ofNullable(spelt.county()).flatMap(Region::county)));
    return words.size() - 1;
  }

  void add(int word, double areaM2) {
    if (word >= areas.length) {
      areas = Arrays.copyOf(areas, Math.max(word + 1, 2 * areas.length));
    }
    areas[word] += areaM2;
  }

  List<Word> words() {
    return words;
  }

  /** By word, m². */
  double[] areas() {
    return Arrays.copyOf(areas, words.size());
  }

  private BitSet numbers(List<Letter> letters) {
    BitSet numbers = new BitSet();
    for (Letter letter : letters) {
      numbers.set(
          letterNumbers.computeIfAbsent(
              letter,
              added -> {
                alphabet.add(added);
                return alphabet.size() - 1;
              }));
    }
    return numbers;
  }
}
