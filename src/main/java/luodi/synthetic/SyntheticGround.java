package luodi.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import luodi.synthetic.key.AnswerKey;
import luodi.synthetic.key.Known;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes the synthetic ground. Each province is made by itself from its own stream of chance, as
 * many at a time as there are processors: its zones are the same bytes whatever else is made.
 */
public final class SyntheticGround {
  private SyntheticGround() {}

  /**
   * What was made.
   *
   * @param layers in the order of their ids, each zone in the order of its id
   * @param leftOut real rows that got no shape, with the reason
   * @param known what the answer key is made of
   */
  public record Made(List<LayerEdition> layers, List<LeftOut> leftOut, Known known) {

    /** The answer key: what lies where, found out without the engine. */
    public AnswerKey answerKey(Progress progress) {
      return AnswerKey.of(known, (done, all) -> progress.reached("answer key", done, all));
    }
  }

  /**
   * The ground of the provinces that the options name.
   *
   * @param real of the whole country
   * @throws luodi.fault.FaultException {@code BAD_PARAMETER} for a province without counties
   */
  public static Made generate(Basis real, Options options, Progress progress) {
    Country country = new Country(real, options);
    for (String code : options.provinces()) {
      if (real.counties().stream().noneMatch(county -> county.province().equals(code))) {
        throw Fault.BAD_PARAMETER.because(
            "No county polygon lies in province '%s'; name provinces by six digits, such as"
                + " 320000.",
            code);
      }
    }
    List<ProvinceGround> provinces = provinces(country, progress);
    return gathered(country, provinces);
  }

  private static List<ProvinceGround> provinces(Country country, Progress progress) {
    Stages stages = new Stages(country.options().provinces().size(), progress);
    int threads =
        Math.min(country.options().provinces().size(), Runtime.getRuntime().availableProcessors());
    ExecutorService workers = Executors.newFixedThreadPool(threads, SyntheticGround::worker);
    try {
      List<Future<ProvinceGround>> futures = new ArrayList<>();
      for (String code : country.options().provinces()) {
        futures.add(
            workers.submit(
                () ->
                    ProvinceGround.of(
                        Province.of(code, country), stage -> stages.done(code + " " + stage))));
      }
      return futures.stream().map(SyntheticGround::result).toList();
    } finally {
      workers.shutdownNow();
    }
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

  private static Made gathered(Country country, List<ProvinceGround> provinces) {
    long seed = country.options().seed();
    Geometry coverage =
        Grid.union(provinces.stream().map(ground -> ground.province().outline()).toList());
    List<Polygon> gaps =
        provinces.stream().flatMap(ground -> ground.farmlandGap().stream()).toList();
    List<LayerEdition> layers = new ArrayList<>();
    for (String id : Manifests.layers()) {
      List<Zone> zones =
          provinces.stream()
              .flatMap(ground -> ground.zones().get(id).stream())
              .sorted(Comparator.comparing(Zone::id))
              .toList();
      boolean gapped = id.equals(Manifests.BASIC_FARMLAND);
      layers.add(
          new LayerEdition(
              Manifests.of(id, seed, gapped ? without(coverage, gaps) : coverage), zones));
    }
    layers.sort(Comparator.comparing(edition -> edition.layer().id()));
    return new Made(List.copyOf(layers), leftOut(country, provinces), known(country, layers, gaps));
  }

  private static Geometry without(Geometry coverage, List<Polygon> gaps) {
    Geometry left = coverage;
    for (Polygon gap : gaps) {
      left = Grid.difference(left, gap);
    }
    return left;
  }

  private static List<LeftOut> leftOut(Country country, List<ProvinceGround> provinces) {
    Stream<LeftOut> reserves =
        country.real().reserves().stream()
            .filter(reserve -> country.countyAt(reserve.at()).isEmpty())
            .map(
                reserve ->
                    new LeftOut(
                        "nature-reserve",
                        reserve.at().x + " " + reserve.at().y,
                        reserve.name(),
                        "its point lies in no county polygon"));
    return Stream.concat(reserves, provinces.stream().flatMap(ground -> ground.leftOut().stream()))
        .sorted()
        .toList();
  }

  private static Known known(Country country, List<LayerEdition> layers, List<Polygon> gaps) {
    List<Known.Piece> counties =
        country.real().counties().stream()
            .filter(county -> country.options().provinces().contains(county.province()))
            .map(county -> new Known.Piece(county.province(), county.shape()))
            .toList();
    return new Known(
        List.copyOf(layers),
        counties,
        gaps.stream().map(gap -> new Known.Gap(Manifests.BASIC_FARMLAND, gap)).toList(),
        country.options().seed());
  }
}
