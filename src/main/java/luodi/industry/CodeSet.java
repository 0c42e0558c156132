package luodi.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.fault.Fault;

/**
 * A set of industries in the notation of rulebook and tags: {@code 25 except 2524 2542; 321-323;
 * 3216[process=electrolytic]}.
 */
public record CodeSet(List<CodeRow> rows) {
  private static final Match YES = new Match(true, List.of());
  private static final Match NO = new Match(false, List.of());

  private static final Pattern ROW =
      Pattern.compile("(\\d{2,4})(?:-(\\d{2,4}))?(?:\\[(\\w+)=([^\\]]+)])?");

  public CodeSet {
    rows = List.copyOf(rows);
  }

  /**
   * Whether an industry belongs.
   *
   * @param yes true when it does, whatever else is known
   * @param qualifiers facts any one of which would make it belong; empty when nothing is open
   */
  public record Match(boolean yes, List<Qualifier> qualifiers) {}

  /** Reads the notation; rows are parted by {@code ;} or {@code ,}. */
  public static CodeSet parse(String text) {
    List<CodeRow> rows = new ArrayList<>();
    for (String part : text.split("[;,]")) {
      if (!part.isBlank()) {
        readPart(part.trim(), rows);
      }
    }
    return new CodeSet(rows);
  }

  private static void readPart(String part, List<CodeRow> rows) {
    String[] sides = part.split("\\s+except\\s+", 2);
    rows.add(row(sides[0], false));
    if (sides.length == 2) {
      for (String exception : sides[1].trim().split("\\s+")) {
        rows.add(row(exception, true));
      }
    }
  }

  private static CodeRow row(String text, boolean except) {
    Matcher row = ROW.matcher(text.trim());
    if (!row.matches() || row.group(2) != null && row.group(2).length() != row.group(1).length()) {
      throw Fault.BAD_DATA.because(
          "'%s' is no set of industry codes; write 26, 321-323, 25 except 2524, or 3216[process=electrolytic].",
          text);
    }
    return new CodeRow(
        row.group(1),
        row.group(2) == null ? row.group(1) : row.group(2),
        except,
        Optional.ofNullable(row.group(3)).map(fact -> new Qualifier(fact, row.group(4))));
  }

  /** True unless the industry of this code is certainly not among them, whatever its facts. */
  public boolean mayHold(String code) {
    Match match = match(code);
    return match.yes() || !match.qualifiers().isEmpty();
  }

  /**
   * Whether the industry of this code belongs; a code shorter than a row leaves the finer code
   * open.
   */
  public Match match(String code) {
    for (CodeRow row : rows) {
      if (row.except() && row.holds(code)) {
        return NO;
      }
    }
    List<Qualifier> open = List.of();
    for (CodeRow row : rows) {
      if (row.except()) {
        continue;
      }
      if (row.holds(code) && row.qualifier().isEmpty()) {
        return YES;
      }
      if (row.holds(code)) {
        open = with(open, row.qualifier().orElseThrow());
      } else if (row.mayHold(code)) {
        open = with(open, new Qualifier("industry", row.first()));
      }
    }
    return open.isEmpty() ? NO : new Match(false, open);
  }

  private static List<Qualifier> with(List<Qualifier> some, Qualifier one) {
    List<Qualifier> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }
}
