package luodi.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import luodi.ingest.RealGround;
import luodi.synthetic.Basis.ChemicalPark;
import luodi.synthetic.Basis.County;
import luodi.synthetic.Basis.DevelopmentZone;
import luodi.synthetic.Basis.Lake;
import luodi.synthetic.Basis.ParkCounty;
import luodi.synthetic.Basis.Reserve;
import luodi.synthetic.Basis.River;
import luodi.synthetic.Basis.Seat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Takes what the synthetic ground is drawn around out of the real ground. */
final class BasisReader {
  private BasisReader() {}

  static Basis read(RealGround real, Path geodata) {
    return new Basis(
        each(real, "counties", BasisReader::county),
        rivers(layer(real, "rivers")),
        each(real, "lakes", zone -> new Lake(text(zone, "name_en"), zone.shape())),
        each(real, "county-seats", zone -> new Seat(zone.id(), zone.shape().getCoordinate())),
        RealGround.rows(geodata, "development_zones_gbt37028_2018").stream()
            .map(BasisReader::developmentZone)
            .toList(),
        each(
            real,
            "chemical-parks",
            zone -> new ChemicalPark(zone.name(), zone.shape().getCoordinate())),
        each(real, "nature-reserve-points", BasisReader::reserve),
        RealGround.rows(geodata, "national_parks_counties").stream()
            .map(row -> new ParkCounty(row.get("park"), row.get("polygon_adcode")))
            .toList());
  }

  private static LayerEdition layer(RealGround real, String id) {
    return real.layers().stream()
        .filter(edition -> edition.layer().id().equals(id))
        .findFirst()
        .orElseThrow(() -> Fault.BAD_DATA.because("The real ground has no layer '%s'.", id));
  }

  /** A row as the table has it: those without a seat are no points of a layer, but are rows. */
  private static DevelopmentZone developmentZone(Map<String, String> row) {
    Optional<Coordinate> seat =
        row.get("lon_wgs84").isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Coordinate(
                    Grid.snap(Double.parseDouble(row.get("lon_wgs84"))),
                    Grid.snap(Double.parseDouble(row.get("lat_wgs84")))));
    return new DevelopmentZone(
        row.get("zone_code"),
        row.get("name"),
        row.get("grade"),
        row.get("type"),
        row.get("adcode_located"),
        seat);
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

  private static <T> List<T> each(RealGround real, String layer, Function<Zone, T> read) {
    return layer(real, layer).zones().stream().map(read).toList();
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
