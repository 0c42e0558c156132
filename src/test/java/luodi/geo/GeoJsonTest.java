package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class GeoJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'Point','coordinates':[114.3,30.6]}",
        "{'type':'LineString','coordinates':[[114.3,30.6],[114.4,30.7]]}",
        "{'type':'Polygon','coordinates':[[[0.0,0.0],[4.0,0.0],[4.0,4.0],[0.0,0.0]],[[2.0,1.0],[3.0,1.0],[3.0,2.0],[2.0,1.0]]]}",
        "{'type':'MultiPoint','coordinates':[[114.3,30.6],[114.4,30.7]]}",
        "{'type':'MultiLineString','coordinates':[[[114.3,30.6],[114.4,30.7]],[[1.0,2.0],[3.0,4.0]]]}",
        "{'type':'MultiPolygon','coordinates':[[[[0.0,0.0],[4.0,0.0],[4.0,4.0],[0.0,0.0]]],[[[5.0,5.0],[6.0,5.0],[6.0,6.0],[5.0,5.0]]]]}",
        "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[114.3,30.6]},{'type':'LineString','coordinates':[[1.0,2.0],[3.0,4.0]]}]}"
      })
  void a_geometry_is_written_as_it_was_read(String text) throws JsonProcessingException {
    String json = text.replace('\'', '"');

    assertThat(GeoJson.write(read(json)).toString()).isEqualTo(json);
  }

  @Test
  void a_height_is_dropped() throws JsonProcessingException {
    Geometry point = read("{\"type\":\"Point\",\"coordinates\":[114.3,30.6,21.5]}");

    assertThat(GeoJson.write(point).toString())
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[114.3,30.6]}");
  }

  @Test
  void positions_are_written_on_the_grid() throws JsonProcessingException {
    Geometry point = read("{\"type\":\"Point\",\"coordinates\":[114.30000004999,30.60000005001]}");

    assertThat(GeoJson.write(point).toString())
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[114.3,30.6000001]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /site",
        "{'type':'Circle','coordinates':[1,2]} | /site",
        "{'type':'Point','coordinates':[114.3]} | /site/coordinates",
        "{'type':'Point','coordinates':['a','b']} | /site/coordinates",
        "{'type':'Point','coordinates':[1e999,3]} | /site/coordinates",
        "{'type':'LineString','coordinates':[[1,2]]} | /site/coordinates",
        "{'type':'Polygon','coordinates':[]} | /site/coordinates",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]} | /site/coordinates/0",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,'x'],[0,0]]]} | /site/coordinates/0/2",
        "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[]}]} | /site/geometries/0/coordinates"
      })
  void what_is_no_geometry_is_refused_where_it_stands(String text, String pointer) {
    assertThatThrownBy(() -> read(text.replace('\'', '"')))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.BAD_SITE);
              assertThat(refused.places())
                  .extracting(FaultException.Place::where)
                  .containsExactly(pointer);
            });
  }

  @Test
  void collections_within_collections_are_read_to_a_bound() {
    String nested =
        "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(100_000) + "]}".repeat(100_000);

    assertThatThrownBy(() -> read(nested)).isInstanceOf(Exception.class);
    String nine = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(9) + "]}".repeat(9);
    assertThatThrownBy(() -> read(nine)).isInstanceOf(FaultException.class);
  }

  private static Geometry read(String json) throws JsonProcessingException {
    return GeoJson.read(JSON.readTree(json), "/site");
  }
}
