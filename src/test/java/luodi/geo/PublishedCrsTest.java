package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Every CRS that is given out, against PROJ through GDAL's own programs. */
class PublishedCrsTest {
  private static final double[][] CITIES = {
    {105.5, 38.2}, {114.3, 30.6}, {121.4, 31.2}, {110.3, 20.0}, {87.6, 43.8}
  };

  @ParameterizedTest
  @ValueSource(
      ints = {3857, 4490, 4326, 4513, 4517, 4522, 4526, 4533, 4534, 4538, 4547, 4549, 4554})
  void positions_and_axis_order_are_those_of_proj(int code) throws Exception {
    PublishedCrs crs = PublishedCrs.named("EPSG:" + code).orElseThrow();
    StringBuilder asked = new StringBuilder();
    for (double[] city : CITIES) {
      asked.append(city[0]).append(' ').append(city[1]).append('\n');
    }
    String[] told =
        run(asked.toString(), "gdaltransform", "-s_srs", "EPSG:4490", "-t_srs", "EPSG:" + code)
            .split("\n");

    for (int i = 0; i < CITIES.length; i++) {
      double x = Double.parseDouble(told[i].split(" ")[0]);
      double y = Double.parseDouble(told[i].split(" ")[1]);
      double[] position = CITIES[i].clone();
      crs.fromDegrees().apply(position);
      double precise = crs.inDegrees() ? 1e-9 : 1e-3;
      assertThat(position[crs.northFirst() ? 1 : 0]).isCloseTo(x, within(precise));
      assertThat(position[crs.northFirst() ? 0 : 1]).isCloseTo(y, within(precise));
    }
    String firstAxis = run("", "gdalsrsinfo", "-o", "wkt2", "EPSG:" + code).split("AXIS\\[")[1];
    assertThat(crs.northFirst()).isEqualTo(firstAxis.contains("north,"));
  }

  @ParameterizedTest
  @ValueSource(ints = {3857, 4490, 4326, 4517, 4547})
  void there_and_back_is_where_one_was(int code) {
    PublishedCrs crs =
        PublishedCrs.named("http://www.opengis.net/def/crs/EPSG/0/" + code).orElseThrow();
    double[] position = {111.25, 34.75};
    crs.fromDegrees().apply(position);

    Geometry back =
        crs.toDegrees(Grid.SHAPES.createPoint(new Coordinate(position[0], position[1])));

    assertThat(back.getCoordinate().x).isCloseTo(111.25, within(1e-8));
    assertThat(back.getCoordinate().y).isCloseTo(34.75, within(1e-8));
  }

  private static String run(String in, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().write(in.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}
