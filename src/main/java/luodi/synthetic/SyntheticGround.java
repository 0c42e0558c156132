package luodi.synthetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import luodi.synthetic.key.AnswerKey;
import luodi.synthetic.key.Known;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes the synthetic ground. Each province is made by itself from its own stream of chance, as
 * many at a time as there are processors: its zones are the same bytes whatever else is made. A
 * province that is done is handed on and forgotten, so the country takes no more memory than its
 * largest provinces.
 */
public final class SyntheticGround {
  private final Country country;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Geometry> outlines = new ArrayList<>();
  private final List<Known.Gap> gaps = new ArrayList<>();

  private SyntheticGround(Country country) {
    this.country = country;
  }

  /** Takes zones, province by province in the order of their codes; one call at a time. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * All zones of a layer in one province.
     *
     * @param zones in the order of their ids
     */
    void take(String layer, List<Zone> zones);
  }

  /**
   * What was made, but for the zones.
   *
   * @param layers the manifests in the order of their ids
   * @param leftOut real rows that got no shape, with the reason
   * @param counties all ground that is covered
   * @param gaps what of it a layer does not cover
   */
  public record Made(
      List<Layer> layers,
      List<LeftOut> leftOut,
      List<Known.Piece> counties,
      List<Known.Gap> gaps,
      long seed) {

    /**
     * The answer key: what lies where, found out without the engine.
     *
     * @param editions all zones, layer by layer
     */
    public AnswerKey answerKey(List<LayerEdition> editions, Progress progress) {
      return AnswerKey.of(
          new Known(editions, counties, gaps, seed),
          (done, all) -> progress.reached("answer key", done, all));
    }
  }

  /**
   * The ground of the provinces that the options name, not drawn yet.
   *
   * @param basis of the whole country
   * @throws luodi.fault.FaultException {@code BAD_PARAMETER} for a province without counties
   */
  public static SyntheticGround of(Basis basis, Options options) {
    for (String code : options.provinces()) {
      if (basis.counties().stream().noneMatch(county -> county.province().equals(code))) {
        throw Fault.BAD_PARAMETER.because(
            "No county polygon lies in province '%s'; name provinces by six digits, such as"
                + " 320000.",
            code);
      }
    }
    return new SyntheticGround(new Country(basis, options));
  }

  /** Draws it, once. */
  public Made make(Receiver receiver, Progress progress) {
    draw(receiver, progress);
    return made();
  }

  /** Some provinces are under way, in their order; the first of them is waited for. */
  private void draw(Receiver receiver, Progress progress) {
    Stages stages = new Stages(country.provinces().size(), progress);
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads, SyntheticGround::worker);
    Iterator<String> left = country.provinces().iterator();
    Deque<Future<ProvinceGround>> underWay = new ArrayDeque<>();
    try {
      while (left.hasNext() || !underWay.isEmpty()) {
        while (left.hasNext() && underWay.size() <= threads) {
          String code = left.next();
          underWay.add(
              workers.submit(
                  () ->
                      ProvinceGround.of(
                          Province.of(code, country), stage -> stages.done(code + " " + stage))));
        }
        handOn(result(underWay.remove()), receiver);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private void handOn(ProvinceGround ground, Receiver receiver) {
    ground.zones().forEach(receiver::take);
    outlines.add(ground.province().outline());
    leftOut.addAll(ground.leftOut());
    ground.farmlandGap().ifPresent(gap -> gaps.add(new Known.Gap(Manifests.BASIC_FARMLAND, gap)));
  }

  /** Counts the stages of all provinces, and tells of one at a time. */
  private static final class Stages {
    private final int all;
    private final Progress progress;
    private int done;

    Stages(int provinces, Progress progress) {
      this.all = provinces * ProvinceGround.STAGES;
      this.progress = progress;
    }

    synchronized void done(String what) {
      progress.reached(what, ++done, all);
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "synthesize");
    thread.setDaemon(true);
    return thread;
  }

  private static ProvinceGround result(Future<ProvinceGround> future) {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Fault.UNAVAILABLE
          .because("The synthetic ground was interrupted; run it again.")
          .causedBy(stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Made made() {
    Geometry coverage = Grid.union(outlines);
    Geometry gapped = coverage;
    for (Known.Gap gap : gaps) {
      gapped = Grid.difference(gapped, gap.shape());
    }
    List<Layer> layers = new ArrayList<>();
    for (String id : Manifests.layers()) {
      boolean hasGaps = id.equals(Manifests.BASIC_FARMLAND);
      layers.add(Manifests.of(id, country.options(), hasGaps ? gapped : coverage));
    }
    leftOut.addAll(country.reservesOffTheMap());
    return new Made(
        List.copyOf(layers),
        leftOut.stream().sorted().toList(),
        country.pieces(),
        List.copyOf(gaps),
        country.options().seed());
  }
}
