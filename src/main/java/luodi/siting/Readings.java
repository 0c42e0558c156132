package luodi.siting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

  static Readings of(List<Signature> signatures, Reads reads) {
    Map<Letter, Optional<Letter>> known = new HashMap<>();
    Map<SortedSet<Letter>, Integer> numbers = new HashMap<>();
    List<Signature> read = new ArrayList<>();
    int[] classes = new int[signatures.size()];
    for (int i = 0; i < classes.length; i++) {
      SortedSet<Letter> letters = new TreeSet<>();
      for (Letter letter : signatures.get(i).letters()) {
        known.computeIfAbsent(letter, reads::of).ifPresent(letters::add);
      }
      Integer number = numbers.get(letters);
      if (number == null) {
        number = read.size();
        numbers.put(letters, number);
        read.add(Signature.of(letters));
      }
      classes[i] = number;
    }
    return new Readings(classes, List.copyOf(read));
  }

  /** The class of a signature by its number. */
  int classOf(int signature) {
    return classes[signature];
  }

  /** How many classes there are. */
  int count() {
    return read.size();
  }

  /** What a class reads. */
  Signature read(int ofClass) {
    return read.get(ofClass);
  }
}
