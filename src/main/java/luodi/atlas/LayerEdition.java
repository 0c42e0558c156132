package luodi.atlas;

import java.util.List;

/**
 * One immutable publication of one layer: its manifest and its zones, in the order of their ids.
 */
public record LayerEdition(Layer layer, List<Zone> zones) {
  public LayerEdition {
    zones = List.copyOf(zones);
  }
}
