package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import luodi.atlas.County;
import luodi.fabric.Face;
import luodi.fabric.Overlay;
import luodi.fabric.Under;
import luodi.fault.Fault;
import luodi.geo.Grid;
import luodi.ground.Signature;
import luodi.rule.Finding;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Project;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.rule.SiteMeasures;
import luodi.rule.Where;
import org.locationtech.jts.geom.Geometry;

/**
 * One part of a project with the faces under it.
 *
 * @param shape degrees; empty when the ground is only declared
 * @param survey measures what reasons show
 */
record GroundUnderPart(
    Part.Kind kind, Geometry shape, List<Face> faces, Survey survey, Rulebook rulebook) {

  /** Reads all ground under a part; what was declared goes before what was measured. */
  static GroundUnderPart of(Part part, DeclaredGround declared, Reading reading) {
    Overlay overlay = Under.of(part.shape(), reading.regions());
    return over(part.kind(), part.shape(), overlay, declared, reading);
  }

  /** Ground that is only declared, in a county. */
  static GroundUnderPart declared(
      Part.Kind kind, County county, DeclaredGround declared, Reading reading) {
    Geometry nowhere = Grid.SHAPES.createPoint();
    List<Face> faces = List.of(Face.declared(Signature.NOTHING, Optional.of(county)));
    return over(kind, nowhere, Overlay.declared(faces), declared, reading);
  }

  /** {@code OUTSIDE_COVERAGE} when no county polygon lies under any part. */
  static void mustLieSomewhere(List<GroundUnderPart> ground) {
    boolean nowhere =
        ground.stream()
            .flatMap(under -> under.faces().stream())
            .allMatch(face -> face.county().isEmpty());
    if (nowhere) {
      throw Fault.OUTSIDE_COVERAGE
          .because(
              "There is no geometry here: no county polygon of this server lies under the site. It may be sea, another country, or "
                  + "a part of China whose polygons are not loaded (Taiwan, some islands). Coastlines are generalised to about 3 km. "
                  + "Check the order longitude, latitude and the CRS, or move the site.")
          .at("/site");
    }
  }

  private static GroundUnderPart over(
      Part.Kind kind, Geometry shape, Overlay measured, DeclaredGround declared, Reading reading) {
    DeclaredGround own = declared.of(kind);
    List<Face> faces = own.over(measured.faces(), reading.asks());
    Survey survey = new Survey(reading, shape, measured, own);
    return new GroundUnderPart(kind, shape, faces, survey, reading.rulebook());
  }

  /** What each rule that speaks of such a part says of it. */
  List<Judgement.Entry> judgedBy(Judge judge) {
    return Hearing.of(this, judge).entries();
  }

  boolean isMeantBy(Rule rule) {
    return rule.part().equals("any") || rule.part().equals(kind.word());
  }

  /**
   * What a rule says of the faces.
   *
   * @param byFace in the order of the faces; empty when it says the same of all
   * @param worst of those that together are deeper than the tolerance
   */
  record Found(List<Finding> byFace, Finding worst) {
    private static final Found NOT_APPLICABLE = new Found(List.of(), Finding.NOT_APPLICABLE);

    Finding of(int face) {
      return byFace.isEmpty() ? worst : byFace.get(face);
    }
  }

  /**
   * What a rule says.
   *
   * @param judge of such a part
   * @param read is told each fact that is looked at, known or not
   */
  Found found(Rule rule, Judge judge, Consumer<String> read) {
    if (!judge.mayApply(rule)) {
      return Found.NOT_APPLICABLE;
    }
    List<Finding> byFace = new ArrayList<>(faces.size());
    SiteMeasures measures = measures(rule, judge.project(), read);
    for (Face face : faces) {
      byFace.add(
          judge.find(rule, face.signature(), face.county().map(County::codes), measures, read));
    }
    return new Found(byFace, worst(rule, byFace));
  }

  private Finding worst(Rule rule, List<Finding> byFace) {
    List<Integer> worstFirst = new ArrayList<>(byFace.size());
    for (int face = 0; face < byFace.size(); face++) {
      worstFirst.add(face);
    }
    worstFirst.sort((a, b) -> Finding.WEIGHTIEST_FIRST.compare(byFace.get(a), byFace.get(b)));
    for (int i = 0; i < worstFirst.size() - 1; i++) {
      Finding finding = byFace.get(worstFirst.get(i));
      Finding next = byFace.get(worstFirst.get(i + 1));
      if (Finding.WEIGHTIEST_FIRST.compare(finding, next) != 0
          && deepEnough(rule, worstFirst.subList(0, i + 1).stream().map(faces::get).toList())) {
        return finding;
      }
    }
    return byFace.get(worstFirst.get(worstFirst.size() - 1));
  }

  private boolean deepEnough(Rule rule, List<Face> caught) {
    return Face.deeper(caught, toleranceM(rule));
  }

  /** The least tolerance of the layers that the rule reads; distances are compared exactly. */
  double toleranceM(Rule rule) {
    double[] least = {Double.MAX_VALUE};
    rule.where()
        .meaning()
        .atoms(
            atom ->
                atom.ground()
                    .ifPresent(
                        ref ->
                            least[0] =
                                Math.min(
                                    least[0],
                                    atom instanceof Where.Within
                                        ? Grid.CELL_M
                                        : rulebook.words().sliverM(ref.layer()))));
    return least[0] == Double.MAX_VALUE ? 0.5 : least[0];
  }

  private SiteMeasures measures(Rule rule, Project project, Consumer<String> read) {
    if (rule.readsApprovedPlot()) {
      read.accept(ApprovedPlot.FACT);
      return new SiteMeasures(OptionalDouble.empty(), ApprovedPlot.overlaps(shape, project));
    }
    return rule.readsDistance()
        ? new SiteMeasures(survey.distanceM(rule), Optional.empty())
        : SiteMeasures.NONE;
  }
}
