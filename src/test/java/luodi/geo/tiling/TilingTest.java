package luodi.geo.tiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Coordinates in thousandths of a degree, from 114° E and 30° N. */
class TilingTest {
  private static final double DEPTH_M = 0.5;

  @Test
  void squares_that_share_their_edges_tile() {
    Tiling found =
        tiling(Optional.of(box(0, 0, 3, 1)), box(0, 0, 1, 1), box(1, 0, 2, 1), box(2, 0, 3, 1));

    assertThat(found.overlaps()).isEmpty();
    assertThat(found.gaps()).isEmpty();
    assertThat(found.slivers()).isZero();
  }

  @Test
  void where_two_overlap_is_found_with_its_area() {
    Tiling found = tiling(Optional.empty(), box(0, 0, 2, 1), box(1, 0, 3, 1));

    assertThat(found.overlaps())
        .singleElement()
        .satisfies(
            face -> {
              assertThat(face.covers()).isEqualTo(2);
              assertThat(face.shape().equalsTopo(box(1, 0, 2, 1))).isTrue();
              assertThat(face.areaM2()).isCloseTo(Authalic.areaM2(box(1, 0, 2, 1)), within(1e-3));
            });
    assertThat(found.gaps()).isEmpty();
  }

  @Test
  void the_same_polygon_twice_overlaps_all_over() {
    Tiling found = tiling(Optional.empty(), box(0, 0, 1, 1), box(0, 0, 1, 1), box(1, 0, 2, 1));

    assertThat(found.overlaps())
        .singleElement()
        .satisfies(face -> assertThat(face.shape().equalsTopo(box(0, 0, 1, 1))).isTrue());
  }

  @Test
  void what_polygons_enclose_and_do_not_cover_is_a_gap() throws ParseException {
    Geometry ring = shape("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))");

    assertThat(tiling(Optional.empty(), ring).gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.shape().equalsTopo(box(1, 1, 2, 2))).isTrue());
    assertThat(tiling(Optional.empty(), ring, box(1, 1, 2, 2)).gaps()).isEmpty();
  }

  @Test
  void what_the_coverage_promises_and_no_polygon_covers_is_a_gap() {
    Tiling found = tiling(Optional.of(box(0, 0, 4, 1)), box(0, 0, 1, 1), box(2, 0, 3, 1));

    assertThat(found.gaps()).hasSize(2);
    assertThat(found.gaps().stream().mapToDouble(Tiling.Face::areaM2).sum())
        .isCloseTo(
            Authalic.areaM2(box(1, 0, 2, 1)) + Authalic.areaM2(box(3, 0, 4, 1)), within(1e-2));
  }

  @Test
  void neighbours_with_other_corners_on_their_common_edge_tile_but_for_slivers()
      throws ParseException {
    Geometry left = shape("POLYGON ((0 0, 1.0003 0, 1.3331 0.7, 1.6659 1.4, 0 1.4, 0 0))");
    Geometry right = shape("POLYGON ((1.0003 0, 2 0, 2 1.4, 1.6659 1.4, 1.1112 0.2334, 1.0003 0))");

    Tiling found = tiling(Optional.empty(), left, right);

    assertThat(found.overlaps()).isEmpty();
    assertThat(found.unmatched()).as("edges of the outer border").isEqualTo(6);
    assertThat(found.gaps()).isEmpty();
  }

  @Test
  void what_is_found_is_what_counting_cell_by_cell_finds() {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      Geometry[] boxes =
          IntStream.range(0, 2 + random.nextInt(12))
              .mapToObj(i -> randomBox(random))
              .toArray(Geometry[]::new);
      double[] wanted = cellByCell(boxes);

      Tiling found = tiling(Optional.of(box(0, 0, 10, 10)), boxes);

      assertThat(area(found.overlaps())).isCloseTo(wanted[0], within(1e-2));
      assertThat(area(found.gaps())).isCloseTo(wanted[1], within(1e-2));
    }
  }

  private static Geometry randomBox(Random random) {
    int x = random.nextInt(9);
    int y = random.nextInt(9);
    return box(x, y, x + 1 + random.nextInt(10 - x), y + 1 + random.nextInt(10 - y));
  }

  /** The areas of what several cover and what none covers, counted over ten by ten cells. */
  private static double[] cellByCell(Geometry[] boxes) {
    double[] areas = new double[2];
    for (int x = 0; x < 10; x++) {
      for (int y = 0; y < 10; y++) {
        Geometry cell = box(x, y, x + 1, y + 1);
        long covers = Arrays.stream(boxes).filter(box -> box.contains(cell.getCentroid())).count();
        areas[0] += covers > 1 ? Authalic.areaM2(cell) : 0;
        areas[1] += covers == 0 ? Authalic.areaM2(cell) : 0;
      }
    }
    return areas;
  }

  private static double area(List<Tiling.Face> faces) {
    return faces.stream().mapToDouble(Tiling.Face::areaM2).sum();
  }

  private static Tiling tiling(Optional<Geometry> coverage, Geometry... shapes) {
    return Tiling.of(to -> List.of(shapes).forEach(to), coverage, DEPTH_M);
  }

  private static Geometry box(double x0, double y0, double x1, double y1) {
    return Grid.SHAPES.toGeometry(
        new Envelope(
            Grid.snap(114 + x0 / 1000),
            Grid.snap(114 + x1 / 1000),
            Grid.snap(30 + y0 / 1000),
            Grid.snap(30 + y1 / 1000)));
  }

  private static Geometry shape(String wkt) throws ParseException {
    Geometry thousandths = new WKTReader(Grid.SHAPES).read(wkt);
    return Grid.snap(
        org.locationtech.jts.geom.util.AffineTransformation.scaleInstance(1e-3, 1e-3)
            .translate(114, 30)
            .transform(thousandths));
  }
}
