/**
 * The embedded store: one GeoPackage file that QGIS and GDAL open as it is. The only package that
 * speaks SQLite.
 *
 * @see <a href="https://www.geopackage.org/spec131/">OGC GeoPackage 1.3.1</a>
 */
package luodi.gpkg;
