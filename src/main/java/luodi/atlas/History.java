package luodi.atlas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import luodi.fault.Fault;

/**
 * All publications and withdrawals of a store, numbered from 1. An atlas edition is the state after
 * one of them; number 0 is the empty atlas.
 */
public record History(List<Act> acts) {

  /** What was done to an edition. */
  public enum Kind {
    PUBLISH,
    WITHDRAW
  }

  /** One publication or withdrawal. */
  public record Act(int number, String layer, String edition, Kind kind) {}

  /** Whether an edition was published, and still is. */
  enum Standing {
    NEVER,
    IN,
    OUT
  }

  public History {
    acts = List.copyOf(acts);
  }

  /** One publication after the other, and nothing before. */
  public static History ofPublishing(List<Layer> layers) {
    List<Act> acts = new ArrayList<>();
    for (Layer layer : layers) {
      acts.add(new Act(acts.size() + 1, layer.id(), layer.edition(), Kind.PUBLISH));
    }
    return new History(acts);
  }

  /** The number of the newest atlas edition; 0 before the first publication. */
  public int number() {
    return acts.isEmpty() ? 0 : acts.get(acts.size() - 1).number();
  }

  /** The current edition of each layer after the act of that number, by layer. */
  public SortedMap<String, String> at(int number) {
    Map<String, List<String>> published = new HashMap<>();
    for (Act act : acts) {
      if (act.number() <= number) {
        List<String> of = published.computeIfAbsent(act.layer(), layer -> new ArrayList<>());
        of.remove(act.edition());
        if (act.kind() == Kind.PUBLISH) {
          of.add(act.edition());
        }
      }
    }
    SortedMap<String, String> current = new TreeMap<>();
    published.forEach(
        (layer, editions) -> {
          if (!editions.isEmpty()) {
            current.put(layer, editions.get(editions.size() - 1));
          }
        });
    return current;
  }

  /** {@code CONFLICT} when something was published already: a history begins once. */
  public void mustNotHaveBegun() {
    if (!acts.isEmpty()) {
      throw Fault.CONFLICT.because(
          "This ground has %d publications and withdrawals already, so no other history can begin in it; take an empty data directory or database.",
          acts.size());
    }
  }

  Standing standing(String layer, String edition) {
    Standing standing = Standing.NEVER;
    for (Act act : acts) {
      if (act.layer().equals(layer) && act.edition().equals(edition)) {
        standing = act.kind() == Kind.PUBLISH ? Standing.IN : Standing.OUT;
      }
    }
    return standing;
  }
}
