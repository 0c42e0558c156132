package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Noise;
import luodi.synthetic.key.Known;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** The real ground of the whole country, indexed, with the seed: read by all provinces at once. */
final class Country {
  private static final double MOUNTAIN_DEGREES = 1.2;

  private final Basis real;
  private final Options options;
  private final SortedSet<String> provinces;
  private final Dice dice;
  private final String source;
  private final Noise mountains;
  private final Map<String, Integer> quota;
  private final Map<String, Coordinate> seats = new TreeMap<>();
  private final STRtree counties = new STRtree();
  private final AccessLists accessLists = AccessLists.read();
  private final List<Watercourse> rivers;
  private final List<Lakes.Lake> lakes;
  private final List<InflowRivers.Reach> reaches;

  Country(Basis real, Options options) {
    this.real = real;
    this.options = options;
    this.provinces = options.provinces().isEmpty() ? all(real) : options.provinces();
    this.dice = Dice.of(options.seed());
    this.source = Province.source(options.seed());
    this.mountains = new Noise(dice.on("mountains"), MOUNTAIN_DEGREES);
    this.quota = UnitQuota.of(real.counties());
    real.seats().forEach(seat -> seats.put(seat.adcode(), seat.at()));
    real.counties().forEach(c -> counties.insert(c.shape().getEnvelopeInternal(), c));
    counties.build();
    this.rivers = Watercourse.of(real.rivers(), dice.on("rivers"));
    this.lakes = Lakes.of(real, dice.on("lakes"));
    this.reaches = InflowRivers.of(lakes, dice.on("river-reach"));
  }

  private static SortedSet<String> all(Basis real) {
    return real.counties().stream()
        .map(Basis.County::province)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The codes of the provinces that are made, in order. */
  SortedSet<String> provinces() {
    return provinces;
  }

  Basis real() {
    return real;
  }

  /** What each zone says of where it comes from: one text for all of them. */
  String source() {
    return source;
  }

  Options options() {
    return options;
  }

  Dice dice() {
    return dice;
  }

  AccessLists accessLists() {
    return accessLists;
  }

  List<Watercourse> rivers() {
    return rivers;
  }

  List<Lakes.Lake> lakes() {
    return lakes;
  }

  List<InflowRivers.Reach> reaches() {
    return reaches;
  }

  int units(String adcode) {
    return quota.get(adcode);
  }

  /** How mountainous a place is made out to be, in [0, 1], one half on the mean. */
  double mountain(Coordinate at) {
    return mountains.at(at.x, at.y);
  }

  /** The county's seat when it lies in the county's polygon, else a point inside it. */
  Coordinate seatOf(Basis.County county) {
    Coordinate seat = seats.get(county.adcode());
    return seat != null && holds(county.shape(), seat)
        ? seat
        : county.shape().getInteriorPoint().getCoordinate();
  }

  /** The county in whose polygon the place lies; none at sea or abroad. */
  Optional<Basis.County> countyAt(Coordinate at) {
    List<Basis.County> holding = new ArrayList<>();
    for (Object found : counties.query(new Envelope(at))) {
      Basis.County county = (Basis.County) found;
      if (holds(county.shape(), at)) {
        holding.add(county);
      }
    }
    return holding.stream().min(java.util.Comparator.comparing(Basis.County::adcode));
  }

  /** The counties that are made, as the answer key takes them. */
  List<Known.Piece> pieces() {
    return real.counties().stream()
        .filter(county -> provinces.contains(county.province()))
        .map(county -> new Known.Piece(county.province(), county.shape()))
        .toList();
  }

  /** Reserves that no province can draw. */
  List<LeftOut> reservesOffTheMap() {
    return real.reserves().stream()
        .filter(reserve -> countyAt(reserve.at()).isEmpty())
        .map(
            reserve ->
                new LeftOut(
                    "nature-reserve",
                    reserve.at().x + " " + reserve.at().y,
                    reserve.name(),
                    "its point lies in no county polygon"))
        .toList();
  }

  private static boolean holds(Geometry area, Coordinate at) {
    return SimplePointInAreaLocator.locate(at, area) != Location.EXTERIOR;
  }
}
