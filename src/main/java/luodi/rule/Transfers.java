package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luodi.ground.Interval;
import luodi.industry.CodeSet;

/**
 * What rules say of a move in numbers and names that no expression carries: how much capacity must
 * be shut for each tonne that is built, and which mode of cooperation a rule speaks of. Every row
 * quotes its rule.
 */
public record Transfers(List<Rate> rates, List<Caveat> caveats, List<Mode> modes) {
  private static final String CATALOGUE = "transfer-catalogue";

  static final Transfers NONE = new Transfers(List.of(), List.of(), List.of());

  /** What must be true of the two ends of a move. */
  public enum Pair {
    ANY,
    OTHER_PROVINCE
  }

  /**
   * A ratio of shut to built capacity.
   *
   * @param more true when the rule wants more than that and does not say how much
   * @param where which destinations it speaks of
   */
  record Rate(
      String rule,
      double ratio,
      boolean more,
      Rule.Written<Where> where,
      Pair pair,
      String quote) {}

  /** What a rule says of such a move beside its ratio. */
  record Caveat(String rule, Rule.Written<Where> where, Pair pair, String quote) {}

  /**
   * An industry that a city of the transfer catalogue takes in first, lets go, or no longer takes.
   *
   * @param kind priority, exit or no-more
   * @param item in the catalogue's words
   */
  public record Catalogued(
      Rule rule,
      String kind,
      String adcode,
      String city,
      String item,
      CodeSet codes,
      Interval interval) {

    /** From a row whose text is {@code city：item}. */
    static Catalogued of(Rule rule, Lists.Row row) {
      String[] text = row.field("text").split("：", 2);
      return new Catalogued(
          rule,
          row.field("class"),
          row.field("unit"),
          text.length == 2 ? text[0] : "",
          text[text.length - 1],
          row.codes(),
          row.interval());
    }

    /** Whether both the row and its rule hold on a day. */
    public boolean holdsOn(LocalDate day) {
      return interval.holds(day) && rule.standsOn(day);
    }
  }

  /**
   * A mode of cooperation and the rule that speaks of it.
   *
   * @param needs what else must be known of the destination: {@code leading_industry}
   */
  public record Mode(String mode, Rule rule, Optional<String> needs, String quote) {}

  public Transfers {
    rates = List.copyOf(rates);
    caveats = List.copyOf(caveats);
    modes = List.copyOf(modes);
  }

  /** The rows of the transfer catalogue, each with the rule that speaks of its class. */
  static List<Catalogued> catalogue(List<Rule> rules, Lists lists) {
    List<Lists.Row> rows = lists.named(CATALOGUE).map(Lists.DatedList::rows).orElse(List.of());
    List<Catalogued> all = new ArrayList<>();
    for (Rule rule : rules) {
      Optional<ListRef> read = GivenGrammar.listIn(rule.appliesTo().meaning());
      if (read.isPresent() && read.get().list().equals(CATALOGUE)) {
        Set<String> kinds = read.get().fields().getOrDefault("class", Set.of());
        rows.stream()
            .filter(row -> kinds.contains(row.field("class")) && !row.field("unit").isEmpty())
            .forEach(row -> all.add(Catalogued.of(rule, row)));
      }
    }
    return List.copyOf(all);
  }

  /** True when the rule sets a ratio of replacement. */
  boolean rates(Rule rule) {
    return rates.stream().anyMatch(rate -> rate.rule().equals(rule.id()));
  }
}
