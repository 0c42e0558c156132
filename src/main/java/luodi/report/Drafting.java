package luodi.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.ground.Evidence;
import luodi.ogc.Looks;
import luodi.siting.Part;
import luodi.siting.Proposal;
import luodi.siting.Screening;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Draws the {@link Sketch} of one screening. */
public final class Drafting {
  /** More zones make a map that nobody reads; the weightiest reasons come first. */
  private static final int MOST_ZONES = 30;

  /** A spot is shown with so much around it, metres. */
  private static final double LEAST_AROUND_M = 400;

  /** A site is shown with so much around it, as a share of its size. */
  private static final double AROUND = 0.75;

  /** Zones farther off than this do not shrink the site on the map. */
  private static final double FARTHEST_M = 20_000;

  private final Atlas atlas;
  private final List<Part> parts;
  private final Screening screening;
  private final Frame frame;
  private final Envelope window;

  private Drafting(Proposal proposal, Screening screening, Atlas atlas) {
    this.atlas = atlas;
    this.parts = proposal.parts();
    this.screening = screening;
    Geometry site =
        Grid.SHAPES
            .createGeometryCollection(parts.stream().map(Part::shape).toArray(Geometry[]::new))
            .getEnvelope();
    this.frame = frame(site);
    this.window = frame.windowAndEdge();
  }

  /** The sketch of a site; empty when the ground was declared without one. */
  public static Optional<Sketch> sketch(Proposal proposal, Screening screening, Atlas atlas) {
    return proposal.parts().isEmpty()
        ? Optional.empty()
        : Optional.of(new Drafting(proposal, screening, atlas).sketch());
  }

  /** A zone that a reason speaks of. */
  private record Seen(int number, String layer, Zone zone, Looks.Look look, boolean synthetic) {}

  private Sketch sketch() {
    List<Seen> seen = seen();
    List<Seen> told = seen.subList(0, Math.min(MOST_ZONES, seen.size()));
    Plate plate = new Plate(frame);
    counties(plate);
    Map<Integer, Geometry> clipped = new LinkedHashMap<>();
    told.forEach(one -> clipped.put(one.number(), clip(one.zone().shape())));
    told.stream()
        .sorted(Comparator.comparingInt(one -> -one.zone().shape().getDimension()))
        .forEach(one -> draw(one, clipped.get(one.number()), plate));
    spans(plate);
    parts.forEach(part -> plate.site(part.shape()));
    for (Seen one : told) {
      if (place(clipped.get(one.number())) == Sketch.Place.DRAWN) {
        plate.number(one.number(), clipped.get(one.number()), one.look().colour());
      }
    }
    return new Sketch(
        plate.drawing(),
        told.stream().map(one -> key(one, clipped.get(one.number()))).toList(),
        frame.scale(),
        frame.barM(),
        bounds(frame.window()),
        seen.size() - told.size());
  }

  private static double[] bounds(Envelope box) {
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  /** Each zone once, in the order of the reasons. */
  private List<Seen> seen() {
    Map<String, Seen> seen = new LinkedHashMap<>();
    for (Screening.Reason reason : screening.reasons()) {
      for (Evidence evidence : reason.evidence()) {
        zone(evidence)
            .ifPresent(
                zone ->
                    seen.computeIfAbsent(
                        evidence.layer() + "/" + zone.id(),
                        key -> seen(seen.size() + 1, evidence, zone)));
      }
    }
    return new ArrayList<>(seen.values());
  }

  private Optional<Zone> zone(Evidence evidence) {
    return evidence.declared()
        ? Optional.empty()
        : evidence.zone().flatMap(id -> atlas.zone(evidence.layer(), id));
  }

  private static Seen seen(int number, Evidence evidence, Zone zone) {
    return new Seen(
        number,
        evidence.layer(),
        zone,
        Looks.of(evidence.layer(), zone.attributes()),
        evidence.synthetic());
  }

  private Frame frame(Geometry site) {
    LocalFrame plane = LocalFrame.around(site);
    Envelope box = plane.toMetres(site).getEnvelopeInternal();
    double eastM = box.getWidth() * (0.5 + AROUND);
    double northM = box.getHeight() * (0.5 + AROUND);
    for (Screening.Reason reason : screening.reasons()) {
      for (Evidence evidence : reason.evidence()) {
        if (decides(evidence)) {
          double[] to = evidence.to().get();
          Geometry there = plane.toMetres(Grid.SHAPES.createPoint(new Coordinate(to[0], to[1])));
          eastM = Math.max(eastM, Math.abs(there.getCoordinate().x));
          northM = Math.max(northM, Math.abs(there.getCoordinate().y));
        }
      }
    }
    return Frame.seeing(plane, Math.max(eastM, LEAST_AROUND_M), Math.max(northM, LEAST_AROUND_M));
  }

  /** A distance within the law's own is part of the picture. */
  private static boolean decides(Evidence evidence) {
    return evidence.to().isPresent()
        && evidence.distanceM().isPresent()
        && evidence.distanceM().get() > 0
        && evidence.distanceM().get() <= evidence.thresholdM().orElse(0.0)
        && evidence.distanceM().get() <= FARTHEST_M;
  }

  private void counties(Plate plate) {
    for (Zone county : atlas.near("counties", window)) {
      plate.border(clip(county.shape().getBoundary()));
    }
  }

  private void draw(Seen one, Geometry clipped, Plate plate) {
    if (place(clipped) == Sketch.Place.DRAWN) {
      plate.zone(clipped, one.look(), one.synthetic());
    }
  }

  /** What was measured, from the site to the zone. */
  private void spans(Plate plate) {
    for (Screening.Reason reason : screening.reasons()) {
      for (Evidence evidence : reason.evidence()) {
        if (decides(evidence) && evidence.from().isPresent()) {
          plate.span(evidence.from().get(), evidence.to().get());
        }
      }
    }
  }

  private Geometry clip(Geometry shape) {
    return window.intersects(shape.getEnvelopeInternal())
        ? Grid.clip(shape, window)
        : Grid.SHAPES.createEmpty(shape.getDimension());
  }

  private Sketch.Place place(Geometry clipped) {
    if (clipped.isEmpty()) {
      return Sketch.Place.BEYOND;
    }
    boolean around = clipped.getDimension() == 2 && clipped.covers(Grid.SHAPES.toGeometry(window));
    return around ? Sketch.Place.AROUND : Sketch.Place.DRAWN;
  }

  private Sketch.Key key(Seen one, Geometry clipped) {
    return new Sketch.Key(
        one.number(),
        one.layer(),
        one.zone().id(),
        one.zone().name(),
        one.look().colour(),
        one.synthetic(),
        place(clipped));
  }
}
