package luodi.fabric;

import java.util.List;
import java.util.Optional;
import luodi.atlas.County;
import luodi.ground.Signature;
import org.locationtech.jts.geom.Geometry;

/** Ground under one part over which the same letters lie, in one county. */
public final class Face {
  private final Signature signature;
  private final Optional<County> county;
  private final Drawing drawing;

  Face(Signature signature, Optional<County> county, Drawing drawing) {
    this.signature = signature;
    this.county = county;
    this.drawing = drawing;
  }

  /** Ground that nobody measured, in a county. */
  public static Face declared(Signature signature, Optional<County> county) {
    return new Face(signature, county, new Drawing(0));
  }

  public Signature signature() {
    return signature;
  }

  /** The county that it lies in; empty where no county polygon lies. */
  public Optional<County> county() {
    return county;
  }

  /** The same ground under other letters. */
  public Face under(Signature other) {
    return new Face(other, county, drawing);
  }

  /** The area in m²; 0 for spots and lines. */
  public double areaM2() {
    return drawing.areaM2();
  }

  /** The ground in degrees, on the 1e-7° grid; of the part's own dimension. */
  public Geometry shape() {
    return drawing.shape();
  }

  /** All faces' ground as one, degrees. */
  public static Geometry together(List<Face> faces) {
    return Drawing.together(faces.stream().map(face -> face.drawing).toList());
  }

  /**
   * True when something of the faces together remains after erosion by a depth in metres. Lines
   * count by length, spots always.
   */
  public static boolean deeper(List<Face> faces, double depthM) {
    return Drawing.deeper(faces.stream().map(face -> face.drawing).toList(), depthM);
  }
}
