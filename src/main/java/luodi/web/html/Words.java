package luodi.web.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The words of the pages in both languages. */
public final class Words {
  private static final Map<Tongue, Map<String, String>> ALL = read();

  private Words() {}

  /** All words of a language by their keys. */
  static Map<String, String> in(Tongue tongue) {
    return ALL.get(tongue);
  }

  /** One word; a key that nobody wrote down is our mistake. */
  public static String of(String key, Tongue tongue) {
    String word = ALL.get(tongue).get(key);
    if (word == null) {
      throw new IllegalArgumentException("no word '" + key + "' in ogc/html/words.csv");
    }
    return word;
  }

  private static Map<Tongue, Map<String, String>> read() {
    Map<Tongue, Map<String, String>> all = new EnumMap<>(Tongue.class);
    all.put(Tongue.ZH, new HashMap<>());
    all.put(Tongue.EN, new HashMap<>());
    try (InputStream in = Words.class.getResourceAsStream("/ogc/html/words.csv")) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      for (CSVRecord row : format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        all.get(Tongue.ZH).put(row.get("key"), row.get("zh"));
        all.get(Tongue.EN).put(row.get("key"), row.get("en"));
      }
      return all;
    } catch (IOException broken) {
      throw new IllegalStateException("ogc/html/words.csv", broken);
    }
  }
}
