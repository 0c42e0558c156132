package luodi.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import luodi.fabric.Face;
import luodi.geo.Authalic;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Project;
import luodi.rule.Value;
import luodi.rule.Verdict;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * For a project whose plot lies on prohibited ground in part only: the largest connected piece of
 * the plot that is not prohibited, judged anew.
 */
final class Trimming {
  /** How far a piece stays away from drawn bands, which may be a metre or 0.1 % off. */
  private static final double[] AWAY_M = {0, 1, 6};

  private static final double LEAST_M2 = 1;
  private static final double M2_PER_HA = 10_000;

  private final Screener screener;

  Trimming(Screener screener) {
    this.screener = screener;
  }

  /**
   * Empty when the plot need not be trimmed, or when trimming does not help.
   *
   * @param hearings of each part of the ground
   */
  Optional<Screening.Trim> of(Screener.Judged judged, List<Hearing> hearings) {
    List<GroundUnderPart> ground = judged.ground();
    int[] plots =
        IntStream.range(0, ground.size())
            .filter(i -> ground.get(i).kind() == Part.Kind.PLOT)
            .filter(i -> ground.get(i).shape().getDimension() == 2)
            .toArray();
    if (judged.judgement().placeVerdict() != Verdict.PROHIBITED || plots.length != 1) {
      return Optional.empty();
    }
    List<Face> faces = ground.get(plots[0]).faces();
    Hearing hearing = hearings.get(plots[0]);
    List<Face> allowed =
        IntStream.range(0, faces.size())
            .filter(face -> isAllowed(Judgement.of(hearing.entries(face))))
            .mapToObj(faces::get)
            .toList();
    if (allowed.isEmpty() || allowed.size() == faces.size()) {
      return Optional.empty();
    }
    Geometry whole = Face.together(allowed);
    for (double metres : AWAY_M) {
      Optional<Screening.Trim> trim =
          largest(eroded(whole, metres)).flatMap(piece -> judged(piece, plots[0], judged));
      if (trim.isPresent()) {
        return trim;
      }
    }
    return Optional.empty();
  }

  /** The trim to a piece; empty when the project is prohibited even there. */
  private Optional<Screening.Trim> judged(Polygon piece, int plot, Screener.Judged judged) {
    Judge judge = judged.standing().judge();
    List<GroundUnderPart> ground = new ArrayList<>(judged.ground());
    Part part = new Part(Part.Kind.PLOT, piece);
    DeclaredGround declared = new DeclaredGround(judged.standing().proposal().declared());
    ground.set(plot, screener.survey(List.of(part), declared, judge.project()).get(0));
    Judgement judgement = screener.judge(judge, ground);
    if (!isAllowed(judgement)) {
      return Optional.empty();
    }
    return Optional.of(
        new Screening.Trim(
            GeoJson.write(piece),
            Rounded.toCentiares(Authalic.areaM2(piece)),
            neededM2(judge.project()),
            judgement.verdict()));
  }

  private static boolean isAllowed(Judgement judgement) {
    return judgement.placeVerdict() != Verdict.PROHIBITED;
  }

  private static Geometry eroded(Geometry shape, double metres) {
    if (metres == 0) {
      return shape;
    }
    LocalFrame frame = LocalFrame.around(shape);
    Geometry rounded = Grid.snap(frame.toDegrees(frame.toMetres(shape).buffer(-metres)));
    return Grid.union(List.of(rounded)); // rounding may have made it touch itself
  }

  private static Optional<Polygon> largest(Geometry shape) {
    return IntStream.range(0, shape.getNumGeometries())
        .mapToObj(shape::getGeometryN)
        .filter(piece -> piece instanceof Polygon && piece.isValid())
        .filter(piece -> Authalic.areaM2(piece) >= LEAST_M2)
        .map(Polygon.class::cast)
        .max(Comparator.comparingDouble(Authalic::areaM2));
  }

  private static Optional<Double> neededM2(Project project) {
    return Optional.ofNullable(project.facts().get("need_area_ha"))
        .map(Project.Fact::value)
        .filter(Value.Amount.class::isInstance)
        .map(value -> ((Value.Amount) value).plain() * M2_PER_HA);
  }
}
