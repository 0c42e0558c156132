package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.Gdal;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** CRSs as files carry them, written by GDAL in its dialects; positions by PROJ. */
class WktCrsTest {
  private static final List<String> DIALECTS = List.of("wkt_esri", "wkt1", "wkt2_2018");

  /**
   * 6° and 3° zones without number are the same where they share a meridian: then it is the 3° one.
   */
  @ParameterizedTest
  @CsvSource({
    "4490, 4490",
    "4326, 4326",
    "3857, 3857",
    "4491, 4491",
    "4501, 4501",
    "4502, 4534",
    "4512, 4554",
    "4513, 4513",
    "4526, 4526",
    "4533, 4533",
    "4534, 4534",
    "4547, 4547",
    "4554, 4554"
  })
  void a_crs_is_known_by_its_text_in_every_dialect(int code, int known) {
    for (String dialect : DIALECTS) {
      String text = Gdal.crs(dialect, "EPSG:" + code);
      assertThat(understood(text).name()).as(text).isEqualTo("EPSG:" + known);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+proj=tmerc +lat_0=0 +lon_0=113.5 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80",
        "+proj=tmerc +lat_0=0 +lon_0=114 +k=0.9996 +x_0=50000 +y_0=-3000000 +ellps=GRS80",
        "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +x_0=0 +y_0=0 +ellps=GRS80",
        "+proj=lcc +lat_0=36 +lon_0=105 +lat_1=30 +lat_2=62 +x_0=0 +y_0=0 +ellps=GRS80"
      })
  void a_projection_without_a_code_is_where_proj_has_it(String projection) {
    List<double[]> degrees =
        List.of(
            new double[] {113.2, 30.1},
            new double[] {114.9, 41.7},
            new double[] {112, 22.5},
            new double[] {122.5, 44});
    List<double[]> metres =
        Gdal.transform("+proj=longlat +ellps=GRS80", projection + " +units=m", degrees);

    for (String dialect : DIALECTS) {
      Crs crs = understood(onChina2000(Gdal.crs(dialect, projection + " +units=m")));
      for (int i = 0; i < degrees.size(); i++) {
        assertPlace(crs, metres.get(i), degrees.get(i), 1e-8);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4214, Beijing 1954",
    "EPSG:2435, Beijing 1954",
    "EPSG:21418, Beijing 1954",
    "EPSG:4610, Xian 1980",
    "EPSG:2362, Xian 1980",
    "EPSG:2384, Xian 1980"
  })
  void an_old_datum_is_refused_in_every_dialect_and_says_why(String code, String datum) {
    for (String dialect : DIALECTS) {
      assertThatThrownBy(() -> understood(Gdal.crs(dialect, code)))
          .isInstanceOfSatisfying(
              FaultException.class, told -> assertThat(told.fault()).isEqualTo(Fault.UNKNOWN_CRS))
          .hasMessageContaining(datum)
          .hasMessageContaining("local parameters");
    }
  }

  @Test
  void an_old_datum_is_shifted_by_the_parameters_of_its_surveyors() {
    String parameters = "12.4,-155.1,-80.9,0.52,-1.31,2.2,-3.4";
    List<double[]> metres =
        List.of(new double[] {38_512_345.6, 3_400_123.4}, new double[] {38_450_000, 4_100_000});
    String beijing54 =
        "+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +ellps=krass +units=m +towgs84=";
    List<double[]> degrees =
        Gdal.transform(beijing54 + parameters, "+proj=longlat +ellps=GRS80 +towgs84=0,0,0", metres);

    for (String named : List.of("EPSG:2414", Gdal.crs("wkt_esri", "EPSG:2414"))) {
      Crs crs = Crs.understood(named, Optional.of(DatumShift.parse(parameters)));
      for (int i = 0; i < metres.size(); i++) {
        assertPlace(crs, metres.get(i), degrees.get(i), 1e-8);
      }
      assertThat(crs.name()).endsWith(" shifted by " + parameters);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPSG:4612|the datum 'Japanese Geodetic Datum 2000' is not known here",
        "EPSG:3395|its projection 'mercatorvarianta' is not known here",
        "EPSG:4479|it counts in units of 1.0 and not in degrees",
        "EPSG:5773|is no CRS of the map"
      })
  void what_is_not_known_is_refused_with_what_was_found(String code, String found) {
    assertThatThrownBy(() -> understood(Gdal.crs("wkt2_2018", code)))
        .isInstanceOfSatisfying(
            FaultException.class, told -> assertThat(told.fault()).isEqualTo(Fault.UNKNOWN_CRS))
        .hasMessageContaining(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]|does not belong to the ellipsoid",
        "GEOGCS[\"x\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Paris\",2.337229166666667],UNIT[\"Degree\",0.0174532925199433]]|prime meridian",
        "GEOGCS[\"x\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],UNIT[\"Grad\",0.015707963267948967]]|units of",
        "GEOGCS[\"x\"]|has no datum",
        "GEOGCS[\"x\",DATUM[\"D_China_2000\"]]|no ellipsoid",
        "LOCAL_CS[\"高程\",UNIT[\"m\",1]]|is no CRS of the map",
        "PROJCS[\"x\",PROJECTION[\"Gauss_Kruger\"]|cannot be read",
        "PROJCS[[[[|cannot be read",
        "GEOGCS[\"unclosed|cannot be read"
      })
  void a_text_that_contradicts_itself_or_ends_early_is_refused(String text, String why) {
    assertThatThrownBy(() -> understood(text))
        .isInstanceOfSatisfying(
            FaultException.class, told -> assertThat(told.fault()).isEqualTo(Fault.UNKNOWN_CRS))
        .hasMessageContaining(why);
  }

  @Test
  void a_text_of_endless_brackets_is_refused_at_once() {
    assertThatThrownBy(() -> understood("A[".repeat(30_000))).isInstanceOf(FaultException.class);
    assertThatThrownBy(() -> understood("A[1,".repeat(60_000))).isInstanceOf(FaultException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1,2", "0,0,0", "0,0,0,0,0,0,0", "1,2,x", "5000,1,1", "NaN,1,1"})
  void parameters_that_are_no_shift_are_refused(String text) {
    assertThatThrownBy(() -> DatumShift.parse(text))
        .isInstanceOfSatisfying(
            FaultException.class, told -> assertThat(told.fault()).isEqualTo(Fault.BAD_PARAMETER));
  }

  private static Crs understood(String text) {
    return Crs.understood(text, Optional.empty());
  }

  /** A text that GDAL wrote for an ellipsoid alone, with the datum that a Chinese office writes. */
  private static String onChina2000(String text) {
    return text.replaceAll("(DATUM\\[)\"[^\"]*\"", "$1\"D_China_2000\"");
  }

  private static void assertPlace(Crs crs, double[] from, double[] to, double degrees) {
    Coordinate at =
        crs.toDegrees(Grid.SHAPES.createPoint(new Coordinate(from[0], from[1]))).getCoordinate();
    List<Double> off = new ArrayList<>(List.of(at.x - to[0], at.y - to[1]));
    assertThat(off)
        .as("off from %s, %s", to[0], to[1])
        .allSatisfy(each -> assertThat(each).isCloseTo(0, within(degrees)));
  }
}
