package luodi.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * All synthetic zones of one province.
 *
 * @param province what they were drawn from
 * @param zones by layer, in the order of their ids
 * @param farmlandGap where permanent basic farmland is not known
 * @param leftOut real rows that got no shape
 */
record ProvinceGround(
    Province province,
    Map<String, List<Zone>> zones,
    Optional<Polygon> farmlandGap,
    List<LeftOut> leftOut) {

  /** How many times {@link #of} says that a stage is done. */
  static final int STAGES = 6;

  /**
   * Draws the province.
   *
   * @param stage is told the name of each stage when it is done
   */
  static ProvinceGround of(Province province, Consumer<String> stage) {
    Map<String, List<Zone>> zones = new TreeMap<>();
    List<Unit> units = ControlUnits.of(province);
    zones.put("env-unit", ControlUnits.zones(province, units));
    stage.accept("env-unit");
    Redlines.Drawn redlines = Redlines.of(province, units);
    zones.put("eco-redline", redlines.zones());
    Fields.Drawn fields = Fields.of(province, units, redlines.rest());
    zones.put("farmland", fields.farmland());
    zones.put("perm-basic-farmland", fields.basic());
    stage.accept("farmland");
    List<LeftOut> leftOut = towns(province, units, zones);
    zones.put("fuel-ban-zone", FuelBans.of(province));
    zones.put("residential", Receptors.of(province, zones.get(ParkRoll.LAYER)));
    stage.accept("industrial-park");
    zones.put("nature-reserve", Reserves.of(province));
    zones.put("national-park", NationalParks.of(province));
    stage.accept("nature-reserve");
    zones.put("water-source", WaterSources.of(province));
    zones.put("wetland", Wetlands.of(province));
    stage.accept("wetland");
    Riverside.Drawn riverside = Riverside.of(province);
    zones.put("river-shoreline", riverside.shorelines());
    zones.put("river-mgmt-range", riverside.ranges());
    zones.put("shoreline-zone", riverside.functions());
    zones.put("yellow-river-shore-control", riverside.controls());
    zones.put("river-reach", InflowRivers.zones(province));
    zones.put("lake-control", Lakes.controlZones(province));
    stage.accept("river-shoreline");
    zones.replaceAll((layer, of) -> of.stream().sorted(Comparator.comparing(Zone::id)).toList());
    return new ProvinceGround(province, zones, fields.gap(), leftOut);
  }

  private static List<LeftOut> towns(
      Province province, List<Unit> units, Map<String, List<Zone>> zones) {
    ParkRoll.Roll roll = ParkRoll.of(province);
    Map<String, Geometry> towns = Towns.of(province, Parks.byCounty(province, roll.parks()));
    zones.put("udb", Towns.zones(province, towns));
    Parks.Drawn parks = Parks.of(province, roll.parks(), towns, units);
    zones.put(ParkRoll.LAYER, parks.zones());
    List<LeftOut> leftOut = new ArrayList<>(roll.leftOut());
    leftOut.addAll(parks.leftOut());
    return leftOut;
  }
}
