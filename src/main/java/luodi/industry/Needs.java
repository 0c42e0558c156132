package luodi.industry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import luodi.fault.Fault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What industries need of a place: data with a source, never code. Immutable. */
public final class Needs {
  private final Map<String, Map<Need, Integer>> byCode = new HashMap<>();

  /** One thing that an industry may need. */
  public enum Need {
    WATER,
    ENERGY,
    PORT,
    RAIL,
    LAND,
    AIR,
    TALENT,
    LABOUR,
    HAZARDOUS;

    private String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private Needs() {}

  /** The table of the class path. */
  public static Needs load() {
    CSVFormat csv = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Needs needs = new Needs();
    try (InputStream in = Needs.class.getResourceAsStream("/industry/needs.csv");
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      for (CSVRecord row : csv.parse(reader)) {
        Map<Need, Integer> strengths = new HashMap<>();
        for (Need need : Need.values()) {
          strengths.put(need, Integer.valueOf(row.get(need.column())));
        }
        needs.byCode.put(row.get("code"), Map.copyOf(strengths));
      }
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("industry/needs.csv cannot be read.").causedBy(unreadable);
    }
    return needs;
  }

  /**
   * How strongly an industry needs something: 2 strongly, 1 somewhat, 0 not, or nobody said. The
   * row of the longest code that the industry's begins with counts.
   *
   * @param code digits of GB/T 4754
   */
  public int of(String code, Need need) {
    for (int length = code.length(); length >= 2; length--) {
      Map<Need, Integer> row = byCode.get(code.substring(0, length));
      if (row != null) {
        return row.get(need);
      }
    }
    return 0;
  }
}
