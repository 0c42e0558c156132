package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  /** Of these parks those that lead in one of the divisions of GB/T 4754 on a day. */
  static List<Moves.LeadingPark> leadingIn(
      Set<String> divisions, List<Zone> parks, LocalDate day, boolean synthetic) {
    List<Moves.LeadingPark> leading = new ArrayList<>();
    for (Zone park : parks) {
      String led = park.attributes().getOrDefault("leading_industries", "");
      if (park.validOn(day) && Stream.of(led.split(",")).anyMatch(divisions::contains)) {
        leading.add(new Moves.LeadingPark(park.id(), park.name(), led, synthetic));
      }
    }
    return leading;
  }

  /** The county of a park that {@link #in} gave. */
  County countyOf(Zone park) {
    return countyOfPark.get(park.id());
  }
}
