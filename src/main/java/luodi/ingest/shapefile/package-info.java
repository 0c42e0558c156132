/**
 * Shapefiles as Chinese offices send them: {@code ShapefileFormat} joins the shapes of a {@code
 * .shp} with the rows of its {@code .dbf}. Every length and offset in a file is a claim that is
 * checked before it is believed.
 *
 * @see <a
 *     href="https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf">ESRI
 *     Shapefile Technical Description, July 1998</a>
 */
package luodi.ingest.shapefile;
