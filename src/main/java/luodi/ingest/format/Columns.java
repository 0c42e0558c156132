package luodi.ingest.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of columns that every store can tell from each other. */
public final class Columns {
  private static final int LONGEST = 60;

  private Columns() {}

  /**
   * The names without control characters and outer blanks, at most 60 characters long; one that
   * differs from an earlier one in case only, or not at all, gets a number ({@code name_2}).
   */
  public static List<String> distinct(List<String> names) {
    List<String> distinct = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = cleaned(names.get(i), i + 1);
      String tried = name;
      for (int nth = 2; !seen.add(tried.toLowerCase(Locale.ROOT)); nth++) {
        tried = name + "_" + nth;
      }
      distinct.add(tried);
    }
    return distinct;
  }

  private static String cleaned(String name, int place) {
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.codePointCount(0, clean.length()) > LONGEST) {
      clean = clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
    }
    return clean.isEmpty() ? "column_" + place : clean;
  }
}
