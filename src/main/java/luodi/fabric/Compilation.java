package luodi.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.ground.Ask;
import luodi.ground.Signature;
import org.locationtech.jts.geom.Envelope;

/**
 * An atlas on its way to a fabric: stripe by stripe, the sheets of a stripe side by side. So a
 * stripe can be put away before the next one is begun, and what it was made of need not be
 * remembered.
 */
final class Compilation {
  /** Sheets of a stripe: some hundred megabytes where the ground is dense. */
  private static final int STRIPE = 512;

  private final Atlas atlas;
  private final List<Ask> asks;
  private final Fabric.Progress progress;
  private final Map<Signature, Signature> shared = new ConcurrentHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private UnaryOperator<Sheet> keep = sheet -> sheet;
  private Sheet[] unchanged = new Sheet[Fabric.SHEETS];

  Compilation(Atlas atlas, List<Ask> asks, Fabric.Progress progress) {
    this.atlas = atlas;
    this.asks = asks;
    this.progress = progress;
  }

  Atlas atlas() {
    return atlas;
  }

  /** Puts each sheet away, in the order of their numbers, and goes on with what that gives. */
  Compilation keeping(UnaryOperator<Sheet> kept) {
    this.keep = kept;
    return this;
  }

  /**
   * Takes sheets over that need not be written again.
   *
   * @param known by number, null where one must be written
   */
  Compilation takingOver(Sheet[] known) {
    this.unchanged = known;
    return this;
  }

  /** The sheets on which anything can lie. */
  static SortedSet<Integer> everywhere(Atlas atlas, List<Ask> asks) {
    List<String> layers = new ArrayList<>(List.of(County.LAYER));
    asks.forEach(ask -> layers.add(ask.layer()));
    List<Envelope> places = new ArrayList<>();
    for (String layer : layers) {
      for (Zone zone : atlas.zones(layer)) {
        places.add(zone.shape().getEnvelopeInternal());
      }
      places.add(atlas.coverage(layer).extent().getEnvelopeInternal());
    }
    return Fabric.sheetsUnder(places);
  }

  /** The fabric of some sheets. */
  Fabric of(SortedSet<Integer> numbers) {
    int[] wanted = numbers.stream().mapToInt(Integer::intValue).toArray();
    int all = (int) Arrays.stream(wanted).filter(number -> unchanged[number] == null).count();
    Sheet[] written = new Sheet[wanted.length];
    Regions indexed = Regions.of(atlas, asks);
    for (int from = 0; from < wanted.length; from += STRIPE) {
      int to = Math.min(wanted.length, from + STRIPE);
      Regions regions = indexed.undrawn();
      IntStream.range(from, to)
          .parallel()
          .forEach(i -> written[i] = sheet(wanted[i], regions, all));
      for (int i = from; i < to; i++) {
        written[i] = keep.apply(written[i]);
      }
    }
    return gathered(wanted, written);
  }

  private Sheet sheet(int number, Regions regions, int all) {
    if (unchanged[number] != null) {
      return unchanged[number];
    }
    Window window = Fabric.window(number);
    Sheet sheet =
        SheetWriter.write(
            window,
            regions.near(window.degrees()).regions(),
            signature -> shared.computeIfAbsent(signature, first -> first));
    progress.reached(done.incrementAndGet(), all);
    return sheet;
  }

  private Fabric gathered(int[] wanted, Sheet[] written) {
    Sheet[] sheets = new Sheet[Fabric.SHEETS];
    int[][] wordsOfSheet = new int[Fabric.SHEETS][];
    int[][] numbers = new int[wanted.length][];
    WordTable words = WordTable.of(written, numbers);
    for (int i = 0; i < wanted.length; i++) {
      sheets[wanted[i]] = written[i];
      wordsOfSheet[wanted[i]] = numbers[i];
    }
    return new Fabric(asks, sheets, wordsOfSheet, words);
  }
}
