package luodi.ogc;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The conformance classes that this server keeps; each is proven by tests. */
public record Conformance(@JsonProperty("conformsTo") List<String> conformsTo) {
  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";

  /** All of them. */
  public static final Conformance ALL =
      new Conformance(List.of(FEATURES + "core", FEATURES + "geojson", FEATURES + "oas30"));
}
