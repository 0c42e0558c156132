package luodi.ingest.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.rule.Vocabulary.AttributeWords;
import luodi.rule.Vocabulary.LayerWords;

/**
 * Whether rules can read a layer's attributes: what is missing or said in other words is unknown to
 * the law, and an unknown is never a permission.
 */
final class WordCheck {
  private static final int MOST_VALUES = 1000;
  private static final int MOST_SHOWN = 10;

  private final LayerWords words;
  private final Map<String, Long> missing = new TreeMap<>();
  private final Map<String, TreeMap<String, Long>> unknown = new TreeMap<>();
  private long zones;

  WordCheck(LayerWords words) {
    this.words = words;
  }

  void look(Zone zone) {
    zones++;
    words
        .attributes()
        .forEach(
            (name, known) -> {
              String value = zone.attributes().get(name);
              if (value == null) {
                missing.merge(name, 1L, Long::sum);
              } else if (!known.open() && !known.values().containsKey(value)) {
                TreeMap<String, Long> of = unknown.computeIfAbsent(name, each -> new TreeMap<>());
                if (of.containsKey(value) || of.size() < MOST_VALUES) {
                  of.merge(value, 1L, Long::sum);
                }
              }
            });
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    missing.forEach(
        (name, count) ->
            warnings.add(
                "%s of %d zones have no '%s', which rules read: there it is unknown"
                    .formatted(count == zones ? "all" : count.toString(), zones, name)));
    unknown.forEach((name, values) -> warnings.add(unknown(name, values)));
    return warnings;
  }

  private String unknown(String name, TreeMap<String, Long> values) {
    AttributeWords known = words.attributes().get(name);
    List<String> shown =
        values.entrySet().stream()
            .limit(MOST_SHOWN)
            .map(entry -> "'%s' (%d)".formatted(entry.getKey(), entry.getValue()))
            .toList();
    return "'%s' has values that no rule knows: %s%s; rules know %s. The manifest's attributes.%s.values can translate them"
        .formatted(
            name,
            String.join(", ", shown),
            values.size() > MOST_SHOWN ? " and others" : "",
            known.values().keySet(),
            name);
  }
}
