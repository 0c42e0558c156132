package luodi.synthetic;

/**
 * A real row that has no synthetic shape.
 *
 * @param layer the layer it would have stood in
 * @param id the row's own code
 * @param reason in plain words
 */
public record LeftOut(String layer, String id, String name, String reason)
    implements Comparable<LeftOut> {
  @Override
  public int compareTo(LeftOut other) {
    int byLayer = layer.compareTo(other.layer);
    int byId = id.compareTo(other.id);
    return byLayer != 0 ? byLayer : byId != 0 ? byId : name.compareTo(other.name);
  }
}
