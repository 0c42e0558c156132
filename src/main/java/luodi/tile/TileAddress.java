package luodi.tile;

import luodi.fault.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * One tile of a grid.
 *
 * @param z the level, by the grid's own numbers
 * @param x column from the west
 * @param y row from the north
 */
public record TileAddress(TileGrid grid, int z, int x, int y) {
  public TileAddress {
    if (z < grid.first()
        || z > TileGrid.DEEPEST
        || x < 0
        || y < 0
        || x >= grid.width(z)
        || y >= grid.height(z)) {
      throw Fault.NOT_FOUND.because(
          "There is no tile %d/%d/%d (level, column, row) in %s; its levels go from %d to %d.",
          z, x, y, grid.id(), grid.first(), TileGrid.DEEPEST);
    }
  }

  /** Reads three whole numbers of the usual grid of web maps. */
  public static TileAddress parse(String z, String x, String y) {
    return parse(TileGrid.WEB_MERCATOR, z, x, y);
  }

  /** Reads three whole numbers: level, column, row. */
  public static TileAddress parse(TileGrid grid, String z, String x, String y) {
    try {
      return new TileAddress(grid, Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y));
    } catch (NumberFormatException noNumber) {
      throw Fault.NOT_FOUND
          .because("There is no tile %s/%s/%s; level, column and row are whole numbers.", z, x, y)
          .causedBy(noNumber);
    }
  }

  /** The tile's ground in degrees. */
  public Envelope degrees() {
    return degrees(0);
  }

  /** The middle of a column of pixels, degrees of longitude. */
  public double lon(int pixel, int pixels) {
    double share = (pixel + 0.5) / pixels;
    return grid.degrees(z, x + share, y, x + share, y + 1).getMinX();
  }

  /** The middle of a row of pixels, counted from the north, degrees of latitude. */
  public double lat(int pixel, int pixels) {
    double share = (pixel + 0.5) / pixels;
    return grid.degrees(z, x, y + share, x + 1, y + share).getMinY();
  }

  /** The tile's ground in degrees, grown by a share of its own width on every side. */
  public Envelope degrees(double margin) {
    return grid.degrees(z, x - margin, y - margin, x + 1 + margin, y + 1 + margin);
  }

  /** The degrees of a position in the tile: 0 at its north-west corner. */
  public Coordinate degrees(double column, double row, int extent) {
    double west = x + column / extent;
    double north = y + row / extent;
    Envelope spot = grid.degrees(z, west, north, west, north);
    return new Coordinate(spot.getMinX(), spot.getMinY());
  }

  /** Where a position lies in the tile: 0 at its west edge, {@code extent} at its east edge. */
  public double column(double lon, int extent) {
    return (grid.column(lon, z) - x) * extent;
  }

  /** Where a position lies in the tile: 0 at its north edge, {@code extent} at its south edge. */
  public double row(double lat, int extent) {
    return (grid.row(lat, z) - y) * extent;
  }
}
