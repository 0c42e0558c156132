package luodi.siting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Point;

/** The industrial parks of an atlas by the divisions that hold their middle. Immutable. */
final class ParksByDivision {
  static final String PARKS = "industrial-park";

  private final Map<String, List<Zone>> byCode = new HashMap<>();
  private final Map<String, County> countyOfPark = new HashMap<>();

  ParksByDivision(Atlas atlas) {
    for (Zone park : atlas.zones(PARKS)) {
      county(park, atlas)
          .ifPresent(
              county -> {
                countyOfPark.put(park.id(), county);
                county
                    .codes()
                    .forEach(
                        code -> byCode.computeIfAbsent(code, added -> new ArrayList<>()).add(park));
              });
    }
  }

  private static Optional<County> county(Zone park, Atlas atlas) {
    Point middle = park.shape().getInteriorPoint();
    return atlas.near(County.LAYER, middle.getEnvelopeInternal()).stream()
        .filter(zone -> zone.shape().covers(middle))
        .findFirst()
        .map(County::of);
  }

  /** The parks of a county, prefecture or province, whatever their days. */
  List<Zone> in(String adcode) {
    return byCode.getOrDefault(adcode, List.of());
  }

  /** The county of a park that {@link #in} gave. */
  County countyOf(Zone park) {
    return countyOfPark.get(park.id());
  }
}
