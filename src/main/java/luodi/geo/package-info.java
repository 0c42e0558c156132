/**
 * Shapes on the ellipsoid: CRS, the 1e-7° grid, overlay, authalic area, geodesic distance, the
 * local metric frame, GeoJSON. The only package that shows JTS and PROJ4J their manners. It knows
 * no layer and no law. All shapes are EPSG:4490 (CGCS2000) degrees, longitude first, unless a
 * method says otherwise.
 */
package luodi.geo;
