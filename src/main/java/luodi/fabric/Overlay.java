package luodi.fabric;

import java.util.List;
import java.util.Map;
import luodi.atlas.Zone;

/** What lies under one part: its faces, and how much of it each zone covers. */
public final class Overlay {
  private final List<Face> faces;
  private final Map<Zone, Drawing> zones;

  Overlay(List<Face> faces, Map<Zone, Drawing> zones) {
    this.faces = List.copyOf(faces);
    this.zones = zones;
  }

  /** Nothing measured, but these faces. */
  public static Overlay declared(List<Face> faces) {
    return new Overlay(faces, Map.of());
  }

  /** The part cut by letters and counties. */
  public List<Face> faces() {
    return faces;
  }

  /**
   * The part's ground in a zone of a layer whose zones the law reads, m²; 0 for spots and lines.
   */
  public double sharedM2(Zone zone) {
    Drawing shared = zones.get(zone);
    return shared == null ? 0 : shared.areaM2();
  }

  /**
   * True when something of the part in a zone remains after erosion by a depth in metres. Lines
   * count by length, spots always.
   */
  public boolean reachesInto(Zone zone, double depthM) {
    Drawing shared = zones.get(zone);
    return shared != null && Drawing.deeper(List.of(shared), depthM);
  }
}
