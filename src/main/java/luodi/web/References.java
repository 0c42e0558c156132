package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.GeoJson;
import luodi.ogc.LayerCollections;

/**
 * Inputs that are named by their address. Only features of this server can be: what another address
 * gives is never fetched.
 *
 * @param base the server's address as the client sees it
 */
record References(LayerCollections collections, String base) {
  private static final Pattern FEATURE =
      Pattern.compile("/collections/([^/?#]+)/items/([^/?#]+)(?:\\?f=json)?");

  /** The geometry of the feature at an address, as GeoJSON. */
  JsonNode named(String href, String pointer) {
    Matcher feature = FEATURE.matcher(href.startsWith(base) ? href.substring(base.length()) : "");
    if (!feature.matches()) {
      throw Fault.BAD_BODY
          .because(
              "'%s' is not read; give a value, or the address of a feature of this server, %s/collections/…/items/….",
              href, base)
          .at(pointer);
    }
    return zone(feature)
        .map(zone -> GeoJson.write(zone.shape()))
        .orElseThrow(
            () -> Fault.BAD_BODY.because("There is no feature at '%s'.", href).at(pointer));
  }

  private Optional<Zone> zone(Matcher feature) {
    try {
      String id = URLDecoder.decode(feature.group(2), StandardCharsets.UTF_8);
      return collections.named(feature.group(1)).zone(id);
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }
}
