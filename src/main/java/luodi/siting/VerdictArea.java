package luodi.siting;

import luodi.fabric.Patchwork;
import luodi.geo.Authalic;
import org.locationtech.jts.geom.Geometry;

/**
 * All ground of a window on which the verdict is the same.
 *
 * @param verdict a verdict's name, or {@code SITE_DEPENDENT}
 * @param areaM2 to a tenth of a square metre
 * @param shape degrees, on the 1e-7° grid
 */
public record VerdictArea(String verdict, double areaM2, Geometry shape) {
  static VerdictArea of(VerdictShapes.Shape found, Patchwork.Plane plane) {
    Geometry degrees = Patchwork.degrees(found.shape(), plane);
    return new VerdictArea(found.verdict(), Rounded.toCentiares(Authalic.areaM2(degrees)), degrees);
  }
}
