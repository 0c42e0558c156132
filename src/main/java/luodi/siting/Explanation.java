package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import luodi.atlas.County;
import luodi.fabric.Face;
import luodi.fabric.Under;
import luodi.geo.Grid;
import luodi.ground.Letter;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * Every rule in force at a spot, with the letters that it reads there.
 *
 * @param letters all letters over the spot, in order
 */
public record Explanation(List<Letter> letters, List<RuleHere> rules) {

  /** A rule that speaks of this ground; uncertain where a layer is missing. */
  public record RuleHere(Rule rule, List<Letter> letters, boolean certain) {}

  /** What lies at a position in degrees on a day; empty lists where no layer knows anything. */
  public static Explanation at(Coordinate position, Screener screener, LocalDate day) {
    Point spot = Grid.SHAPES.createPoint(position);
    Face face = Under.of(spot, screener.regions()).faces().get(0);
    Rulebook rulebook = screener.rulebook();
    List<RuleHere> here = new ArrayList<>();
    for (Rule rule : rulebook.rules()) {
      if (rule.inForce().holds(day)) {
        var truth =
            rulebook.groundOf(
                rule, face.signature(), face.county().map(County::codes), day, screener.profile());
        if (!truth.no()) {
          here.add(new RuleHere(rule, lettersOf(rule, face), truth.yes()));
        }
      }
    }
    List<Letter> letters =
        face.signature().letters().stream().filter(letter -> letter.days().holds(day)).toList();
    return new Explanation(letters, here);
  }

  private static List<Letter> lettersOf(Rule rule, Face face) {
    TreeSet<Letter> read = new TreeSet<>();
    rule.where()
        .meaning()
        .atoms(
            atom -> atom.ground().ifPresent(ref -> read.addAll(face.signature().of(ref.layer()))));
    return List.copyOf(read);
  }
}
