package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.fabric.Fabric;
import luodi.rule.Rule;
import luodi.rule.Verdict;

/** The whole ground in the colours of one project. Filled rule by rule, then only read. */
final class Coloured {
  private final VerdictMap map;
  private final Fabric fabric;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final List<Rule> everywhere = new ArrayList<>();
  private byte[] byWord; // made when it is first asked for

  Coloured(VerdictMap map) {
    this.map = map;
    this.fabric = map.fabric();
  }

  void add(Rule rule, Said what) {
    if (!what.isSilent()) {
      rules.add(rule);
      said.add(what);
    }
  }

  /** Adds a rule that prohibits the project wherever it stands. */
  void addEverywhere(Rule rule) {
    everywhere.add(rule);
  }

  /** The rules that say anything of any ground, in the order of the rulebook. */
  List<Rule> rules() {
    return rules;
  }

  /** The rules that prohibit the project wherever it stands. */
  List<Rule> prohibitingEverywhere() {
    return everywhere;
  }

  /** The verdict on a word; empty when only a measurement at the site can tell. */
  Optional<Verdict> verdict(int word) {
    return everywhere.isEmpty() ? Colour.verdict(colours()[word]) : Optional.of(Verdict.PROHIBITED);
  }

  /** How many rules prohibit the project on a word. */
  int prohibiting(int word) {
    int count = everywhere.size();
    for (int rule = 0; rule < rules.size(); rule++) {
      count += Colour.prohibits(colour(rule, word)) ? 1 : 0;
    }
    return count;
  }

  /** The number of each word's verdict. */
  byte[] verdicts() {
    byte[] numbers = colours().clone();
    for (int word = 0; word < numbers.length; word++) {
      numbers[word] =
          everywhere.isEmpty()
              ? Colour.verdictNumber(numbers[word])
              : (byte) Verdict.PROHIBITED.ordinal();
    }
    return numbers;
  }

  /** Adds up, by row, the ground on which one of the rules is among the reasons, km². */
  void addBinding(int rule, byte[] verdicts, int[] rowOfWord, double[] rows) {
    Said one = said.get(rule);
    for (int word = 0; word < rowOfWord.length; word++) {
      if (rowOfWord[word] >= 0) {
        int colour = one.colour(map.countyOf(word), fabric.signatureOf(word));
        if (Colour.bindsNumber(colour, verdicts[word])) {
          rows[rowOfWord[word]] += map.km2(word);
        }
      }
    }
  }

  /** What one of the rules says of a word. */
  int colour(int rule, int word) {
    return said.get(rule).colour(map.countyOf(word), fabric.signatureOf(word));
  }

  /** The colour of each word, of words in a county only. */
  synchronized byte[] colours() {
    if (byWord == null) {
      byWord = mixed();
    }
    return byWord;
  }

  private byte[] mixed() {
    byte[] bySignature = new byte[fabric.signatures().size()];
    List<Said> byCounty = new ArrayList<>();
    for (Said one : said) {
      if (one.isEverywhereTheSame()) {
        for (int signature = 0; signature < bySignature.length; signature++) {
          bySignature[signature] |= one.colours()[0][one.signatures().classOf(signature)];
        }
      } else {
        byCounty.add(one);
      }
    }
    byte[] words = new byte[fabric.words().size()];
    for (int word = 0; word < words.length; word++) {
      if (map.countyOf(word) >= 0) {
        int signature = fabric.signatureOf(word);
        int colour = bySignature[signature];
        for (Said one : byCounty) {
          colour |= one.colour(map.countyOf(word), signature);
        }
        words[word] = (byte) colour;
      }
    }
    return words;
  }
}
