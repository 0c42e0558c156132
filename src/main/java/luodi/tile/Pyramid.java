package luodi.tile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.locationtech.jts.geom.Envelope;

/** All tiles of a map that may hold anything, drawn side by side and put into an archive. */
public final class Pyramid {
  private static final int AT_ONCE = 256;

  private final Map map;
  private final Envelope within;
  private final int minZoom;
  private final int maxZoom;

  /** What tiles are drawn from. Safe for many threads. */
  public interface Map {
    /**
     * False only where no tile at this or a deeper zoom holds anything.
     *
     * @param degrees a tile's ground, and what it shows of its neighbours'
     */
    boolean mayHold(Envelope degrees);

    /** A tile as the archive keeps it; no bytes when it holds nothing. */
    byte[] draw(TileAddress tile);
  }

  /** Is told how far a zoom has come. */
  @FunctionalInterface
  public interface Progress {
    void reached(int zoom, int done, int all);
  }

  /**
   * @param within degrees; tiles that do not meet it are not drawn
   */
  public Pyramid(Map map, Envelope within, int minZoom, int maxZoom) {
    this.map = map;
    this.within = within;
    this.minZoom = minZoom;
    this.maxZoom = maxZoom;
  }

  /** Draws all tiles, in the order that archives want. */
  public void into(PmTiles archive, Progress progress) throws IOException {
    long[] spots = {};
    for (int zoom = 0; zoom <= maxZoom; zoom++) {
      spots = candidates(zoom == 0 ? LongStream.of(0) : children(spots, zoom), zoom);
      if (zoom >= minZoom) {
        draw(spots, zoom, archive, progress);
      }
    }
  }

  private void draw(long[] spots, int zoom, PmTiles archive, Progress progress) throws IOException {
    for (int from = 0; from < spots.length; from += AT_ONCE) {
      long[] some = Arrays.copyOfRange(spots, from, Math.min(spots.length, from + AT_ONCE));
      List<byte[]> drawn =
          Arrays.stream(some).parallel().mapToObj(spot -> map.draw(tile(spot, zoom))).toList();
      for (int i = 0; i < some.length; i++) {
        if (drawn.get(i).length > 0) {
          archive.add(PmTiles.id(zoom, x(some[i]), y(some[i])), drawn.get(i));
        }
      }
      progress.reached(zoom, from + some.length, spots.length);
    }
  }

  private long[] candidates(LongStream spots, int zoom) {
    return spots
        .parallel()
        .filter(
            spot -> {
              TileAddress tile = tile(spot, zoom);
              return tile.degrees().intersects(within)
                  && map.mayHold(tile.degrees(LayerTiles.MARGIN));
            })
        .toArray();
  }

  /** The tiles of a zoom in those before: along the curve, which leaves none before it is done. */
  private static LongStream children(long[] parents, int zoom) {
    return Arrays.stream(parents)
        .flatMap(
            spot ->
                IntStream.range(0, 4)
                    .mapToObj(i -> spot(2 * x(spot) + i % 2, 2 * y(spot) + i / 2))
                    .sorted(Comparator.comparingLong(child -> PmTiles.id(zoom, x(child), y(child))))
                    .mapToLong(Long::longValue));
  }

  private static long spot(int x, int y) {
    return (long) x << 32 | y;
  }

  private static int x(long spot) {
    return (int) (spot >> 32);
  }

  private static int y(long spot) {
    return (int) spot;
  }

  private static TileAddress tile(long spot, int zoom) {
    return new TileAddress(TileGrid.WEB_MERCATOR, zoom, x(spot), y(spot));
  }
}
