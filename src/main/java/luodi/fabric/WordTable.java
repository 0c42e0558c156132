package luodi.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luodi.ground.Signature;

/**
 * All words of a fabric with the ground under each. The words of one signature follow each other,
 * so whoever walks over all of them looks at each signature once.
 */
final class WordTable {
  private final List<Word> words;
  private final double[] areas;
  private final List<Signature> signatures = new ArrayList<>();
  private final int[] signatureOfWord;
  private final int[] firstWords; // by signature, and how many words there are

  /**
   * @param words those of one signature next to each other
   * @param areas by word, m²
   */
  WordTable(List<Word> words, double[] areas) {
    this.words = List.copyOf(words);
    this.areas = areas;
    this.signatureOfWord = new int[areas.length];
    int[] first = new int[areas.length + 1];
    for (int word = 0; word < areas.length; word++) {
      Signature signature = words.get(word).signature();
      if (word == 0 || !signature.equals(words.get(word - 1).signature())) {
        first[signatures.size()] = word;
        signatures.add(signature);
      }
      signatureOfWord[word] = signatures.size() - 1;
    }
    first[signatures.size()] = areas.length;
    this.firstWords = Arrays.copyOf(first, signatures.size() + 1);
  }

  /**
   * The words of some sheets together.
   *
   * @param numbers is filled: the number of each word of each sheet
   */
  static WordTable of(Sheet[] sheets, int[][] numbers) {
    Map<Word, Integer> known = new HashMap<>();
    Map<Signature, Integer> signatures = new HashMap<>();
    List<Word> found = new ArrayList<>();
    Ints signatureOf = new Ints(1 << 10);
    for (int i = 0; i < sheets.length; i++) {
      numbers[i] = new int[sheets[i].words().size()];
      for (int word = 0; word < numbers[i].length; word++) {
        Word spelt = sheets[i].words().get(word);
        Integer number = known.putIfAbsent(spelt, found.size());
        if (number == null) {
          number = found.size();
          found.add(spelt);
          Integer before = signatures.putIfAbsent(spelt.signature(), signatures.size());
          signatureOf.add(before == null ? signatures.size() - 1 : before);
        }
        numbers[i][word] = number;
      }
    }
    return inOrder(found, places(signatureOf, signatures.size()), sheets, numbers);
  }

  /** Where each word stands once words are in the order of their signatures. */
  private static int[] places(Ints signatureOf, int signatures) {
    int[] next = new int[signatures + 1];
    for (int word = 0; word < signatureOf.count(); word++) {
      next[signatureOf.get(word) + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] places = new int[signatureOf.count()];
    for (int word = 0; word < places.length; word++) {
      places[word] = next[signatureOf.get(word)]++;
    }
    return places;
  }

  private static WordTable inOrder(
      List<Word> found, int[] places, Sheet[] sheets, int[][] numbers) {
    Word[] words = new Word[places.length];
    for (int word = 0; word < places.length; word++) {
      words[places[word]] = found.get(word);
    }
    double[] areas = new double[places.length];
    for (int i = 0; i < sheets.length; i++) {
      for (int word = 0; word < numbers[i].length; word++) {
        numbers[i][word] = places[numbers[i][word]];
        areas[numbers[i][word]] += sheets[i].areaM2(word);
      }
    }
    return new WordTable(List.of(words), areas);
  }

  List<Word> words() {
    return words;
  }

  List<Signature> signatures() {
    return signatures;
  }

  int signatureOf(int word) {
    return signatureOfWord[word];
  }

  /** The first word of a signature; of the number after the last one, how many words there are. */
  int firstWord(int signature) {
    return firstWords[signature];
  }

  double areaM2(int word) {
    return areas[word];
  }
}
