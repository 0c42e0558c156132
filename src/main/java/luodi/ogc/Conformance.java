package luodi.ogc;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The conformance classes that this server keeps. Each requirement of each of them is proven by
 * tests of ours; {@code docs/conformance.md} shows which.
 */
public record Conformance(@JsonProperty("conformsTo") List<String> conformsTo) {
  private static final String SPECIFICATIONS = "http://www.opengis.net/spec/";

  /** All of them. */
  public static final Conformance ALL =
      new Conformance(
          Stream.of(
                  of("ogcapi-common-1/1.0", "core", "landing-page", "json", "html", "oas30"),
                  of("ogcapi-features-1/1.0", "core", "geojson", "html", "oas30"),
                  of("ogcapi-features-2/1.0", "crs"),
                  of(
                      "ogcapi-features-3/1.0",
                      "queryables",
                      "queryables-query-parameters",
                      "filter",
                      "features-filter"),
                  of(
                      "cql2/1.0",
                      "basic-cql2",
                      "advanced-comparison-operators",
                      "case-insensitive-comparison",
                      "accent-insensitive-comparison",
                      "basic-spatial-functions",
                      "basic-spatial-functions-plus",
                      "spatial-functions",
                      "temporal-functions",
                      "property-property",
                      "arithmetic",
                      "cql2-text",
                      "cql2-json"),
                  of(
                      "ogcapi-tiles-1/1.0",
                      "core",
                      "tileset",
                      "tilesets-list",
                      "dataset-tilesets",
                      "geodata-tilesets",
                      "collections-selection",
                      "mvt",
                      "oas30"),
                  of("tms/2.0", "tilematrixset", "json-tilematrixset", "json-tilesetmetadata"),
                  of(
                      "ogcapi-processes-1/1.0",
                      "core",
                      "ogc-process-description",
                      "json",
                      "html",
                      "oas30",
                      "dismiss"))
              .flatMap(List::stream)
              .toList());

  private static List<String> of(String standard, String... classes) {
    return Arrays.stream(classes).map(name -> SPECIFICATIONS + standard + "/conf/" + name).toList();
  }
}
