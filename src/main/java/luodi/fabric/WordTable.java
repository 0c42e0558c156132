package luodi.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.ground.Signature;

/**
 * All words of a fabric with the ground under each. The words of one county follow each other, so
 * whoever adds up all of them stays in one division for long.
 */
final class WordTable {
  private final List<Word> words;
  private final double[] areas;
  private final List<Signature> signatures = new ArrayList<>();
  private final int[] signatureOfWord;

  /**
   * @param words those of one county next to each other
   * @param areas by word, m²
   */
  WordTable(List<Word> words, double[] areas) {
    this.words = List.copyOf(words);
    this.areas = areas;
    this.signatureOfWord = new int[areas.length];
    Map<Signature, Integer> numbers = new HashMap<>();
    for (int word = 0; word < areas.length; word++) {
      Signature signature = words.get(word).signature();
      Integer before = numbers.putIfAbsent(signature, signatures.size());
      if (before == null) {
        signatures.add(signature);
      }
      signatureOfWord[word] = before == null ? signatures.size() - 1 : before;
    }
  }

  /**
   * The words of some sheets together.
   *
   * @param numbers is filled: the number of each word of each sheet
   */
  static WordTable of(Sheet[] sheets, int[][] numbers) {
    Map<Word, Integer> known = new HashMap<>();
    Map<Optional<String>, Integer> counties = new HashMap<>();
    List<Word> found = new ArrayList<>();
    Ints countyOf = new Ints(1 << 10);
    for (int i = 0; i < sheets.length; i++) {
      numbers[i] = new int[sheets[i].words().size()];
      for (int word = 0; word < numbers[i].length; word++) {
        Word spelt = sheets[i].words().get(word);
        Integer number = known.putIfAbsent(spelt, found.size());
        if (number == null) {
          number = found.size();
          found.add(spelt);
          Optional<String> county = spelt.county().map(one -> one.zone().id());
          countyOf.add(counties.computeIfAbsent(county, added -> counties.size()));
        }
        numbers[i][word] = number;
      }
    }
    return inOrder(found, places(countyOf, counties.size()), sheets, numbers);
  }

  /** Where each word stands once words are in the order of their counties. */
  private static int[] places(Ints countyOf, int counties) {
    int[] next = new int[counties + 1];
    for (int word = 0; word < countyOf.count(); word++) {
      next[countyOf.get(word) + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] places = new int[countyOf.count()];
    for (int word = 0; word < places.length; word++) {
      places[word] = next[countyOf.get(word)]++;
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

  double areaM2(int word) {
    return areas[word];
  }
}
