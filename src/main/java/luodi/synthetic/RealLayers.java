package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.synthetic.RealGround.ChemicalPark;
import luodi.synthetic.RealGround.County;
import luodi.synthetic.RealGround.DevelopmentZone;
import luodi.synthetic.RealGround.Lake;
import luodi.synthetic.RealGround.ParkCounty;
import luodi.synthetic.RealGround.Reserve;
import luodi.synthetic.RealGround.River;
import luodi.synthetic.RealGround.Seat;
import org.locationtech.jts.geom.LineString;

/** Reads the real ground out of published layers. */
final class RealLayers {
  private RealLayers() {}

  static RealGround read(
      Function<String, LayerEdition> layers,
      List<DevelopmentZone> developmentZones,
      List<ParkCounty> parkCounties) {
    return new RealGround(
        each(layers.apply("counties"), RealLayers::county),
        rivers(layers.apply("rivers")),
        each(layers.apply("lakes"), zone -> new Lake(text(zone, "name_en"), zone.shape())),
        each(
            layers.apply("county-seats"),
            zone -> new Seat(zone.id(), zone.shape().getCoordinate())),
        developmentZones,
        each(
            layers.apply("chemical-parks"),
            zone -> new ChemicalPark(zone.name(), zone.shape().getCoordinate())),
        each(layers.apply("nature-reserve-points"), RealLayers::reserve),
        parkCounties);
  }

  static List<DevelopmentZone> developmentZones(LayerEdition points) {
    return each(
        points,
        zone ->
            new DevelopmentZone(
                wanted(zone, "zone_code", points.layer().id()),
                zone.name(),
                wanted(zone, "grade", points.layer().id()),
                wanted(zone, "type", points.layer().id()),
                text(zone, "adcode_located"),
                Optional.of(zone.shape().getCoordinate())));
  }

  private static County county(Zone zone) {
    return new County(
        zone.id(),
        zone.name(),
        wanted(zone, "prefecture", "counties"),
        wanted(zone, "province", "counties"),
        zone.shape());
  }

  private static Reserve reserve(Zone zone) {
    return new Reserve(
        zone.name(), text(zone, "category"), text(zone, "grade"), zone.shape().getCoordinate());
  }

  private static List<River> rivers(LayerEdition layer) {
    List<River> rivers = new ArrayList<>();
    for (Zone zone : layer.zones()) {
      for (int i = 0; i < zone.shape().getNumGeometries(); i++) {
        rivers.add(
            new River(
                text(zone, "class"),
                text(zone, "name_zh"),
                text(zone, "basin"),
                (LineString) zone.shape().getGeometryN(i)));
      }
    }
    return rivers;
  }

  private static <T> List<T> each(LayerEdition layer, Function<Zone, T> read) {
    return layer.zones().stream().map(read).toList();
  }

  private static String text(Zone zone, String attribute) {
    return zone.attributes().getOrDefault(attribute, "");
  }

  private static String wanted(Zone zone, String attribute, String layer) {
    String value = text(zone, attribute);
    if (value.isEmpty()) {
      throw Fault.BAD_DATA.because(
          "Zone '%s' of layer '%s' has no attribute '%s'; the synthetic ground needs it. Build the"
              + " real ground again.",
          zone.id(), layer, attribute);
    }
    return value;
  }
}
