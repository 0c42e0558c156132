package luodi.siting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private static final int VERDICTS = SITE_DEPENDENT + 1;

  /** To a square metre. */
  private static double rounded(double km2) {
    return Math.rint(km2 * 1e6) / 1e6;
  }

  /** Adds the areas up. */
  static List<Row> rows(
      VerdictMap map, Coloured coloured, By by, Optional<String> within, Divisions divisions) {
    return new Ledger(map, coloured, by, within).rows(divisions);
  }

  /** Areas by division while they are added up. */
  private static final class Ledger {
    private final Coloured coloured;
    private final List<String> adcodes = new ArrayList<>();
    private final Coloured.Sums sums;

    Ledger(VerdictMap map, Coloured coloured, By by, Optional<String> within) {
      this.coloured = coloured;
      Map<String, Integer> numbers = new TreeMap<>();
      int[] rowOfCounty = new int[map.counties().size()]; // -1 outside of what was asked
      for (int county = 0; county < rowOfCounty.length; county++) {
        County one = map.counties().get(county);
        rowOfCounty[county] =
            within.isEmpty() || one.codes().contains(within.get())
                ? numbers.computeIfAbsent(codeOf(one, by), this::added)
                : -1;
      }
      this.sums = coloured.sums(rowOfCounty, adcodes.size());
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

    List<Row> rows(Divisions divisions) {
      List<Row> rows = new ArrayList<>();
      for (int row = 0; row < adcodes.size(); row++) {
        String adcode = adcodes.get(row);
        String name = divisions.named(adcode).map(Divisions.Division::fullName).orElse(adcode);
        double[] km2 = Arrays.copyOfRange(sums.km2(), row * VERDICTS, (row + 1) * VERDICTS);
        rows.add(new Row(adcode, name, Km2.of(km2), bindingMost(row, km2)));
      }
      rows.sort(Comparator.comparing(Row::adcode));
      return rows;
    }

    private List<Binding> bindingMost(int row, double[] km2) {
      List<Binding> all = new ArrayList<>();
      double whole = Arrays.stream(km2).sum();
      for (var rule : coloured.prohibitingEverywhere()) {
        all.add(new Binding(rule.id(), rounded(whole)));
      }
      int rules = coloured.rules().size();
      for (int rule = 0; rule < rules; rule++) {
        double bound = sums.binding()[row * rules + rule];
        if (bound > 0) {
          all.add(new Binding(coloured.rules().get(rule).id(), rounded(bound)));
        }
      }
      all.sort(Comparator.comparing(Binding::km2).reversed().thenComparing(Binding::rule));
      return all.subList(0, Math.min(MOST_BINDING, all.size()));
    }
  }
}
