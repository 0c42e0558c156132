package luodi.synthetic.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Places convex plots and reads what lies there. A plot that something overlaps by a hair is drawn
 * again: what a hair means is for the rules to say, not for the key.
 */
final class Plots {
  private static final double LEAST_M2 = 1e4;
  private static final double MOST_M2 = 60e4;
  private static final double NEAR_M = 50;

  /** Less than this is the crack between two borders, and nothing. */
  private static final double CRACK_M2 = 0.01;

  /** Thinner overlaps are too near to any tolerance to be asked about, metres. */
  private static final double THINNEST_M = 3;

  private final Reference reference;
  private final Edges edges;
  private final List<Known.Piece> counties;

  Plots(Known known, Reference reference, Edges edges) {
    this.reference = reference;
    this.edges = edges;
    this.counties = known.counties();
  }

  /** The plot of that number: even ones near an edge, odd ones anywhere. */
  Plot draw(int number, Dice dice) {
    while (true) {
      Outline outline = Outline.draw(dice);
      Optional<Plot> plot =
          number % 2 == 0
              ? beside(edges.draw(dice), outline, number, dice)
              : anywhere(outline, number, dice);
      if (plot.isPresent()) {
        return plot.get();
      }
    }
  }

  /** Corners in metres around a middle, counter-clockwise, on an ellipse: so it is convex. */
  private record Outline(double[] x, double[] y) {
    static Outline draw(Dice dice) {
      int corners = dice.hits(0.5) ? 4 : 6;
      double radius = StrictMath.sqrt(dice.logBetween(LEAST_M2, MOST_M2) / (0.7 * Math.PI));
      double stretch = dice.between(0.7, 1.4);
      double turn = dice.between(0, 2 * Math.PI);
      double[] x = new double[corners];
      double[] y = new double[corners];
      for (int i = 0; i < corners; i++) {
        double angle = 2 * Math.PI * (i + dice.between(-0.2, 0.2)) / corners;
        double along = radius * stretch * StrictMath.cos(angle);
        double across = radius / stretch * StrictMath.sin(angle);
        x[i] = along * StrictMath.cos(turn) - across * StrictMath.sin(turn);
        y[i] = along * StrictMath.sin(turn) + across * StrictMath.cos(turn);
      }
      return new Outline(x, y);
    }

    /** How far it reaches in a direction of length one. */
    double reach(double east, double north) {
      double furthest = 0;
      for (int i = 0; i < x.length; i++) {
        furthest = Math.max(furthest, x[i] * east + y[i] * north);
      }
      return furthest;
    }
  }

  private Optional<Plot> beside(Edges.Place place, Outline outline, int number, Dice dice) {
    double side = dice.hits(0.5) ? 1 : -1;
    double gap = dice.between(-NEAR_M, NEAR_M);
    double away = outline.reach(-side * place.east(), -side * place.north()) + gap;
    Coordinate middle =
        place.plane().degrees(side * place.east() * away, side * place.north() * away);
    return read(number, outline, middle, new Made(true, place.layer(), place.zone(), gap));
  }

  private Optional<Plot> anywhere(Outline outline, int number, Dice dice) {
    Known.Piece county = counties.get(dice.below(counties.size()));
    Envelope window = county.shape().getEnvelopeInternal();
    Coordinate middle =
        new Coordinate(
            dice.between(window.getMinX(), window.getMaxX()),
            dice.between(window.getMinY(), window.getMaxY()));
    return read(number, outline, middle, Made.ANYWHERE);
  }

  private Optional<Plot> read(int number, Outline outline, Coordinate middle, Made made) {
    Plane plane = Plane.at(middle.x, middle.y);
    int corners = outline.x().length;
    long[] x = new long[corners];
    long[] y = new long[corners];
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      Coordinate corner = plane.degrees(outline.x()[i], outline.y()[i]);
      x[i] = GridShape.cells(corner.x);
      y[i] = GridShape.cells(corner.y);
      ring.add(corner);
    }
    ring.add(ring.get(0).copy());
    ConvexPlot plot = new ConvexPlot(x, y);
    double areaM2 = plot.areaM2();
    if (!plot.isConvex() || areaM2 < LEAST_M2 || areaM2 > MOST_M2) {
      return Optional.empty();
    }
    String id = String.format(Locale.ROOT, "P%04d", number);
    return readings(plot, envelope(ring)).map(of -> new Plot(id, ring, areaM2, made, of));
  }

  private static Envelope envelope(List<Coordinate> ring) {
    Envelope envelope = new Envelope();
    ring.forEach(envelope::expandToInclude);
    return envelope;
  }

  private Optional<List<Plot.Reading>> readings(ConvexPlot plot, Envelope window) {
    Optional<Double> ground = total(plot, reference.counties(window));
    List<Plot.Reading> readings = new ArrayList<>();
    for (String layer : reference.layers()) {
      Optional<Double> gap = total(plot, reference.gaps(layer));
      Optional<List<Plot.Overlap>> zones = zones(plot, layer, window);
      if (ground.isEmpty() || gap.isEmpty() || zones.isEmpty()) {
        return Optional.empty();
      }
      double covered = ground.get() - gap.get();
      readings.add(new Plot.Reading(layer, coverage(covered, plot.areaM2()), zones.get()));
    }
    return Optional.of(readings);
  }

  private static String coverage(double coveredM2, double areaM2) {
    if (coveredM2 < CRACK_M2) {
      return "none";
    }
    return coveredM2 > areaM2 - CRACK_M2 ? "full" : "partial";
  }

  /** The area of the plot under shapes that do not overlap; none when one does by a hair. */
  private static Optional<Double> total(ConvexPlot plot, Iterable<GridShape> shapes) {
    double sum = 0;
    for (GridShape shape : shapes) {
      ConvexPlot.Overlap overlap = plot.overlap(shape);
      if (isHair(overlap)) {
        return Optional.empty();
      }
      sum += overlap.areaM2();
    }
    return Optional.of(sum);
  }

  private Optional<List<Plot.Overlap>> zones(ConvexPlot plot, String layer, Envelope window) {
    List<Plot.Overlap> found = new ArrayList<>();
    for (Reference.ZoneShape candidate : reference.zones(layer, window)) {
      if (candidate.shape().isArea()) {
        ConvexPlot.Overlap overlap = plot.overlap(candidate.shape());
        if (isHair(overlap)) {
          return Optional.empty();
        }
        if (overlap.areaM2() > CRACK_M2) {
          found.add(new Plot.Overlap(candidate.zone(), overlap.areaM2(), 0));
        }
      } else {
        double length = plot.lengthM(candidate.shape());
        if (length > 0 && length < THINNEST_M) {
          return Optional.empty();
        }
        if (length > 0) {
          found.add(new Plot.Overlap(candidate.zone(), 0, length));
        }
      }
    }
    return Optional.of(found);
  }

  private static boolean isHair(ConvexPlot.Overlap overlap) {
    return overlap.areaM2() > CRACK_M2 && overlap.widthM() < THINNEST_M;
  }
}
