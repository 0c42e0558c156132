package luodi.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.ground.Interval;

/** The layers, attributes, values and lists that rules and askers may name. */
public final class Vocabulary {
  /** The diagonal of a cell of the 1e-7° grid. */
  private static final double CELL_M = 0.016;

  private static final double USUAL_SLIVER_M = 0.5;

  private static final String REGION = "region";
  private static final String SET = "set";

  private final SortedMap<String, LayerWords> layers;
  private final SortedSet<String> lists;

  /**
   * What may be said of one layer.
   *
   * @param regionList true when membership is read from a dated list of divisions and not from
   *     zones
   * @param neverOpen true when nobody outside can hold the layer
   * @param sliverM an overlap counts when something of it remains after erosion by this depth,
   *     metres
   */
  public record LayerWords(
      String id,
      String titleZh,
      String titleEn,
      boolean regionList,
      boolean neverOpen,
      double sliverM,
      SortedMap<String, AttributeWords> attributes) {
    public LayerWords {
      attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** The same layer, one attribute of which may have these values too. */
    private LayerWords with(String attribute, Collection<String> more) {
      SortedMap<String, AttributeWords> all = new TreeMap<>(attributes);
      all.computeIfPresent(attribute, (name, words) -> words.with(more));
      return new LayerWords(id, titleZh, titleEn, regionList, neverOpen, sliverM, all);
    }
  }

  /**
   * The values of one attribute with the days on which they have a meaning; open when any value may
   * come.
   */
  public record AttributeWords(boolean open, SortedMap<String, Interval> values) {
    public AttributeWords {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    private AttributeWords with(Collection<String> more) {
      SortedMap<String, Interval> all = new TreeMap<>(values);
      more.forEach(value -> all.put(value, Interval.ALWAYS));
      return new AttributeWords(open, all);
    }
  }

  private Vocabulary(SortedMap<String, LayerWords> layers, SortedSet<String> lists) {
    this.layers = layers;
    this.lists = lists;
  }

  /** The same words and these lists and sets of divisions. */
  Vocabulary with(Collection<String> moreLists, Collection<String> moreSets) {
    SortedSet<String> allLists = new TreeSet<>(lists);
    allLists.addAll(moreLists);
    SortedMap<String, LayerWords> all = new TreeMap<>(layers);
    all.computeIfPresent(REGION, (id, region) -> region.with(SET, moreSets));
    return new Vocabulary(all, allLists);
  }

  static Vocabulary read(JsonNode root) {
    SortedMap<String, LayerWords> layers = new TreeMap<>();
    root.path("layers")
        .properties()
        .forEach(entry -> layers.put(entry.getKey(), layer(entry.getKey(), entry.getValue())));
    SortedSet<String> lists = new TreeSet<>();
    root.path("lists").forEach(list -> lists.add(list.asText()));
    return new Vocabulary(layers, lists);
  }

  public Optional<LayerWords> layer(String id) {
    return Optional.ofNullable(layers.get(id));
  }

  public Set<String> layerIds() {
    return Collections.unmodifiableSet(layers.keySet());
  }

  /**
   * The depth below which an overlap with the layer is a sliver, metres: never below the grid's own
   * uncertainty.
   */
  public double sliverM(String layer) {
    return Math.max(CELL_M, layer(layer).map(LayerWords::sliverM).orElse(USUAL_SLIVER_M));
  }

  /** The names of the lists whose rows carry industry codes. */
  public SortedSet<String> lists() {
    return Collections.unmodifiableSortedSet(lists);
  }

  /**
   * False when the value had no meaning on that day: what is known in old words is not known in the
   * new ones.
   */
  boolean valid(String layer, String attribute, String value, LocalDate day) {
    AttributeWords words =
        layer(layer).map(LayerWords::attributes).map(all -> all.get(attribute)).orElse(null);
    if (words == null || words.open()) {
      return true;
    }
    Interval interval = words.values().get(value);
    return interval != null && interval.holds(day);
  }

  private static LayerWords layer(String id, JsonNode node) {
    SortedMap<String, AttributeWords> attributes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("attributes").properties()) {
      attributes.put(entry.getKey(), attribute(entry.getValue()));
    }
    return new LayerWords(
        id,
        node.path("title_zh").asText(id),
        node.path("title_en").asText(id),
        node.path("region_list").asBoolean(false),
        node.path("never_open").asBoolean(false),
        node.path("sliver_m").asDouble(USUAL_SLIVER_M),
        attributes);
  }

  private static AttributeWords attribute(JsonNode node) {
    SortedMap<String, Interval> values = new TreeMap<>();
    for (JsonNode value : node) {
      if (value.isTextual()) {
        values.put(value.asText(), Interval.ALWAYS);
      } else {
        values.put(
            value.path("value").asText(),
            Interval.parse(value.path("from").asText(null), value.path("to").asText(null)));
      }
    }
    return new AttributeWords(node.isTextual(), values);
  }
}
