package luodi.siting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import luodi.ground.Signature;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground under one part over which the same letters lie, in one county.
 *
 * @param shape degrees; of the part's own dimension
 * @param here codes of the county, prefecture and province; empty where no county polygon lies
 */
record Face(Geometry shape, Signature signature, Optional<Set<String>> here) {
  /** The face as the law sees it: faces that share it share their findings. */
  record Word(Signature signature, Optional<Set<String>> here) {}

  Word word() {
    return new Word(signature, here);
  }

  /** All faces' shapes as one. */
  static Geometry together(List<Face> faces) {
    return luodi.geo.Grid.union(faces.stream().map(Face::shape).toList());
  }
}
