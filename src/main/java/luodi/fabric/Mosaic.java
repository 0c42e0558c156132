package luodi.fabric;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sheet in 16 by 16 squares, each with the words on it and their areas: what maps of the whole
 * country are painted from.
 */
final class Mosaic {
  private static final int SQUARES = 16;

  private final Window window;
  private final int[] starts = new int[SQUARES * SQUARES + 1];
  private final int[] words;
  private final float[] areas;

  private Mosaic(Window window, Map<Integer, Map<Integer, Double>> squares, int entries) {
    this.window = window;
    this.words = new int[entries];
    this.areas = new float[entries];
    int at = 0;
    for (int square = 0; square < SQUARES * SQUARES; square++) {
      starts[square] = at;
      for (Map.Entry<Integer, Double> entry : squares.getOrDefault(square, Map.of()).entrySet()) {
        words[at] = entry.getKey();
        areas[at++] = entry.getValue().floatValue();
      }
    }
    starts[SQUARES * SQUARES] = at;
  }

  /** The mosaic of a sheet, in the fabric's own words. */
  static Mosaic of(Sheet sheet, int[] wordsOfSheet) {
    Map<Integer, Map<Integer, Double>> squares = new HashMap<>();
    double side = sheet.window().width() / SQUARES;
    sheet.leaves(
        sheet.window(),
        new Sheet.Shown() {
          @Override
          public void even(Window leaf, int word, int base) {
            spread(leaf, wordsOfSheet[word], leaf.areaM2());
          }

          @Override
          public void cut(Window leaf, int cut) {
            for (int face = 0; face < sheet.faces(cut); face++) {
              spread(leaf, wordsOfSheet[sheet.word(cut, face)], sheet.areaM2(cut, face));
            }
          }

          /** A leaf that is larger than a square gives each square its share. */
          private void spread(Window leaf, int word, double areaM2) {
            int column = (int) ((leaf.x0() - sheet.window().x0()) / side);
            int row = (int) ((leaf.y0() - sheet.window().y0()) / side);
            int span = (int) Math.max(1, Math.rint(leaf.width() / side));
            for (int i = 0; i < span * span; i++) {
              squares
                  .computeIfAbsent(
                      (row + i / span) * SQUARES + column + i % span, key -> new TreeMap<>())
                  .merge(word, areaM2 / (span * span), Double::sum);
            }
          }
        });
    return new Mosaic(sheet.window(), squares, squares.values().stream().mapToInt(Map::size).sum());
  }

  /** Shows the squares that meet a window, as cuts that know no positions. */
  void show(Window part, Leaves shown) {
    double side = window.width() / SQUARES;
    for (int square = 0; square < SQUARES * SQUARES; square++) {
      double x0 = window.x0() + square % SQUARES * side;
      double y0 = window.y0() + square / SQUARES * side;
      if (starts[square + 1] > starts[square]
          && new Window(x0, y0, x0 + side, y0 + side).meets(part)) {
        shown.cut(x0, y0, x0 + side, y0 + side, new Square(starts[square], starts[square + 1]));
      }
    }
  }

  private final class Square implements Leaves.Cut {
    private final int from;
    private final int to;

    Square(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public int faces() {
      return to - from;
    }

    @Override
    public int word(int face) {
      return words[from + face];
    }

    @Override
    public double areaM2(int face) {
      return areas[from + face];
    }

    @Override
    public int wordAt(double x, double y) {
      return -1;
    }
  }
}
