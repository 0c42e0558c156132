package luodi.ingest.edition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luodi.fault.Fault;
import luodi.ingest.edition.Manifest.AttributeSource;

/** Reads the members of a manifest and remembers all mistakes, to tell them at once. */
final class ManifestReader {
  private final JsonNode node;
  private final List<String> missing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  ManifestReader(JsonNode node) {
    this.node = node;
  }

  void mustKnow(Set<String> members) {
    if (!node.isObject()) {
      wrong("the manifest", "it is no JSON object");
    }
    node.fieldNames()
        .forEachRemaining(
            member -> {
              if (!members.contains(member)) {
                wrong(member, "there is no such member; there are " + Manifest.sorted(members));
              }
            });
  }

  void missing(String what) {
    missing.add(what);
  }

  void wrong(String member, String why) {
    wrong.add(member + ": " + why);
  }

  String text(String member, Optional<String> usual) {
    Optional<String> given = optional(member);
    if (given.isEmpty() && usual.isEmpty()) {
      missing(member);
    }
    return given.or(() -> usual).orElse("");
  }

  Optional<String> optional(String member) {
    JsonNode given = node.path(member);
    if (given.isContainerNode()) {
      wrong(member, "it is no text");
      return Optional.empty();
    }
    return given.isMissingNode() || given.isNull() || given.asText().isBlank()
        ? Optional.empty()
        : Optional.of(given.asText().strip());
  }

  double accuracy() {
    Optional<String> given = optional("accuracy_m");
    if (given.isEmpty()) {
      missing("accuracy_m (the data's positional accuracy in metres)");
      return 0;
    }
    try {
      double metres = Double.parseDouble(given.get());
      if (metres >= 0 && metres <= 1e6) {
        return metres;
      }
    } catch (NumberFormatException noNumber) {
      // told below, as any other wrong value
    }
    wrong("accuracy_m", "'" + given.get() + "' is no number of metres");
    return 0;
  }

  boolean truth(String member, Optional<Boolean> usual) {
    Optional<String> given = optional(member);
    if (given.isEmpty() && usual.isEmpty()) {
      missing(member + " (true, or false when the layer is only indicative)");
    }
    if (given.isPresent() && !Set.of("true", "false").contains(given.get())) {
      wrong(member, "'" + given.get() + "' is neither true nor false");
    }
    return given.map("true"::equals).or(() -> usual).orElse(false);
  }

  Map<String, String> columns(Set<String> uses) {
    Map<String, String> columns = new LinkedHashMap<>();
    node.path("columns")
        .properties()
        .forEach(
            entry -> {
              if (!uses.contains(entry.getKey())) {
                wrong(
                    "columns",
                    "'%s' is none of %s".formatted(entry.getKey(), Manifest.sorted(uses)));
              }
              columns.put(entry.getKey(), entry.getValue().asText());
            });
    return columns;
  }

  Map<String, AttributeSource> attributes() {
    Map<String, AttributeSource> attributes = new LinkedHashMap<>();
    node.path("attributes")
        .properties()
        .forEach(
            entry -> attributes.put(entry.getKey(), attribute(entry.getKey(), entry.getValue())));
    return attributes;
  }

  /** Tells all that is missing or wrong; does nothing when nothing is. */
  void mustBeWhole(String layerId) {
    if (missing.isEmpty() && wrong.isEmpty()) {
      return;
    }
    StringBuilder told = new StringBuilder();
    if (!missing.isEmpty()) {
      told.append("the manifest lacks ").append(String.join(", ", missing)).append(". ");
    }
    wrong.forEach(each -> told.append(each).append(". "));
    throw Fault.BAD_PARAMETER.because(
        "Layer '%s' does not load without a whole manifest: %sGive it as flags or in a JSON file (--manifest).",
        layerId, told);
  }

  private AttributeSource attribute(String name, JsonNode given) {
    if (given.isTextual()) {
      return new AttributeSource(given.asText(), Map.of());
    }
    if (!given.path("column").isTextual()) {
      wrong("attributes", "'%s' names no column".formatted(name));
    }
    Map<String, String> values = new LinkedHashMap<>();
    given
        .path("values")
        .properties()
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    return new AttributeSource(given.path("column").asText(), values);
  }
}
