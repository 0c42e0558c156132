package luodi.tile;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A link of a tile document.
 *
 * @param templated true when the address has names in braces; null when it is whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TileLink(String href, String rel, String type, String title, Boolean templated) {
  static final String JSON = "application/json";
  static final String MVT = "application/vnd.mapbox-vector-tile";
  static final String RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/";

  static TileLink of(String href, String rel, String type, String title) {
    return new TileLink(href, rel, type, title, null);
  }
}
