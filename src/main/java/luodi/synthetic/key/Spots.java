package luodi.synthetic.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import luodi.atlas.Zone;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Places spots and reads what lies there. */
final class Spots {
  private static final double NEAREST_M = 0.5;
  private static final double FURTHEST_M = 50;
  private static final double OUTSIDE = 0.1;
  private static final double MARGIN_M = 20_000;
  private static final double NEAR_M = 5_000;
  private static final List<String> NEAR_LAYERS =
      List.of("lake-control", "residential", "river-reach", "river-shoreline");

  private final Reference reference;
  private final Edges edges;
  private final List<Known.Piece> counties;

  Spots(Known known, Reference reference, Edges edges) {
    this.reference = reference;
    this.edges = edges;
    this.counties = known.counties();
  }

  /** The spot of that number: even ones near an edge, odd ones anywhere. */
  Spot draw(int number, Dice dice) {
    while (true) {
      Optional<Spot> spot =
          number % 2 == 0 ? beside(edges.draw(dice), number, dice) : anywhere(number, dice);
      if (spot.isPresent()) {
        return spot.get();
      }
    }
  }

  private Optional<Spot> beside(Edges.Place place, int number, Dice dice) {
    double offset = dice.logBetween(NEAREST_M, FURTHEST_M) * (dice.hits(0.5) ? 1 : -1);
    Coordinate at = place.plane().degrees(place.east() * offset, place.north() * offset);
    return read(number, at, new Made(true, place.layer(), place.zone(), Math.abs(offset)));
  }

  private Optional<Spot> anywhere(int number, Dice dice) {
    Known.Piece county = counties.get(dice.below(counties.size()));
    Envelope window = county.shape().getEnvelopeInternal();
    if (dice.hits(OUTSIDE)) {
      window = Plane.around(window).grown(window, MARGIN_M);
    }
    Plane corner = Plane.at(window.getMinX(), window.getMinY());
    Coordinate at =
        corner.degrees(
            dice.unit() * window.getWidth() * corner.metresPerLon(),
            dice.unit() * window.getHeight() * corner.metresPerLat());
    return read(number, at, Made.ANYWHERE);
  }

  /** The spot with its letters; none when it lies on an edge. */
  private Optional<Spot> read(int number, Coordinate at, Made made) {
    long x = GridShape.cells(at.x);
    long y = GridShape.cells(at.y);
    Optional<Boolean> ground = inAny(reference.counties(new Envelope(at)), x, y);
    if (ground.isEmpty()) {
      return Optional.empty();
    }
    List<Spot.Reading> layers = new ArrayList<>();
    for (String layer : reference.layers()) {
      Optional<Boolean> gap = inAny(reference.gaps(layer), x, y);
      Optional<List<Zone>> zones = zones(layer, at, x, y);
      if (gap.isEmpty() || zones.isEmpty()) {
        return Optional.empty();
      }
      layers.add(new Spot.Reading(layer, ground.get() && !gap.get(), zones.get()));
    }
    String id = String.format(Locale.ROOT, "S%05d", number);
    return Optional.of(new Spot(id, at.x, at.y, made, layers, near(at)));
  }

  private static Optional<Boolean> inAny(Iterable<GridShape> shapes, long x, long y) {
    boolean in = false;
    for (GridShape shape : shapes) {
      switch (shape.side(x, y)) {
        case INSIDE -> in = true;
        case OUTSIDE -> {}
        case EDGE -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(in);
  }

  /** The zones that contain the spot; none when it lies on the edge of one. */
  private Optional<List<Zone>> zones(String layer, Coordinate at, long x, long y) {
    List<Zone> zones = new ArrayList<>();
    for (Reference.ZoneShape candidate : reference.zones(layer, new Envelope(at))) {
      GridShape.Side side = candidate.shape().side(x, y);
      if (side == GridShape.Side.EDGE) {
        return Optional.empty();
      }
      if (side == GridShape.Side.INSIDE && candidate.shape().isArea()) {
        zones.add(candidate.zone());
      }
    }
    return Optional.of(zones);
  }

  private List<Spot.Near> near(Coordinate at) {
    Envelope window = Plane.at(at.x, at.y).grown(new Envelope(at), NEAR_M * 1.01);
    List<Spot.Near> near = new ArrayList<>();
    for (String layer : NEAR_LAYERS) {
      if (reference.layers().contains(layer)) {
        for (Reference.ZoneShape candidate : reference.zones(layer, window)) {
          double distance = Nearest.distanceM(at, candidate.shape());
          if (distance <= NEAR_M) {
            near.add(new Spot.Near(layer, candidate.zone().id(), distance));
          }
        }
      }
    }
    return near;
  }
}
