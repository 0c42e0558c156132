package luodi.ingest.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import luodi.fault.Fault;
import luodi.ingest.edition.Manifest.AttributeSource;

/**
 * Which column of a file becomes what: as the manifest says, or else by its usual names. Remembers
 * what it said, so that a name which comes in two cases is one attribute.
 */
final class ColumnPlan {
  private static final String OWN_PREFIX = "a_";
  private static final Set<String> OWN_COLUMNS =
      Set.of("id", "name", "valid_from", "valid_to", "source", "confidence");
  private static final int SHAPEFILE_NAME = 10;

  private static final Map<String, List<String>> USUAL =
      Map.of(
          "id", List.of("id", "标识码", "bsm"),
          "name", List.of("name", "名称", "mc", "name_zh"),
          "valid_from", List.of("valid_from"),
          "valid_to", List.of("valid_to"),
          "source", List.of("source"),
          "confidence", List.of("confidence"),
          "adcode",
              List.of(
                  "adcode", "行政区代码", "行政区划代码", "xzqdm", "xzqhdm", "区县代码", "county_code", "code"));

  private final Map<String, String> uses;
  private final Map<String, AttributeSource> attributes;
  private final boolean own;
  private final Map<String, Optional<String>> kept = new HashMap<>();

  /**
   * A plan.
   *
   * @param uses the column of each use ({@code id}, {@code name} …) that one was found for
   * @param attributes the attributes that rules read and where they come from
   * @param own true when the table is one of Luodi's own, whose attributes carry a prefix
   */
  private ColumnPlan(
      Map<String, String> uses, Map<String, AttributeSource> attributes, boolean own) {
    this.uses = uses;
    this.attributes = attributes;
    this.own = own;
  }

  /**
   * Plans the columns of a file.
   *
   * @param wanted the attributes that rules read
   * @throws luodi.fault.FaultException {@code BAD_PARAMETER} when the manifest names a column that
   *     is not there
   */
  static ColumnPlan of(List<String> columns, Manifest manifest, Set<String> wanted) {
    boolean own =
        columns.containsAll(OWN_COLUMNS)
            && columns.stream().allMatch(c -> OWN_COLUMNS.contains(c) || c.startsWith(OWN_PREFIX));
    Map<String, String> uses = new TreeMap<>();
    USUAL.forEach(
        (use, names) -> {
          String told = manifest.columns().get(use);
          if (told != null) {
            uses.put(use, found(columns, told, use));
          } else {
            usual(columns, names).ifPresent(column -> uses.put(use, column));
          }
        });
    return new ColumnPlan(uses, attributes(columns, manifest, wanted, own), own);
  }

  /** All values of a row under the names that the layer's attributes have. */
  Map<String, String> attributesOf(Map<String, String> values) {
    Map<String, String> named = new LinkedHashMap<>();
    attributes.forEach(
        (name, from) -> {
          String value = values.get(from.column());
          if (value != null) {
            named.put(name, from.values().getOrDefault(value.strip(), value));
          }
        });
    values.forEach(
        (column, value) -> kept(column).ifPresent(name -> named.putIfAbsent(name, value)));
    return named;
  }

  /** True when a column was found for the use. */
  boolean has(String use) {
    return uses.containsKey(use);
  }

  /** The attribute under which the column of a use is kept; empty when there is none. */
  Optional<String> attributeOf(String use) {
    Optional<String> column = Optional.ofNullable(uses.get(use));
    return attributes.entrySet().stream()
        .filter(from -> column.filter(from.getValue().column()::equals).isPresent())
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> column.flatMap(this::kept));
  }

  /** The attributes that rules read for which there is a column. */
  Set<String> attributes() {
    return attributes.keySet();
  }

  /** A column's value in a row. */
  Optional<String> value(Map<String, String> values, String use) {
    return Optional.ofNullable(uses.get(use)).map(values::get).filter(text -> !text.isBlank());
  }

  /** Which attributes come from columns of other names, for the report. */
  List<String> renamed() {
    List<String> renamed = new ArrayList<>();
    attributes.forEach(
        (name, from) -> {
          if (!from.column().equals(name) && !own) {
            renamed.add("column '%s' is read as attribute '%s'".formatted(from.column(), name));
          }
        });
    return renamed;
  }

  /** The name under which a column is kept beside the attributes that rules read. */
  private Optional<String> kept(String column) {
    return kept.computeIfAbsent(column.toLowerCase(Locale.ROOT), lower -> newlyKept(column));
  }

  private Optional<String> newlyKept(String column) {
    boolean field =
        uses.entrySet().stream()
            .anyMatch(use -> use.getValue().equals(column) && OWN_COLUMNS.contains(use.getKey()));
    boolean renamed =
        attributes.values().stream()
            .anyMatch(from -> from.column().equals(column) && from.values().isEmpty());
    if (field || renamed) {
      return Optional.empty();
    }
    String name = own && column.startsWith(OWN_PREFIX) ? column.substring(2) : column;
    return Optional.of(
        attributes.keySet().stream().anyMatch(name::equalsIgnoreCase) ? name + "_as_given" : name);
  }

  private static Map<String, AttributeSource> attributes(
      List<String> columns, Manifest manifest, Set<String> wanted, boolean own) {
    Map<String, AttributeSource> attributes = new TreeMap<>();
    manifest
        .attributes()
        .forEach(
            (name, from) ->
                attributes.put(
                    name, new AttributeSource(found(columns, from.column(), name), from.values())));
    for (String name : wanted) {
      if (!attributes.containsKey(name)) {
        column(columns, own ? OWN_PREFIX + name : name)
            .ifPresent(column -> attributes.put(name, new AttributeSource(column, Map.of())));
      }
    }
    return attributes;
  }

  /** The column of that name in any case; or cut to the ten characters of a shapefile. */
  private static Optional<String> column(List<String> columns, String name) {
    Optional<String> whole = columns.stream().filter(name::equalsIgnoreCase).findFirst();
    if (whole.isPresent() || name.length() <= SHAPEFILE_NAME) {
      return whole;
    }
    return columns.stream().filter(name.substring(0, SHAPEFILE_NAME)::equalsIgnoreCase).findFirst();
  }

  private static Optional<String> usual(List<String> columns, List<String> names) {
    return names.stream()
        .flatMap(name -> columns.stream().filter(c -> c.toLowerCase(Locale.ROOT).equals(name)))
        .findFirst();
  }

  private static String found(List<String> columns, String wanted, String use) {
    return columns.stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                Fault.BAD_PARAMETER.because(
                    "The manifest takes '%s' from the column '%s', and there is none; there are %s.",
                    use, wanted, columns.subList(0, Math.min(50, columns.size()))));
  }
}
