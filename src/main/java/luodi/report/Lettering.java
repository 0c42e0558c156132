package luodi.report;

import java.util.ArrayList;
import java.util.List;

/** Digits as strokes, so that a drawing needs no font. */
final class Lettering {
  /** A digit's box, units of its own grid. */
  private static final int WIDTH = 10;

  private static final int HEIGHT = 16;
  private static final int GAP = 4;

  /** Strokes of each digit: x, y, x, y …, from its upper left corner. */
  private static final int[][][] DIGITS = {
    {{3, 0, 7, 0, 10, 3, 10, 13, 7, 16, 3, 16, 0, 13, 0, 3, 3, 0}},
    {{1, 3, 5, 0, 5, 16}, {1, 16, 9, 16}},
    {{0, 3, 3, 0, 7, 0, 10, 3, 10, 6, 0, 16, 10, 16}},
    {{0, 2, 2, 0, 8, 0, 10, 2, 10, 5, 7, 7, 10, 9, 10, 13, 7, 16, 3, 16, 0, 14}},
    {{10, 11, 0, 11, 7, 0, 7, 16}},
    {{9, 0, 1, 0, 0, 7, 7, 6, 10, 9, 10, 13, 7, 16, 0, 15}},
    {{8, 0, 3, 3, 0, 9, 0, 13, 3, 16, 7, 16, 10, 13, 10, 10, 7, 7, 3, 7, 0, 10}},
    {{0, 0, 10, 0, 4, 16}},
    {{3, 7, 0, 4, 3, 0, 7, 0, 10, 4, 7, 7, 3, 7, 0, 12, 3, 16, 7, 16, 10, 12, 7, 7}},
    {{10, 6, 7, 9, 3, 9, 0, 6, 0, 3, 3, 0, 7, 0, 10, 3, 10, 7, 7, 13, 2, 16}},
  };

  private Lettering() {}

  /** The strokes of a number around a middle. */
  static int[][] number(int number, int x, int y, int height) {
    String digits = Integer.toString(number);
    double scale = (double) height / HEIGHT;
    double left = x - (digits.length() * (WIDTH + GAP) - GAP) * scale / 2;
    List<int[]> strokes = new ArrayList<>();
    for (int i = 0; i < digits.length(); i++) {
      for (int[] stroke : DIGITS[digits.charAt(i) - '0']) {
        strokes.add(placed(stroke, left + i * (WIDTH + GAP) * scale, y - height / 2.0, scale));
      }
    }
    return strokes.toArray(int[][]::new);
  }

  private static int[] placed(int[] stroke, double left, double top, double scale) {
    int[] placed = new int[stroke.length];
    for (int i = 0; i < stroke.length; i += 2) {
      placed[i] = (int) Math.round(left + stroke[i] * scale);
      placed[i + 1] = (int) Math.round(top + stroke[i + 1] * scale);
    }
    return placed;
  }
}
