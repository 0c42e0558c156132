package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import luodi.fabric.Patchwork;
import luodi.fabric.Patchwork.Patch;
import luodi.rule.Verdict;
import org.locationtech.jts.geom.Geometry;

/** A project's verdicts as polygons: patches of ground that say the same become one. */
final class VerdictShapes {
  private static final String SITE_DEPENDENT = "SITE_DEPENDENT";

  private final VerdictMap map;
  private final Coloured coloured;

  VerdictShapes(VerdictMap map, Coloured coloured) {
    this.map = map;
    this.coloured = coloured;
  }

  /**
   * Ground that says the same.
   *
   * @param rules the rules that the verdict rests on; none where shapes are told apart by verdict
   *     alone
   * @param shape on the plane of its patches
   */
  record Shape(String verdict, List<String> rules, Geometry shape) {}

  /** One shape for each verdict, the worst first. */
  List<Shape> byVerdict(List<Patch> patches, IntPredicate wanted) {
    return dissolved(patches, wanted, word -> List.of());
  }

  /** One shape for each verdict with the rules that it rests on. */
  List<Shape> byRules(List<Patch> patches) {
    return dissolved(patches, word -> true, this::rules);
  }

  private List<Shape> dissolved(
      List<Patch> patches, IntPredicate wanted, IntFunction<List<String>> rules) {
    Map<String, List<Patch>> groups = new TreeMap<>();
    Map<String, Shape> labels = new TreeMap<>();
    Map<Integer, String> keys = new TreeMap<>();
    for (Patch patch : patches) {
      if (map.countyOf(patch.word()) < 0 || !wanted.test(patch.word())) {
        continue;
      }
      String key =
          keys.computeIfAbsent(
              patch.word(),
              word -> {
                Shape label = new Shape(verdict(word), rules.apply(word), patch.shape());
                String name = rank(word) + " " + label.rules();
                labels.putIfAbsent(name, label);
                return name;
              });
      groups.computeIfAbsent(key, added -> new ArrayList<>()).add(patch);
    }
    return groups.entrySet().parallelStream()
        .map(
            group -> {
              Shape label = labels.get(group.getKey());
              return new Shape(label.verdict(), label.rules(), Patchwork.joined(group.getValue()));
            })
        .toList();
  }

  private String verdict(int word) {
    return coloured.verdict(word).map(Verdict::name).orElse(SITE_DEPENDENT);
  }

  /** The worst first; what only the site can tell comes last. */
  private int rank(int word) {
    return coloured.verdict(word).map(verdict -> 3 - verdict.ordinal()).orElse(4);
  }

  private List<String> rules(int word) {
    Optional<Verdict> verdict = coloured.verdict(word);
    List<String> rules = new ArrayList<>();
    coloured.prohibitingEverywhere().forEach(rule -> rules.add(rule.id()));
    for (int rule = 0; rule < coloured.rules().size(); rule++) {
      if (Colour.binds(coloured.colour(rule, word), verdict)) {
        rules.add(coloured.rules().get(rule).id());
      }
    }
    return rules;
  }
}
