package luodi.rule;

import java.util.Set;

/**
 * The layers and lists that a deployment vouches to check: what is missing inside counts as
 * unknown, what lies outside is a caveat.
 */
public record Profile(String name, Set<String> layers) {
  public Profile {
    layers = Set.copyOf(layers);
  }

  boolean vouchesFor(String layer) {
    return layers.contains(layer);
  }
}
