package luodi.siting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import luodi.atlas.County;
import luodi.rule.Verdict;

/**
 * How much ground of each division a project may use, and which rules bind most of it.
 *
 * @param preconditions rules that weigh on the project wherever it stands
 * @param rows in the order of their codes
 */
public record Verdicts(List<String> preconditions, List<Row> rows, List<String> warnings) {
  /** The divisions that areas are told by. */
  public enum By {
    PROVINCE,
    PREFECTURE,
    COUNTY
  }

  /** One division. */
  public record Row(String adcode, String name, Km2 km2, List<Binding> binding) {}

  /** Ground by verdict, km²; site-dependent is what only a distance at the site can tell. */
  public record Km2(
      double prohibited,
      double insufficient,
      double conditional,
      double permittedAsChecked,
      double siteDependent) {

    /** From areas by the verdict's place in {@link Verdict}, what a site must tell last. */
    static Km2 of(double[] km2) {
      return new Km2(
          rounded(km2[Verdict.PROHIBITED.ordinal()]),
          rounded(km2[Verdict.INSUFFICIENT.ordinal()]),
          rounded(km2[Verdict.CONDITIONAL.ordinal()]),
          rounded(km2[Verdict.PERMITTED_AS_CHECKED.ordinal()]),
          rounded(km2[SITE_DEPENDENT]));
    }
  }

  /** A rule that is among the reasons of the verdict on so much ground. */
  public record Binding(String rule, @JsonProperty("km2") double km2) {}

  private static final int MOST_BINDING = 5;
  private static final int SITE_DEPENDENT = Colour.SITE_DEPENDENT;

  /** To a square metre. */
  private static double rounded(double km2) {
    return Math.rint(km2 * 1e6) / 1e6;
  }

  /** Adds the areas up. */
  static List<Row> rows(
      VerdictMap map, Coloured coloured, By by, Optional<String> within, Divisions divisions) {
    Ledger ledger = new Ledger(map, coloured, by, within);
    ledger.addUp();
    return ledger.rows(divisions);
  }

  /** Areas by division while they are added up. */
  private static final class Ledger {
    private final VerdictMap map;
    private final Coloured coloured;
    private final int[] rowOfCounty; // -1 outside of what was asked
    private final List<String> adcodes = new ArrayList<>();
    private final double[][] km2; // by row and verdict
    private final double[][] binding; // by rule and row

    Ledger(VerdictMap map, Coloured coloured, By by, Optional<String> within) {
      this.map = map;
      this.coloured = coloured;
      Map<String, Integer> numbers = new TreeMap<>();
      this.rowOfCounty = new int[map.counties().size()];
      for (int county = 0; county < rowOfCounty.length; county++) {
        County one = map.counties().get(county);
        rowOfCounty[county] =
            within.isEmpty() || one.codes().contains(within.get())
                ? numbers.computeIfAbsent(codeOf(one, by), this::added)
                : -1;
      }
      this.km2 = new double[adcodes.size()][SITE_DEPENDENT + 1];
      this.binding = new double[coloured.rules().size()][adcodes.size()];
    }

    private int added(String adcode) {
      adcodes.add(adcode);
      return adcodes.size() - 1;
    }

    private static String codeOf(County county, By by) {
      return switch (by) {
        case COUNTY -> county.adcode();
        case PREFECTURE -> county.zone().attributes().getOrDefault("prefecture", county.adcode());
        case PROVINCE -> county.zone().attributes().getOrDefault("province", county.adcode());
      };
    }

    void addUp() {
      int words = map.fabric().words().size();
      int[] rowOfWord = new int[words];
      byte[] verdicts = coloured.verdicts();
      for (int word = 0; word < words; word++) {
        int county = map.countyOf(word);
        rowOfWord[word] = county < 0 ? -1 : rowOfCounty[county];
        if (rowOfWord[word] >= 0) {
          km2[rowOfWord[word]][verdicts[word]] += map.km2(word);
        }
      }
      IntStream.range(0, binding.length)
          .parallel()
          .forEach(rule -> coloured.addBinding(rule, verdicts, rowOfWord, binding[rule]));
    }

    List<Row> rows(Divisions divisions) {
      List<Row> rows = new ArrayList<>();
      for (int row = 0; row < adcodes.size(); row++) {
        String adcode = adcodes.get(row);
        String name = divisions.named(adcode).map(Divisions.Division::fullName).orElse(adcode);
        rows.add(new Row(adcode, name, Km2.of(km2[row]), bindingMost(row)));
      }
      rows.sort(Comparator.comparing(Row::adcode));
      return rows;
    }

    private List<Binding> bindingMost(int row) {
      List<Binding> all = new ArrayList<>();
      double whole = 0;
      for (double of : km2[row]) {
        whole += of;
      }
      for (var rule : coloured.prohibitingEverywhere()) {
        all.add(new Binding(rule.id(), rounded(whole)));
      }
      for (int rule = 0; rule < binding.length; rule++) {
        if (binding[rule][row] > 0) {
          all.add(new Binding(coloured.rules().get(rule).id(), rounded(binding[rule][row])));
        }
      }
      all.sort(Comparator.comparing(Binding::km2).reversed().thenComparing(Binding::rule));
      return all.subList(0, Math.min(MOST_BINDING, all.size()));
    }
  }
}
