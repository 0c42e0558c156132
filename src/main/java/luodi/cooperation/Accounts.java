package luodi.cooperation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts of one agreement: what each year brought, after corrections, and how it is split.
 * The parts of a year add up to the year, and the years to the total, to the last fen and square
 * metre.
 *
 * @param years in their order, by indicator within each
 * @param totals by indicator over all years
 */
public record Accounts(List<Year> years, List<Total> totals) {

  /**
   * One indicator in one year.
   *
   * @param recorded the sum of the entries that correct nothing
   * @param corrected the sum of those that do
   * @param amount what is split
   * @param cumulative over this year and those before
   * @param regions by party
   */
  public record Year(
      int year,
      String indicator,
      String unit,
      long recorded,
      long corrected,
      long amount,
      long cumulative,
      SortedMap<String, Long> regions) {}

  /** One indicator over all years. */
  public record Total(
      String indicator, String unit, long amount, SortedMap<String, Long> regions) {}

  static Accounts of(List<Entry> entries, List<Share> shares) {
    List<Year> years = new ArrayList<>();
    List<Total> totals = new ArrayList<>();
    for (Indicator indicator : Indicator.values()) {
      List<Year> own = years(indicator, entries, shares);
      if (!own.isEmpty()) {
        years.addAll(own);
        totals.add(total(indicator, own));
      }
    }
    years.sort(
        Comparator.comparing(Year::year)
            .thenComparing(
                year -> Indicator.valueOf(year.indicator().toUpperCase(java.util.Locale.ROOT))));
    return new Accounts(List.copyOf(years), List.copyOf(totals));
  }

  private static List<Year> years(Indicator indicator, List<Entry> entries, List<Share> shares) {
    SortedMap<Integer, List<Entry>> byYear = new TreeMap<>();
    entries.stream()
        .filter(entry -> entry.indicator() == indicator)
        .forEach(
            entry -> byYear.computeIfAbsent(entry.year(), added -> new ArrayList<>()).add(entry));
    List<Share> split = shares.stream().filter(share -> share.indicator() == indicator).toList();
    List<Year> years = new ArrayList<>();
    long cumulative = 0;
    for (var entry : byYear.entrySet()) {
      long recorded = sum(entry.getValue(), false);
      long corrected = sum(entry.getValue(), true);
      long amount = Math.addExact(recorded, corrected);
      cumulative = Math.addExact(cumulative, amount);
      years.add(
          new Year(
              entry.getKey(),
              indicator.word(),
              indicator.unit(),
              recorded,
              corrected,
              amount,
              cumulative,
              Apportionment.of(amount, split)));
    }
    return years;
  }

  private static long sum(List<Entry> entries, boolean corrections) {
    return entries.stream()
        .filter(entry -> entry.corrects().isPresent() == corrections)
        .mapToLong(Entry::amount)
        .reduce(0, Math::addExact);
  }

  private static Total total(Indicator indicator, List<Year> years) {
    SortedMap<String, Long> regions = new TreeMap<>();
    long amount = 0;
    for (Year year : years) {
      amount = Math.addExact(amount, year.amount());
      year.regions().forEach((adcode, part) -> regions.merge(adcode, part, Math::addExact));
    }
    return new Total(indicator.word(), indicator.unit(), amount, regions);
  }
}
