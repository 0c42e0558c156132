package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.atlas.County;
import luodi.fabric.Fabric;
import luodi.fabric.Patchwork;
import luodi.fabric.Patchwork.Patch;
import luodi.fabric.Word;
import luodi.geo.Authalic;
import luodi.rule.Profile;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.rule.Truth;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground that a rule speaks of, whatever the project: the region that its {@code where}
 * denotes.
 *
 * @param standsThen false when neither the rule nor a forerunner bound on the day
 * @param areas ground that is meant, then ground of which that is not known
 */
public record RuleGround(Rule rule, boolean standsThen, List<Area> areas, List<String> warnings) {
  /**
   * Ground that is told apart by what is known of it.
   *
   * @param lacks the layers, attributes or facts that would settle it; empty where it is meant
   * @param areaM2 to a tenth of a square metre
   * @param shape degrees, on the 1e-7° grid
   */
  public record Area(SortedSet<String> lacks, double areaM2, Geometry shape) {
    /** {@code yes} or {@code unknown}. */
    public String holds() {
      return lacks.isEmpty() ? "yes" : "unknown";
    }
  }

  static List<Area> areas(
      Rule rule,
      List<Patch> patches,
      Fabric fabric,
      Rulebook rulebook,
      Profile profile,
      LocalDate day) {
    Map<Integer, Truth> truths = new HashMap<>(); // by word
    Map<String, SortedSet<String>> lacks = new TreeMap<>(); // by its own text
    Map<String, List<Patch>> grounds = new TreeMap<>();
    for (Patch patch : patches) {
      Truth meant =
          truths.computeIfAbsent(
              patch.word(),
              number -> {
                Word word = fabric.words().get(number);
                return rulebook.groundOf(
                    rule, word.signature(), word.county().map(County::codes), day, profile);
              });
      if (!meant.no()) {
        SortedSet<String> missing = new TreeSet<>(meant.data());
        missing.addAll(meant.facts());
        lacks.put(missing.toString(), missing);
        grounds.computeIfAbsent(missing.toString(), added -> new ArrayList<>()).add(patch);
      }
    }
    List<Area> areas = new ArrayList<>();
    lacks.values().stream()
        .sorted(java.util.Comparator.comparing(missing -> !missing.isEmpty()))
        .forEach(missing -> areas.add(area(missing, grounds.get(missing.toString()))));
    return areas;
  }

  private static Area area(SortedSet<String> lacks, List<Patch> patches) {
    Geometry degrees = Patchwork.degrees(Patchwork.joined(patches), Patchwork.CELLS);
    return new Area(lacks, Rounded.toCentiares(Authalic.areaM2(degrees)), degrees);
  }
}
