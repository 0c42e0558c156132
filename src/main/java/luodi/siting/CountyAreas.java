package luodi.siting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.geo.Authalic;

/** The county polygons of an atlas by the codes that hold them, with their areas. Immutable. */
final class CountyAreas {
  private final Map<String, List<Measured>> byCode = new HashMap<>();

  /** One county polygon. */
  record Measured(County county, double km2) {}

  CountyAreas(Atlas atlas) {
    atlas.zones(County.LAYER).parallelStream()
        .map(zone -> new Measured(County.of(zone), Authalic.areaM2(zone.shape()) / 1e6))
        .toList()
        .forEach(
            one ->
                one.county()
                    .codes()
                    .forEach(
                        code -> byCode.computeIfAbsent(code, added -> new ArrayList<>()).add(one)));
  }

  /** The counties of a province, prefecture or county; empty where no polygon lies. */
  List<Measured> in(String adcode) {
    return byCode.getOrDefault(adcode, List.of());
  }
}
