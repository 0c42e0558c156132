package luodi.cooperation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import luodi.fault.Fault;

/**
 * All agreements, shares, entries and register items. They only grow: a row that is there already
 * comes again unchanged or not at all. Immutable.
 */
public record Records(
    List<Agreement> agreements,
    List<Share> shares,
    List<Entry> entries,
    List<RegisterItem> registers) {
  public static final Records NONE = new Records(List.of(), List.of(), List.of(), List.of());

  public Records {
    agreements = List.copyOf(agreements);
    shares = List.copyOf(shares);
    entries = List.copyOf(entries);
    registers = List.copyOf(registers);
  }

  /**
   * These records and more.
   *
   * @throws luodi.fault.FaultException {@code CONFLICT} when a row would be changed; {@code
   *     BAD_FILE} with everything that does not hold together
   */
  public Records and(Records more) {
    Records all =
        new Records(
            grown(agreements, more.agreements, Agreement::id, "agreement"),
            grown(shares, more.shares, Records::key, "share"),
            grown(entries, more.entries, Entry::id, "entry"),
            grown(registers, more.registers, RegisterItem::id, "register item"));
    Checked.mustHold(all, this);
    return all;
  }

  private static String key(Share share) {
    return share.agreement() + " " + share.indicator().word() + " " + share.adcode();
  }

  private static <T> List<T> grown(
      List<T> before, List<T> more, Function<T, String> key, String what) {
    Map<String, T> all = new LinkedHashMap<>();
    before.forEach(row -> all.put(key.apply(row), row));
    for (T row : more) {
      T known = all.putIfAbsent(key.apply(row), row);
      if (known != null && !known.equals(row)) {
        throw Fault.CONFLICT.because(
            "The %s '%s' is on record as %s; %s came. Records are never edited: add an entry that corrects it, or a new agreement.",
            what, key.apply(row), known, row);
      }
    }
    return List.copyOf(all.values());
  }

  /** Tables that came together, one after the other, unchecked. */
  public static Records together(List<Records> tables) {
    return new Records(
        tables.stream().flatMap(one -> one.agreements().stream()).toList(),
        tables.stream().flatMap(one -> one.shares().stream()).toList(),
        tables.stream().flatMap(one -> one.entries().stream()).toList(),
        tables.stream().flatMap(one -> one.registers().stream()).toList());
  }

  /** The parts that the parties of an agreement are credited with. */
  public List<Share> sharesOf(Agreement agreement) {
    return shares.stream().filter(share -> share.agreement().equals(agreement.id())).toList();
  }

  /** An agreement's entries, in the order in which they were recorded. */
  public List<Entry> entriesOf(Agreement agreement) {
    return entries.stream().filter(entry -> entry.agreement().equals(agreement.id())).toList();
  }

  public Accounts accountsOf(Agreement agreement) {
    return Accounts.of(entriesOf(agreement), sharesOf(agreement));
  }
}
