package luodi.rule;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.ground.Ask;

/** All that rules want to read of the ground: every layer, attribute and distance they name. */
final class Asking {
  private Asking() {}

  /**
   * What some rules ask of each layer.
   *
   * @param protectiveDistanceM the project's own protective distance, where it told one
   */
  static List<Ask> by(List<Rule> rules, OptionalDouble protectiveDistanceM) {
    SortedMap<String, Ask> asks = new TreeMap<>();
    asks.put(
        ListRef.ACCESS_LISTS_LAYER,
        Ask.nothingOf(ListRef.ACCESS_LISTS_LAYER).andZones(new TreeSet<>(Set.of("items"))));
    for (Rule rule : rules) {
      rule.where().meaning().atoms(atom -> gather(atom, asks, protectiveDistanceM));
      rule.before().stream()
          .flatMap(before -> before.where().stream())
          .forEach(where -> where.meaning().atoms(atom -> gather(atom, asks, protectiveDistanceM)));
    }
    return List.copyOf(asks.values());
  }

  private static void gather(
      Where atom, SortedMap<String, Ask> asks, OptionalDouble protectiveDistanceM) {
    if (atom instanceof Where.On on) {
      asks.compute(
          on.ref().layer(), (layer, ask) -> asked(layer, ask).andZones(on.ref().attributes()));
    } else if (atom instanceof Where.Within within) {
      double metres =
          within.distanceM().orElse(protectiveDistanceM.orElse(Where.Within.SCREENING_M));
      asks.compute(
          within.ref().layer(),
          (layer, ask) -> asked(layer, ask).andWithin(metres, within.ref().attributes()));
    }
  }

  private static Ask asked(String layer, Ask before) {
    return before == null ? Ask.nothingOf(layer) : before;
  }
}
