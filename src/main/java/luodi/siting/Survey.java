package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.fabric.Overlay;
import luodi.geo.Authalic;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import luodi.ground.Evidence;
import luodi.rule.LayerRef;
import luodi.rule.Regions;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.rule.Where;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Measures one part against the zones that a rule speaks of: areas of overlap, nearest distances,
 * membership.
 */
final class Survey {
  /** How far a nearest zone is looked for when the law names no distance, metres. */
  private static final double LOOK_M = 5000;

  private static final int MOST_ZONES = 5;

  private final Atlas atlas;
  private final Rulebook rulebook;
  private final Geometry part;
  private final DeclaredGround declared;
  private final LocalDate day;

  /** The zone nearest to the part, and how it was measured. */
  private record Near(Zone zone, Geodesic.Nearest between) {}

  private final Overlay overlay;
  private final Optional<Measured> measured; // empty for a part without a shape
  private final Set<String> here;

  Survey(Reading reading, Geometry part, Overlay overlay, DeclaredGround declared) {
    this.atlas = reading.atlas();
    this.rulebook = reading.rulebook();
    this.part = part;
    this.declared = declared;
    this.day = reading.day();
    this.overlay = overlay;
    this.measured = part.isEmpty() ? Optional.empty() : Optional.of(new Measured(atlas, part, day));
    this.here = new TreeSet<>();
    overlay.faces().forEach(face -> face.county().ifPresent(county -> here.addAll(county.codes())));
  }

  /** What was measured for each ground that the rule's {@code where} names. */
  List<Evidence> behind(Rule rule, OptionalDouble protectiveDistanceM) {
    List<Evidence> all = new ArrayList<>();
    rule.where().meaning().atoms(atom -> all.addAll(measure(atom, protectiveDistanceM)));
    return all;
  }

  /**
   * The distance to the nearest zone within which a rule's {@code within} finds the part, unrounded
   * metres; empty when it finds it within none.
   */
  OptionalDouble distanceM(Rule rule) {
    List<Double> within = new ArrayList<>();
    rule.where()
        .meaning()
        .atoms(
            atom -> {
              if (atom instanceof Where.Within near && near.distanceM().isPresent()) {
                double thresholdM = near.distanceM().getAsDouble();
                distanceM(near.ref(), thresholdM)
                    .filter(m -> m < thresholdM)
                    .ifPresent(within::add);
              }
            });
    return within.stream().mapToDouble(Double::doubleValue).min();
  }

  private Optional<Double> distanceM(LayerRef ref, double thresholdM) {
    if (declared.speaksOf(ref.layer())) {
      return declared.evidence(ref, Optional.of(thresholdM), rulebook.words(), day).stream()
          .flatMap(evidence -> evidence.distanceM().stream())
          .min(Comparator.naturalOrder());
    }
    return part.isEmpty()
        ? Optional.empty()
        : nearestZone(ref, thresholdM).map(near -> near.between().distanceM());
  }

  private List<Evidence> measure(Where atom, OptionalDouble protectiveDistanceM) {
    if (atom instanceof Where.Member member) {
      return memberships(member.ref());
    }
    Optional<LayerRef> ref = atom.ground();
    if (ref.isEmpty()) {
      return List.of();
    }
    Optional<Double> thresholdM =
        atom instanceof Where.Within within
            ? Optional.of(
                within.distanceM().orElse(protectiveDistanceM.orElse(Where.Within.SCREENING_M)))
            : Optional.empty();
    if (declared.speaksOf(ref.get().layer())) {
      return declared.evidence(ref.get(), thresholdM, rulebook.words(), day);
    }
    if (part.isEmpty()) {
      return List.of();
    }
    return thresholdM.isPresent()
        ? nearest(ref.get(), thresholdM).stream().toList()
        : overlaps(ref.get());
  }

  private List<Evidence> overlaps(LayerRef ref) {
    Optional<Layer> layer = atlas.layer(ref.layer());
    if (layer.isEmpty()) {
      return List.of();
    }
    double sliverM = rulebook.words().sliverM(ref.layer());
    List<Evidence> found = new ArrayList<>();
    for (Zone zone : meant(ref, 0)) {
      if (overlay.reachesInto(zone, sliverM)) {
        found.add(overlap(layer.get(), zone));
      }
    }
    found.sort(Comparator.comparing((Evidence evidence) -> -evidence.areaM2().orElse(0.0)));
    return found.isEmpty()
        ? nearest(ref, Optional.empty()).stream().toList()
        : found.subList(0, Math.min(MOST_ZONES, found.size()));
  }

