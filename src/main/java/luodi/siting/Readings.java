package luodi.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.ground.Letter;
import luodi.ground.Signature;
import luodi.rule.Reads;

/**
 * All signatures of a fabric as one kind of rule reads them: signatures that read the same share a
 * class, and a class is judged once.
 */
final class Readings {
  private final int[] classes; // by signature
  private final List<Signature> read;

  private Readings(int[] classes, List<Signature> read) {
    this.classes = classes;
    this.read = read;
  }

  /** The signatures of a fabric by the numbers of their letters. */
  record Spelt(List<Letter> alphabet, int[][] signatures) {
    static Spelt of(List<Signature> signatures) {
      Map<Letter, Integer> numbers = new HashMap<>();
      List<Letter> alphabet = new ArrayList<>();
      int[][] spelt = new int[signatures.size()][];
      for (int i = 0; i < spelt.length; i++) {
        List<Letter> letters = signatures.get(i).letters();
        spelt[i] = new int[letters.size()];
        for (int j = 0; j < spelt[i].length; j++) {
          Integer before = numbers.putIfAbsent(letters.get(j), alphabet.size());
          if (before == null) {
            alphabet.add(letters.get(j));
          }
          spelt[i][j] = before == null ? alphabet.size() - 1 : before;
        }
      }
      return new Spelt(alphabet, spelt);
    }
  }

  static Readings of(Spelt signatures, Reads reads) {
    List<Letter> alphabet = new ArrayList<>(); // of what is read
    int[] readAs = readAs(signatures.alphabet(), reads, alphabet);
    Map<BitSet, Integer> numbers = new HashMap<>();
    List<Signature> read = new ArrayList<>();
    int[] classes = new int[signatures.signatures().length];
    BitSet letters = new BitSet();
    for (int i = 0; i < classes.length; i++) {
      letters.clear();
      for (int letter : signatures.signatures()[i]) {
        if (readAs[letter] >= 0) {
          letters.set(readAs[letter]);
        }
      }
      Integer number = numbers.get(letters);
      if (number == null) {
        number = read.size();
        numbers.put((BitSet) letters.clone(), number);
        read.add(Signature.of(letters.stream().mapToObj(alphabet::get).toList()));
      }
      classes[i] = number;
    }
    return new Readings(classes, List.copyOf(read));
  }

  /** By letter: the number of what is read of it, -1 when it is not read. */
  private static int[] readAs(List<Letter> alphabet, Reads reads, List<Letter> read) {
    Map<Letter, Integer> numbers = new HashMap<>();
    int[] readAs = new int[alphabet.size()];
    for (int i = 0; i < readAs.length; i++) {
      Optional<Letter> letter = reads.of(alphabet.get(i));
      letter.filter(one -> numbers.putIfAbsent(one, read.size()) == null).ifPresent(read::add);
      readAs[i] = letter.map(numbers::get).orElse(-1);
    }
    return readAs;
  }

  /** The class of a signature by its number. */
  int classOf(int signature) {
    return classes[signature];
  }

  /** How many classes there are. */
  int count() {
    return read.size();
  }

  /** What each class reads. */
  List<Signature> all() {
    return read;
  }

  /** What a class reads. */
  Signature read(int ofClass) {
    return read.get(ofClass);
  }
}
