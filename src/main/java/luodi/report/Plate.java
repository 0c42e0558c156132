package luodi.report;

import java.util.ArrayList;
import java.util.List;
import luodi.ogc.Looks;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Collects the figures of a map, from the bottom to the top. Used by one thread. */
final class Plate {
  private static final String PAPER = "#fbfaf6";
  private static final String INK = "#1d2329";
  private static final String BORDER = "#a39c8b";
  private static final String SITE = "#d1007a";

  /** Widths in tenths of a millimetre; a pixel of the web map's looks is about 2.6 of them. */
  private static final double UNITS_PER_PIXEL = 2.6;

  private static final double FILL = 0.22;
  private static final int SPOT = 14;
  private static final int LETTER = 20;
  private static final int MARK = 22;
  private static final int NEXT_MARK = 2 * MARK + 6;

  private final Frame frame;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Figure> marks = new ArrayList<>();
  private final List<int[]> taken = new ArrayList<>();

  Plate(Frame frame) {
    this.frame = frame;
    figures.add(Figure.block(PAPER, 0, 0, Frame.WIDTH, Frame.HEIGHT));
    taken.add(new int[] {Frame.WIDTH / 2, Frame.HEIGHT / 2});
  }

  /** A county's border. */
  void border(Geometry clipped) {
    if (clipped.getDimension() == 1 && !clipped.isEmpty()) {
      figures.add(Figure.line(BORDER, 3, false, frame.paths(clipped)));
    }
  }

  void zone(Geometry clipped, Looks.Look look, boolean dashed) {
    int[][] paths = frame.paths(clipped);
    if (clipped.getDimension() == 0) {
      for (int[] spot : paths) {
        figures.add(Figure.disc(look.colour(), "#ffffff", 3, spot[0], spot[1], SPOT));
      }
    } else if (clipped.getDimension() == 1) {
      figures.add(Figure.line(look.colour(), look.line() * UNITS_PER_PIXEL, dashed, paths));
    } else if (paths.length > 0) {
      figures.add(
          Figure.area(
              look.colour(), FILL, look.colour(), look.line() * UNITS_PER_PIXEL, dashed, paths));
    }
  }

  /** A straight line between two positions in degrees. */
  void span(double[] from, double[] to) {
    int[] start = frame.onPaper(new Coordinate(from[0], from[1]));
    int[] end = frame.onPaper(new Coordinate(to[0], to[1]));
    int[] path = {start[0], start[1], end[0], end[1]};
    figures.add(Figure.line(INK, 3, true, new int[][] {path}));
    figures.add(Figure.disc(INK, "", 0, end[0], end[1], 6));
  }

  /** A part of the project. */
  void site(Geometry shape) {
    int[][] paths = frame.paths(shape);
    if (shape.getDimension() == 0) {
      for (int[] spot : paths) {
        figures.add(Figure.disc("#ffffff", SITE, 7, spot[0], spot[1], SPOT));
        figures.add(Figure.disc(SITE, "", 0, spot[0], spot[1], SPOT / 3));
      }
    } else if (shape.getDimension() == 1) {
      figures.add(Figure.line("#ffffff", 12, false, paths));
      figures.add(Figure.line(SITE, 7, false, paths));
    } else {
      figures.add(Figure.area("", 0, "#ffffff", 12, false, paths));
      figures.add(Figure.area(SITE, 0.12, SITE, 6, false, paths));
    }
  }

  /** A zone's number, where there is room for it. */
  void number(int number, Geometry clipped, String colour) {
    int[] at = free(clipped);
    taken.add(at);
    marks.add(Figure.disc("#ffffff", colour, 4, at[0], at[1], MARK));
    marks.add(Figure.line(INK, 3.2, false, Lettering.number(number, at[0], at[1], LETTER)));
  }

  private int[] free(Geometry clipped) {
    Coordinate[] edge = clipped.getCoordinates();
    int[] first = within(frame.onPaper(clipped.getInteriorPoint().getCoordinate()));
    if (isFree(first)) {
      return first;
    }
    int step = Math.max(1, edge.length / 40);
    for (int i = 0; i < edge.length; i += step) {
      int[] at = within(frame.onPaper(edge[i]));
      if (isFree(at)) {
        return at;
      }
    }
    return first;
  }

  /** So that the whole mark is on the map. */
  private static int[] within(int[] at) {
    int most = MARK + 6;
    return new int[] {
      Math.max(most, Math.min(Frame.WIDTH - most, at[0])),
      Math.max(most, Math.min(Frame.HEIGHT - most, at[1]))
    };
  }

  private boolean isFree(int[] at) {
    return taken.stream()
        .allMatch(other -> Math.hypot(other[0] - at[0], other[1] - at[1]) >= NEXT_MARK);
  }

  /** All figures, with numbers, the bar, the arrow to the north and the frame on top. */
  Drawing drawing() {
    List<Figure> all = new ArrayList<>(figures);
    all.addAll(marks);
    int bar = frame.units(frame.barM());
    int foot = Frame.HEIGHT - 40;
    all.add(Figure.block("#ffffff", 26, foot - 24, bar + 28, 48));
    all.add(Figure.block(INK, 40, foot - 6, bar / 2, 12));
    all.add(Figure.frame(INK, 2, 40, foot - 6, bar, 12));
    int[] arrow = {Frame.WIDTH - 60, 110, Frame.WIDTH - 40, 40, Frame.WIDTH - 20, 110};
    int[] half = {Frame.WIDTH - 40, 40, Frame.WIDTH - 20, 110, Frame.WIDTH - 40, 94};
    all.add(Figure.area("#ffffff", 1, INK, 3, false, new int[][] {arrow}));
    all.add(Figure.area(INK, 1, "", 0, false, new int[][] {half}));
    all.add(Figure.frame(INK, 4, 6, 6, Frame.WIDTH - 12, Frame.HEIGHT - 12));
    return new Drawing(Frame.WIDTH, Frame.HEIGHT, all);
  }
}
