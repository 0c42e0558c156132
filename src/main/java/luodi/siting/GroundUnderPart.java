package luodi.siting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import luodi.atlas.County;
import luodi.fabric.Face;
import luodi.fabric.Overlay;
import luodi.fabric.Under;
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
    List<Face> faces = List.of(Face.declared(Signature.of(Set.of()), Optional.of(county)));
    return over(kind, nowhere, Overlay.declared(faces), declared, reading);
  }

  private static GroundUnderPart over(
      Part.Kind kind, Geometry shape, Overlay measured, DeclaredGround declared, Reading reading) {
    DeclaredGround own = declared.of(kind);
    List<Face> faces = own.over(measured.faces(), reading.asks());
    Survey survey = new Survey(reading, shape, measured, own);
    return new GroundUnderPart(kind, shape, faces, survey, reading.rulebook());
  }

  /** The same part, as far as it lies on one of its faces. */
  GroundUnderPart on(Face face) {
    return new GroundUnderPart(kind, shape, List.of(face), survey, rulebook);
  }

  /** What each rule that speaks of such a part says of it. */
  List<Judgement.Entry> judgedBy(Judge judge) {
    return Hearing.of(this, judge).entries();
  }

  boolean isMeantBy(Rule rule) {
    return rule.part().equals("any") || rule.part().equals(kind.word());
  }

  /**
   * The worst that a rule says of the faces, of those that together are deeper than the tolerance.
   *
   * @param judge of such a part
   * @param read is told each fact that is looked at, known or not
   */
  Finding worst(Rule rule, Judge judge, Consumer<String> read) {
    if (!judge.mayApply(rule)) {
      return Finding.NOT_APPLICABLE;
    }
    Map<Face, Finding> findings = new HashMap<>();
    SiteMeasures measures = measures(rule, judge.project());
    for (Face face : faces) {
      findings.put(
          face,
          judge.find(rule, face.signature(), face.county().map(County::codes), measures, read));
    }
    List<Face> worstFirst = new ArrayList<>(faces);
    worstFirst.sort((a, b) -> Finding.WEIGHTIEST_FIRST.compare(findings.get(a), findings.get(b)));
    for (int i = 0; i < worstFirst.size() - 1; i++) {
      Finding finding = findings.get(worstFirst.get(i));
      boolean nextIsAsBad =
          Finding.WEIGHTIEST_FIRST.compare(finding, findings.get(worstFirst.get(i + 1))) == 0;
      if (!nextIsAsBad && deepEnough(rule, worstFirst.subList(0, i + 1))) {
        return finding;
      }
    }
    return findings.get(worstFirst.get(worstFirst.size() - 1));
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

  private SiteMeasures measures(Rule rule, Project project) {
    if (rule.readsApprovedPlot()) {
      return new SiteMeasures(OptionalDouble.empty(), ApprovedPlot.overlaps(shape, project));
    }
    return rule.readsDistance()
        ? new SiteMeasures(survey.distanceM(rule), Optional.empty())
        : SiteMeasures.NONE;
  }
}
