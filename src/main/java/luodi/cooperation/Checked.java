package luodi.cooperation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import luodi.fault.Fault;

/** Tells everything in a set of records that does not hold together. */
final class Checked {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final Records records;
  private final Map<String, Agreement> agreements;
  private final Map<String, Entry> entries;
  private final List<String> wrong = new ArrayList<>();

  private Checked(Records records) {
    this.records = records;
    this.agreements =
        records.agreements().stream().collect(Collectors.toMap(Agreement::id, Function.identity()));
    this.entries =
        records.entries().stream().collect(Collectors.toMap(Entry::id, Function.identity()));
  }

  /**
   * Throws {@code BAD_FILE} when something does not hold.
   *
   * @param before the records that were there; agreements among them take no further shares
   */
  static void mustHold(Records records, Records before) {
    Checked checked = new Checked(records);
    checked.shares(before);
    checked.entries();
    if (!checked.wrong.isEmpty()) {
      throw Fault.BAD_FILE.because(
          "%d things do not hold together; nothing was taken in:%n%s",
          checked.wrong.size(), String.join("\n", checked.wrong));
    }
  }

  private void shares(Records before) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (Share share : records.shares()) {
      if (!agreements.containsKey(share.agreement())) {
        wrong.add(
            "a share names the agreement '%s', which is not there".formatted(share.agreement()));
      }
      if (share.percent().signum() <= 0 || share.percent().scale() > 6) {
        wrong.add(
            "%s %s %s: a percentage is greater than 0 and has six decimals at most; %s came"
                .formatted(
                    share.agreement(),
                    share.indicator().word(),
                    share.adcode(),
                    share.percent().toPlainString()));
      }
      sums.merge(
          share.agreement() + " " + share.indicator().word(), share.percent(), BigDecimal::add);
    }
    sums.forEach(
        (split, sum) -> {
          if (sum.compareTo(WHOLE) != 0) {
            wrong.add(
                "the split of %s adds up to %s %%, not 100 %%"
                    .formatted(split, sum.toPlainString()));
          }
        });
    for (Agreement agreement : records.agreements()) {
      long parties = records.sharesOf(agreement).stream().map(Share::adcode).distinct().count();
      if (parties < 2) {
        wrong.add(
            "agreement '%s' has %d parties in its shares; two at least"
                .formatted(agreement.id(), parties));
      }
      boolean settled =
          !before.agreements().contains(agreement)
              || before.sharesOf(agreement).equals(records.sharesOf(agreement));
      if (!settled) {
        wrong.add(
            "agreement '%s' is on record with its shares; a new split is a new agreement"
                .formatted(agreement.id()));
      }
    }
  }

  private void entries() {
    for (Entry entry : records.entries()) {
      Agreement agreement = agreements.get(entry.agreement());
      if (agreement == null) {
        wrong.add(
            "entry '%s' names the agreement '%s', which is not there"
                .formatted(entry.id(), entry.agreement()));
        continue;
      }
      if (!agreement.holdsIn(entry.year())) {
        wrong.add(
            "entry '%s': %d lies outside the agreement's period"
                .formatted(entry.id(), entry.year()));
      }
      boolean shared =
          records.sharesOf(agreement).stream()
              .anyMatch(share -> share.indicator() == entry.indicator());
      if (!shared) {
        wrong.add(
            "entry '%s': the agreement shares no %s"
                .formatted(entry.id(), entry.indicator().word()));
      }
      correction(entry);
    }
    if (wrong.isEmpty()) {
      records.agreements().forEach(this::years);
    }
  }

  private void correction(Entry entry) {
    if (entry.corrects().isEmpty() && entry.amount() < 0) {
      wrong.add("entry '%s' is negative and corrects nothing".formatted(entry.id()));
    }
    if (entry.corrects().isPresent()) {
      Entry corrected = entries.get(entry.corrects().get());
      boolean fits =
          corrected != null
              && !corrected.id().equals(entry.id())
              && corrected.agreement().equals(entry.agreement())
              && corrected.indicator() == entry.indicator()
              && corrected.year() == entry.year();
      if (!fits) {
        wrong.add(
            "entry '%s' corrects '%s', which is no entry of the same agreement, indicator and year"
                .formatted(entry.id(), entry.corrects().get()));
      }
    }
  }

  private void years(Agreement agreement) {
    for (Accounts.Year year : records.accountsOf(agreement).years()) {
      if (year.amount() < 0) {
        wrong.add(
            "%s %d %s comes to %d after corrections; less than nothing"
                .formatted(agreement.id(), year.year(), year.indicator(), year.amount()));
      }
    }
  }
}
