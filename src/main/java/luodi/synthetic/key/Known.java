package luodi.synthetic.key;

import java.util.List;
import luodi.atlas.LayerEdition;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * What the maker of the ground knows and the answer key is made of. The layers' declared coverage
 * is not used: it is told again from the counties and the gaps.
 *
 * @param layers with their zones
 * @param counties all ground that any layer covers, in pieces that do not overlap
 * @param gaps what a layer does not cover of it
 * @param seed for the choice of spots and plots
 */
public record Known(List<LayerEdition> layers, List<Piece> counties, List<Gap> gaps, long seed) {
  public Known {
    layers = List.copyOf(layers);
    counties = List.copyOf(counties);
    gaps = List.copyOf(gaps);
  }

  /** A county of a province. */
  public record Piece(String province, Geometry shape) {}

  /** A hole in one layer's coverage, inside one county. */
  public record Gap(String layer, Polygon shape) {}
}
