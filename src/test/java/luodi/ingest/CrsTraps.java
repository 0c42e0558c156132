package luodi.ingest;

import static luodi.ingest.Trap.beside;
import static luodi.ingest.Trap.made;
import static luodi.ingest.Trap.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** What coordinates are in, declared or not. */
final class CrsTraps {
  private static final double LON = 114.3;
  private static final double LAT = 30.6;
  private static final String PLACE = "id,WKT\n1,\"POINT (114.3 30.6)\"\n";
  private static final double CENTIMETRE = 1.1e-7; // degrees, the grid's own rounding included

  static final List<Trap> ALL =
      List.of(
          trap(
              "an ESRI .prj of CGCS2000: degrees, 3° or 6° zones, with or without the zone before the easting",
              "is known by its datum, ellipsoid and projection; positions are those of PROJ",
              folder -> {
                for (int code : new int[] {4490, 4498, 4508, 4526, 4547}) {
                  Path own = Files.createDirectories(folder.resolve("epsg" + code));
                  Path shp =
                      made(own, PLACE, "a.shp", "-s_srs", "EPSG:4490", "-t_srs", "EPSG:" + code);
                  Ingestion done = Ingestion.of(shp);
                  String same = code == 4508 ? "EPSG:4546" : "EPSG:" + code; // of the same meridian
                  assertThat(done.report().path("crs").path("used").asText()).isEqualTo(same);
                  assertPlace(done);
                }
              }),
          trap(
              "WGS 84 or web Mercator",
              "is taken as CGCS2000, from which it differs by centimetres",
              folder -> {
                for (int code : new int[] {4326, 3857}) {
                  Path own = Files.createDirectories(folder.resolve("epsg" + code));
                  Path shp =
                      made(own, PLACE, "a.shp", "-s_srs", "EPSG:4326", "-t_srs", "EPSG:" + code);
                  assertPlace(Ingestion.of(shp));
                }
              }),
          trap(
              "no CRS at all",
              "is refused with where the numbers lie and what that looks like; never guessed",
              folder -> {
                Path shp =
                    made(folder, PLACE, "a.shp", "-s_srs", "EPSG:4490", "-t_srs", "EPSG:4526");
                Files.delete(beside(shp, ".prj"));
                Ingestion.of(shp)
                    .refused("does not say what CRS", "zone 38 before the easting: EPSG:4526");
                assertPlace(Ingestion.of(shp, "--crs", "EPSG:4526"));
                Path other = Files.createDirectories(folder.resolve("other"));
                Path without =
                    made(other, PLACE, "b.shp", "-s_srs", "EPSG:4490", "-t_srs", "EPSG:4547");
                Files.delete(beside(without, ".prj"));
                Ingestion.of(without)
                    .refused("without a zone number", "only the sender knows the central meridian");
              }),
          trap(
              "a CRS that the numbers contradict: metres for degrees, latitude first, a wrong zone",
              "is refused with what the numbers look like",
              folder -> {
                Path metres = write(folder.resolve("a.csv"), "id,x,y\n1,38528785.9,3386534.4\n");
                Ingestion.of(metres, "--crs", "EPSG:4490")
                    .refused("cannot be in EPSG:4490", "zone 38 before the easting");
                Path turned = write(folder.resolve("b.csv"), "id,x,y\n1,30.6,114.3\n");
                Ingestion.of(turned, "--crs", "EPSG:4490").refused("latitude first");
                Ingestion.of(metres, "--crs", "EPSG:4547").refused("cannot be in EPSG:4547");
              }),
          trap(
              "Beijing 1954 or Xian 1980",
              "is refused with the reason, also when something else is declared over it",
              folder -> {
                for (int code : new int[] {4214, 2414, 2435, 4610, 2362, 2383}) {
                  Path own = Files.createDirectories(folder.resolve("epsg" + code));
                  Path shp = made(own, PLACE, "a.shp");
                  write(beside(shp, ".prj"), luodi.Gdal.crs("wkt_esri", "EPSG:" + code));
                  Ingestion.of(shp).refused("needs local parameters");
                  Ingestion.of(shp, "--crs", "EPSG:4490").refused("needs local parameters");
                }
              }),
          trap(
              "Beijing 1954 or Xian 1980 with the surveyors' parameters (`--datum-shift`)",
              "is shifted by them, as PROJ does; the edition names them",
              folder -> {
                String parameters = "12.4,-155.1,-80.9,0.52,-1.31,2.2,-3.4";
                double[] there =
                    luodi.Gdal.transform(
                            "+proj=longlat +ellps=GRS80 +towgs84=0,0,0",
                            "+proj=longlat +ellps=krass +towgs84=" + parameters,
                            List.of(new double[] {LON, LAT}))
                        .get(0);
                Path file =
                    write(
                        folder.resolve("a.csv"),
                        String.format(
                            Locale.ROOT, "id,lon,lat\n1,%.10f,%.10f\n", there[0], there[1]));
                Ingestion done =
                    Ingestion.of(file, "--crs", "EPSG:4214", "--datum-shift", parameters);
                assertPlace(done);
                assertThat(done.edition().layer().crs())
                    .isEqualTo("EPSG:4214 shifted by " + parameters);
              }),
          trap(
              "GCJ-02 or BD-09 of web maps, declared by name",
              "is shifted back; no file says so of itself, so it goes before what the file says",
              folder -> {
                // A place of Wuhan as Amap and Baidu show it; by coordtransform, the published
                // formulas.
                Path amap =
                    made(folder, "id,WKT\n1,\"POINT (114.30556276 30.59767985)\"\n", "a.shp");
                Ingestion done = Ingestion.of(amap, "--crs", "GCJ-02");
                Coordinate at = done.zone().shape().getCoordinate();
                assertThat(at.x).isCloseTo(114.30, within(2e-4));
                assertThat(at.y).isCloseTo(30.60, within(2e-4));
                assertThat(done.edition().layer().crs()).isEqualTo("GCJ-02");
                assertThat(done.warnings()).contains("the file says EPSG:4490");
              }),
          trap(
              "a CRS of another country, a datum whose ellipsoid is another's, a text that cannot be read",
              "is refused with what was found",
              folder -> {
                Path shp = made(folder, PLACE, "a.shp");
                write(beside(shp, ".prj"), luodi.Gdal.crs("wkt_esri", "EPSG:4612"));
                Ingestion.of(shp).refused("D_JGD_2000");
                write(
                    beside(shp, ".prj"),
                    "GEOGCS[\"x\",DATUM[\"D_China_2000\",SPHEROID[\"Krasovsky_1940\",6378245,298.3]]]");
                Ingestion.of(shp).refused("does not belong to the ellipsoid");
                write(beside(shp, ".prj"), "GEOGCS[");
                Ingestion.of(shp).refused("cannot be read as Well-Known Text");
                assertPlace(Ingestion.of(shp, "--crs", "EPSG:4490"));
              }));

  private CrsTraps() {}

  private static Trap trap(String file, String outcome, Trap.Proof proof) {
    return new Trap("The CRS, in any format", file, outcome, proof);
  }

  private static void assertPlace(Ingestion done) throws IOException {
    Coordinate at = done.zone().shape().getCoordinate();
    assertThat(at.x).isCloseTo(LON, within(CENTIMETRE));
    assertThat(at.y).isCloseTo(LAT, within(CENTIMETRE));
  }
}
