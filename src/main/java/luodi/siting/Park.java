package luodi.siting;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.fabric.Face;

/**
 * An industrial park with all that was read of its ground. Safe for many threads.
 *
 * @param around what lies around it
 * @param words which word of {@link ParkGround} lies on each of its faces
 * @param depths which of its faces together are deeper than a tolerance, measured once
 */
record Park(
    Zone zone,
    GroundUnderPart under,
    Vicinity around,
    Optional<County> county,
    double areaHa,
    int[] words,
    Map<Depth, Boolean> depths) {

  /** Some faces and a tolerance in metres. */
  record Depth(BitSet faces, double toleranceM) {}

  static Park of(
      Zone zone,
      GroundUnderPart under,
      Vicinity around,
      Optional<County> county,
      double areaHa,
      int[] words) {
    return new Park(zone, under, around, county, areaHa, words, new ConcurrentHashMap<>());
  }

  String id() {
    return zone.id();
  }

  /** Whether these faces together are deeper than a tolerance. */
  boolean deeper(BitSet faces, double toleranceM) {
    return depths.computeIfAbsent(
        new Depth(faces, toleranceM),
        depth -> {
          List<Face> caught = depth.faces().stream().mapToObj(under.faces()::get).toList();
          return Face.deeper(caught, depth.toleranceM());
        });
  }
}
