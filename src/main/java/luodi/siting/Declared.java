package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import luodi.rule.Vocabulary;

/**
 * Ground as the asker states it: most true layers are closed to the public, and a planner may know
 * them.
 *
 * @param layer a layer's id, or {@code *} for every layer that is not declared otherwise
 * @param attributes as rules read them; one that is left out is unknown
 * @param distanceM for {@link Relation#DISTANCE}, metres
 * @param part the kind of part that it speaks of
 */
public record Declared(
    String layer,
    SortedMap<String, String> attributes,
    Relation relation,
    OptionalDouble distanceM,
    Part.Kind part) {
  static final String EVERY_LAYER = "*";

  private static final Set<String> NOT_ATTRIBUTES =
      Set.of("layer", "relation", "distance_m", "part");

  /** How the part lies to the zones of the layer. */
  public enum Relation {
    OVERLAP,
    DISTANCE,
    NONE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Declared {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** As a request tells it. */
  public Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("layer", layer);
    told.putAll(attributes);
    told.put("relation", relation.word());
    distanceM.ifPresent(metres -> told.put("distance_m", metres));
    told.put("part", part.word());
    return told;
  }

  /** Reads {@code declared} of a request; each mistake tells what exists. */
  static List<Declared> read(JsonNode nodes) {
    List<Declared> all = new ArrayList<>();
    if (!nodes.isMissingNode() && !nodes.isNull() && !nodes.isArray()) {
      throw Fault.BAD_DECLARATION
          .because("'declared' is a list of {\"layer\", \"relation\", …}; %s came.", nodes)
          .at("/declared");
    }
    for (int i = 0; i < nodes.size(); i++) {
      all.add(one(nodes.get(i), "/declared/" + i));
    }
    return all;
  }

  /** Throws {@code BAD_DECLARATION} when layer, attribute or value do not exist. */
  void check(Vocabulary words, String pointer) {
    if (layer.equals(EVERY_LAYER)) {
      if (relation != Relation.NONE) {
        throw Fault.BAD_DECLARATION
            .because("Of all layers together only relation 'none' can be declared.")
            .at(pointer + "/relation");
      }
      return;
    }
    Vocabulary.LayerWords known =
        words
            .layer(layer)
            .filter(one -> !one.regionList())
            .orElseThrow(
                () ->
                    Fault.BAD_DECLARATION
                        .because(
                            "There is no layer '%s' to declare; there are %s. Membership in regions and basins follows from the county: give 'adcode'.",
                            layer, declarable(words))
                        .at(pointer + "/layer"));
    attributes.forEach((name, value) -> check(known, name, value, pointer));
  }

  private static String declarable(Vocabulary words) {
    return words.layerIds().stream()
        .filter(id -> !words.layer(id).orElseThrow().regionList())
        .collect(Collectors.joining(", "));
  }

  /** Refuses an attribute or a value that the layer has not. */
  static void check(Vocabulary.LayerWords layer, String name, String value, String pointer) {
    Vocabulary.AttributeWords allowed = layer.attributes().get(name);
    if (allowed == null) {
      throw Fault.BAD_DECLARATION
          .because(
              "Layer '%s' has no attribute '%s'; it has %s.",
              layer.id(), name, layer.attributes().keySet())
          .at(pointer + "/" + name);
    }
    if (!allowed.open() && !allowed.values().containsKey(value)) {
      throw Fault.BAD_DECLARATION
          .because(
              "Attribute '%s' of layer '%s' is never '%s'; it is one of %s.",
              name, layer.id(), value, allowed.values().keySet())
          .at(pointer + "/" + name);
    }
  }

  private static Declared one(JsonNode node, String pointer) {
    String layer = node.path("layer").asText("");
    Relation relation = relation(node.path("relation").asText(""), pointer);
    OptionalDouble distanceM = OptionalDouble.empty();
    if (relation == Relation.DISTANCE) {
      if (!node.path("distance_m").isNumber() || node.path("distance_m").asDouble() < 0) {
        throw Fault.BAD_DECLARATION
            .because("Relation 'distance' needs 'distance_m', a number of metres from 0.")
            .at(pointer + "/distance_m");
      }
      distanceM = OptionalDouble.of(node.path("distance_m").asDouble());
    }
    SortedMap<String, String> attributes = new TreeMap<>();
    node.properties()
        .forEach(
            entry -> {
              if (!NOT_ATTRIBUTES.contains(entry.getKey())) {
                JsonNode value = entry.getValue();
                attributes.put(
                    entry.getKey(), value.isContainerNode() ? value.toString() : value.asText());
              }
            });
    return new Declared(
        layer,
        attributes,
        relation,
        distanceM,
        Part.Kind.named(node.path("part").asText("plot"), pointer + "/part"));
  }

  private static Relation relation(String word, String pointer) {
    return Arrays.stream(Relation.values())
        .filter(relation -> relation.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.BAD_DECLARATION
                    .because(
                        "There is no relation '%s'; a part and a layer are in relation overlap, distance or none.",
                        word)
                    .at(pointer + "/relation"));
  }
}