  private Evidence overlap(Layer layer, Zone zone) {
    double areaM2 = overlay.sharedM2(zone);
    double whole = Authalic.areaM2(part);
    OptionalDouble flipM = Robustness.ofOverlap(part, zone.shape(), layer.accuracyM());
    return new Evidence(
        layer.id(),
        Optional.of(layer.edition()),
        Optional.of(zone.id()),
        Optional.of(zone.name()),
        "overlap",
        whole > 0 ? Optional.of(Rounded.toCentiares(areaM2)) : Optional.empty(),
        whole > 0 ? Optional.of(Rounded.toShare(areaM2 / whole)) : Optional.empty(),
        Optional.of(0.0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        coverage(layer),
        Optional.of(layer.accuracyM()),
        flipM.isEmpty(),
        boxed(flipM),
        layer.synthetic(),
        Optional.of(zone.source()),
        Optional.of(zone.confidence()),
        false);
  }

  /** The nearest zone that is meant; when none lies in reach, what is known of the layer. */
  private Optional<Evidence> nearest(LayerRef ref, Optional<Double> thresholdM) {
    Optional<Layer> layer = atlas.layer(ref.layer());
    if (layer.isEmpty()) {
      return Optional.empty();
    }
    Optional<Near> near = nearestZone(ref, thresholdM.orElse(0.0));
    return Optional.of(
        apart(
            layer.get(),
            near.map(Near::zone).orElse(null),
            near.map(Near::between).orElse(null),
            thresholdM));
  }

  private Optional<Near> nearestZone(LayerRef ref, double thresholdM) {
    double reachM = Math.max(LOOK_M, thresholdM * 2);
    Near nearest = null;
    for (Zone zone : meant(ref, reachM)) {
      double atMostM = nearest == null ? reachM : nearest.between().distanceM();
      Optional<Geodesic.Nearest> between = measured.orElseThrow().nearest(zone, atMostM);
      if (between.isPresent()
          && (nearest == null || between.get().distanceM() < nearest.between().distanceM())) {
        nearest = new Near(zone, between.get());
      }
    }
    return Optional.ofNullable(nearest);
  }

  private Evidence apart(
      Layer layer, Zone zone, Geodesic.Nearest between, Optional<Double> thresholdM) {
    Optional<Zone> found = Optional.ofNullable(zone);
    Optional<Geodesic.Nearest> how = Optional.ofNullable(between);
    OptionalDouble flipM =
        how.map(near -> Robustness.ofDistance(near.distanceM(), thresholdM, layer.accuracyM()))
            .orElse(OptionalDouble.empty());
    return new Evidence(
        layer.id(),
        Optional.of(layer.edition()),
        found.map(Zone::id),
        found.map(Zone::name),
        thresholdM.isPresent() ? "distance" : "outside",
        Optional.empty(),
        Optional.empty(),
        how.map(near -> Rounded.toDecimetres(near.distanceM())),
        thresholdM,
        how.map(near -> position(near.from())),
        how.map(near -> position(near.to())),
        coverage(layer),
        Optional.of(layer.accuracyM()),
        flipM.isEmpty(),
        boxed(flipM),
        layer.synthetic(),
        found.map(Zone::source).or(() -> Optional.of(layer.source())),
        found.map(Zone::confidence),
        false);
  }

  private List<Zone> meant(LayerRef ref, double withinM) {
    return measured.orElseThrow().near(ref.layer(), withinM).stream()
        .filter(zone -> ref.mayMean(zone.attributes(), rulebook.words(), day))
        .toList();
  }

  private List<Evidence> memberships(LayerRef ref) {
    return rulebook.regions().rowsFor(ref, here, day).stream()
        .limit(MOST_ZONES)
        .map(row -> member(ref, row))
        .toList();
  }

  private static Evidence member(LayerRef ref, Regions.Row row) {
    return new Evidence(
        Regions.tableName(ref),
        Optional.empty(),
        Optional.of(row.adcode()),
        Optional.of(row.name()),
        "member",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "full",
        Optional.empty(),
        true,
        Optional.empty(),
        false,
        Optional.of(row.source()),
        Optional.of(row.confidence()),
        false);
  }

  private String coverage(Layer layer) {
    return measured.orElseThrow().coverage(layer.id());
  }

  private static double[] position(Coordinate at) {
    return new double[] {Grid.snap(at.x), Grid.snap(at.y)};
  }

  private static Optional<Double> boxed(OptionalDouble metres) {
    return metres.isPresent()
        ? Optional.of(Rounded.toDecimetres(metres.getAsDouble()))
        : Optional.empty();
  }
}
