package luodi.siting;

import luodi.fabric.Fabric;
import luodi.fabric.Leaves;
import luodi.geo.Grid;
import luodi.tile.TileAddress;

/**
 * One verdict for each pixel of a tile. Where leaves are larger than pixels, the verdict at the
 * pixel's middle; where they are smaller, the verdict on most of the pixel's ground, and the worse
 * of two equal ones.
 */
final class Paint {
  /** No county lies there. */
  static final byte BLANK = 0;

  /** Up to this zoom a pixel holds many leaves. */
  private static final int LAST_BY_SHARES = 8;

  /** Up to this zoom a pixel holds a square of a twentieth of a degree. */
  private static final int LAST_BY_SQUARES = 5;

  private final TileAddress tile;
  private final int side;
  private final byte[] colourOfWord;

  private Paint(TileAddress tile, int side, byte[] colourOfWord) {
    this.tile = tile;
    this.side = side;
    this.colourOfWord = colourOfWord;
  }

  /**
   * Paints a tile.
   *
   * @param side pixels on each side
   * @param colourOfWord a number for each word, {@link #BLANK} for none; of two the greater is
   *     worse
   * @param colours how many numbers there are
   * @return row by row from the north-west
   */
  static byte[] of(TileAddress tile, Fabric fabric, int side, byte[] colourOfWord, int colours) {
    Paint paint = new Paint(tile, side, colourOfWord);
    if (tile.z() > LAST_BY_SHARES) {
      Points points = paint.new Points();
      fabric.leaves(tile.degrees(), points);
      return points.pixels;
    }
    Shares shares = paint.new Shares(colours);
    if (tile.z() <= LAST_BY_SQUARES) {
      fabric.squares(tile.degrees(), shares);
    } else {
      fabric.leaves(tile.degrees(), shares);
    }
    return shares.pixels();
  }

  private byte colour(int word) {
    return word < 0 ? BLANK : colourOfWord[word];
  }

  private double column(double cells) {
    return tile.column(cells / Grid.LINES_PER_DEGREE, side);
  }

  private double row(double cells) {
    return tile.row(cells / Grid.LINES_PER_DEGREE, side);
  }

  private int within(double pixels) {
    return (int) Math.max(0, Math.min(side, pixels));
  }

  /** What lies at the middle of each pixel. */
  private final class Points implements Leaves {
    private final byte[] pixels = new byte[side * side];
    private final double[] lon = new double[side];
    private final double[] lat = new double[side];

    Points() {
      for (int i = 0; i < side; i++) {
        lon[i] = tile.lon(i, side) * Grid.LINES_PER_DEGREE;
        lat[i] = tile.lat(i, side) * Grid.LINES_PER_DEGREE;
      }
    }

    @Override
    public void even(double x0, double y0, double x1, double y1, int word) {
      byte colour = colour(word);
      int west = first(column(x0));
      int east = first(column(x1));
      for (int row = first(row(y1)); row < first(row(y0)); row++) {
        java.util.Arrays.fill(pixels, row * side + west, row * side + east, colour);
      }
    }

    @Override
    public void cut(double x0, double y0, double x1, double y1, Cut cut) {
      int west = first(column(x0));
      int east = first(column(x1));
      for (int row = first(row(y1)); row < first(row(y0)); row++) {
        for (int column = west; column < east; column++) {
          pixels[row * side + column] = colour(cut.wordAt(lon[column], lat[row]));
        }
      }
    }

    /** The first pixel whose middle lies beyond a border. */
    private int first(double border) {
      return within(Math.ceil(border - 0.5));
    }
  }

  /** How much of each pixel's ground has which colour. */
  private final class Shares implements Leaves {
    private final int colours;
    private final float[] areas;

    Shares(int colours) {
      this.colours = colours;
      this.areas = new float[side * side * colours];
    }

    @Override
    public void even(double x0, double y0, double x1, double y1, int word) {
      // Within one leaf shares need no metres: the leaf's own size in pixels will do.
      double west = column(x0);
      double east = column(x1);
      double north = row(y1);
      double south = row(y0);
      add(west, north, east, south, colour(word), (east - west) * (south - north));
    }

    @Override
    public void cut(double x0, double y0, double x1, double y1, Cut cut) {
      double west = column(x0);
      double east = column(x1);
      double north = row(y1);
      double south = row(y0);
      double whole = 0;
      for (int face = 0; face < cut.faces(); face++) {
        whole += cut.areaM2(face);
      }
      double perM2 = (east - west) * (south - north) / whole;
      for (int face = 0; face < cut.faces(); face++) {
        add(west, north, east, south, colour(cut.word(face)), cut.areaM2(face) * perM2);
      }
    }

    /** Spreads an area, in pixels, over the pixels that the leaf overlaps. */
    private void add(
        double west, double north, double east, double south, int colour, double area) {
      double each = area / ((east - west) * (south - north));
      for (int row = within(Math.floor(north)); row < within(Math.ceil(south)); row++) {
        double height = Math.min(south, row + 1) - Math.max(north, row);
        for (int column = within(Math.floor(west)); column < within(Math.ceil(east)); column++) {
          double width = Math.min(east, column + 1) - Math.max(west, column);
          areas[(row * side + column) * colours + colour] += (float) (width * height * each);
        }
      }
    }

    byte[] pixels() {
      byte[] pixels = new byte[side * side];
      for (int pixel = 0; pixel < pixels.length; pixel++) {
        float most = 0;
        for (int colour = BLANK; colour < colours; colour++) {
          float area = areas[pixel * colours + colour];
          if (area > 0 && area >= most) {
            most = area;
            pixels[pixel] = (byte) colour;
          }
        }
      }
      return pixels;
    }
  }
}
