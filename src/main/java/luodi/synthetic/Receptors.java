package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.Zone;
import luodi.synthetic.draw.Blob;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Enclave;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where people live, learn and lie sick: quarters, schools, hospitals and care homes around the
 * seat, never in a park, never over one another.
 */
final class Receptors {
  private static final double KM2 = 1e6;
  private static final double REACH_M = 5_000;
  private static final int TRIES = 20;
  private static final int VERTICES = 28;
  private static final double ROUGHNESS = 0.18;

  private final Province province;
  private final OpenWater water;
  private final STRtree parks = new STRtree();
  private final List<Zone> zones = new ArrayList<>();

  private Receptors(Province province, List<Zone> parks) {
    this.province = province;
    this.water = new OpenWater(province);
    parks.forEach(park -> this.parks.insert(park.shape().getEnvelopeInternal(), park.shape()));
    this.parks.build();
  }

  /** What a receptor is, how often a county has one in the demo, and how large it is. */
  private enum Kind {
    RESIDENTIAL("居住区", 2, 1, 0.05, 0.6),
    SCHOOL("学校", 1, 1, 0.015, 0.08),
    HOSPITAL("医院", 1, 0.6, 0.01, 0.06),
    CARE_HOME("养老院", 1, 0.4, 0.005, 0.03);

    private final String title;
    private final int most;
    private final double rate;
    private final double leastKm2;
    private final double mostKm2;

    Kind(String title, int most, double rate, double leastKm2, double mostKm2) {
      this.title = title;
      this.most = most;
      this.rate = rate;
      this.leastKm2 = leastKm2;
      this.mostKm2 = mostKm2;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The province's receptors.
   *
   * @param parks where nobody lives
   */
  static List<Zone> of(Province province, List<Zone> parks) {
    Receptors receptors = new Receptors(province, parks);
    for (Basis.County county : province.counties()) {
      receptors.inCounty(county, province.dice("residential").on(county.adcode()));
    }
    return receptors.zones;
  }

  private void inCounty(Basis.County county, Dice dice) {
    PreparedGeometry ground = PreparedGeometryFactory.prepare(county.shape());
    Envelope window = around(province.country().seatOf(county));
    List<Polygon> placed = new ArrayList<>();
    int number = 0;
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < kind.most; i++) {
        boolean wanted = dice.hits(kind.rate);
        Optional<Polygon> shape =
            wanted ? place(kind, ground, window, placed, dice) : Optional.empty();
        if (shape.isPresent()) {
          placed.add(shape.get());
          number++;
          zones.add(
              province.zone(
                  "SN-" + county.adcode() + "-" + number,
                  county.name() + kind.title + number + "（合成）",
                  shape.get(),
                  Map.of("kind", kind.word())));
        }
      }
    }
  }

  private static Envelope around(Coordinate seat) {
    return Plane.at(seat.x, seat.y).grown(new Envelope(seat), REACH_M);
  }

  private Optional<Polygon> place(
      Kind kind, PreparedGeometry ground, Envelope window, List<Polygon> placed, Dice dice) {
    for (int i = 0; i < TRIES; i++) {
      double areaM2 = dice.logBetween(kind.leastKm2, kind.mostKm2) * KM2;
      Coordinate middle = Enclave.somewhere(window, dice);
      Polygon shape = Blob.of(VERTICES, ROUGHNESS, dice).at(middle, areaM2);
      if (ground.covers(shape) && !water.touches(shape) && isFree(shape, placed)) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  private boolean isFree(Polygon shape, List<Polygon> placed) {
    for (Object park : parks.query(shape.getEnvelopeInternal())) {
      if (shape.intersects((Geometry) park)) {
        return false;
      }
    }
    return placed.stream().noneMatch(shape::intersects);
  }
}
