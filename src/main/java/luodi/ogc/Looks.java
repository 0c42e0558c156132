package luodi.ogc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** How the zones of each layer look, wherever they are drawn: the colours of the map page. */
public final class Looks {
  private static final double PLAIN_LINE = 1.2;
  private static final Look PLAIN = new Look("#4477aa", PLAIN_LINE, "", "");
  private static final Map<String, List<Look>> LOOKS = read();

  private Looks() {}

  /**
   * How zones look.
   *
   * @param colour as {@code #rrggbb}
   * @param line width of the line or edge, pixels
   * @param attribute what tells these zones apart; empty when all zones of the layer look so
   * @param value of the attribute
   */
  public record Look(String colour, double line, String attribute, String value) {}

  /** The plain look of a layer first, then those of zones with a value of an attribute. */
  public static List<Look> all(String layer) {
    return LOOKS.getOrDefault(layer, List.of(PLAIN));
  }

  /** The look of one zone. */
  public static Look of(String layer, Map<String, String> attributes) {
    List<Look> looks = all(layer);
    return looks.stream()
        .skip(1)
        .filter(look -> look.value().equals(attributes.get(look.attribute())))
        .findFirst()
        .orElse(looks.get(0));
  }

  private static Map<String, List<Look>> read() {
    Map<String, List<Look>> looks = new LinkedHashMap<>();
    try (InputStream in = Looks.class.getResourceAsStream("/ogc/styles/looks.csv")) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      for (CSVRecord row : format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        double line = row.get("line").isEmpty() ? PLAIN_LINE : Double.parseDouble(row.get("line"));
        looks
            .computeIfAbsent(row.get("layer"), layer -> new ArrayList<>())
            .add(new Look(row.get("colour"), line, row.get("attribute"), row.get("value")));
      }
      return looks;
    } catch (IOException broken) {
      throw new IllegalStateException("ogc/styles/looks.csv", broken);
    }
  }
}
