package luodi.synthetic.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Coordinate;

/**
 * Spots and plots as JSON, one line each; lengths to the millimetre, areas to a hundredth of m².
 */
final class KeyJson {
  /** A unit's access list is long, and the same for many: the code stands for it. */
  private static final String LONG_ATTRIBUTE = "items";

  private KeyJson() {}

  static String line(Spot spot) {
    ObjectNode line = begun(spot.id(), spot.made());
    ObjectNode site = line.putObject("site").put("type", "Point");
    site.putArray("coordinates").add(spot.lon()).add(spot.lat());
    ObjectNode layers = line.putObject("layers");
    for (Spot.Reading reading : spot.layers()) {
      ObjectNode layer = layers.putObject(reading.layer()).put("covered", reading.covered());
      ArrayNode zones = layer.putArray("zones");
      reading.zones().forEach(zone -> zones.add(zone(zone)));
    }
    ArrayNode near = line.putArray("near");
    for (Spot.Near zone : spot.near()) {
      near.addObject()
          .put("layer", zone.layer())
          .put("zone", zone.zone())
          .put("distance_m", rounded(zone.distanceM(), 1000));
    }
    return line.toString();
  }

  static String line(Plot plot) {
    ObjectNode line = begun(plot.id(), plot.made());
    ObjectNode site = line.putObject("site").put("type", "Polygon");
    ring(site.putArray("coordinates").addArray(), plot.ring());
    line.put("area_m2", rounded(plot.areaM2(), 100));
    ObjectNode layers = line.putObject("layers");
    for (Plot.Reading reading : plot.layers()) {
      ObjectNode layer = layers.putObject(reading.layer()).put("coverage", reading.coverage());
      ArrayNode zones = layer.putArray("zones");
      for (Plot.Overlap overlap : reading.zones()) {
        ObjectNode zone = zone(overlap.zone());
        if (overlap.lengthM() > 0) {
          zone.put("length_m", rounded(overlap.lengthM(), 1000));
        } else {
          zone.put("area_m2", rounded(overlap.areaM2(), 100));
        }
        zones.add(zone);
      }
    }
    return line.toString();
  }

  private static ObjectNode begun(String id, Made made) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("id", id);
    line.put("near_boundary", made.nearBoundary());
    if (made.nearBoundary()) {
      line.putObject("made")
          .put("layer", made.layer())
          .put("zone", made.zone())
          .put("offset_m", rounded(made.offsetM(), 1000));
    }
    return line;
  }

  private static void ring(ArrayNode array, List<Coordinate> ring) {
    ring.forEach(corner -> array.addArray().add(corner.x).add(corner.y));
  }

  private static ObjectNode zone(Zone zone) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", zone.id());
    ObjectNode attributes = json.putObject("attributes");
    zone.attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals(LONG_ATTRIBUTE)) {
                attributes.put(name, value);
              }
            });
    zone.from().ifPresent(day -> json.put("from", day.toString()));
    zone.to().ifPresent(day -> json.put("to", day.toString()));
    return json;
  }

  private static double rounded(double value, double parts) {
    return Math.rint(value * parts) / parts;
  }
}
