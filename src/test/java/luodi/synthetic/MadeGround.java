package luodi.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.ingest.RealGround;
import luodi.synthetic.key.AnswerKey;
import luodi.synthetic.key.Known;

/**
 * The ground of the demo with its answer key, made once for all tests: at small scale, and at
 * national scale with {@code -Dluodi.national=true}.
 */
public final class MadeGround {
  public static final Path GEODATA = Path.of("geodata");
  static final long SEED = 20260101;
  static final boolean NATIONAL = Boolean.getBoolean("luodi.national");

  private static MadeGround made;

  private final RealGround real = RealGround.read(GEODATA);
  private final Basis basis = Basis.of(real, GEODATA);
  private final Gathered synthetic = Gathered.of(basis, options());
  private final AnswerKey key = synthetic.made().answerKey(synthetic.layers(), Progress.SILENT);
  private final Atlas atlas = Atlas.of(1, layers());

  /**
   * All that a generator gave, in memory.
   *
   * @param layers in the order of their ids
   */
  record Gathered(SyntheticGround.Made made, List<LayerEdition> layers) {
    static Gathered of(Basis basis, Options options) {
      Map<String, List<Zone>> zones = new TreeMap<>();
      SyntheticGround.Made made =
          SyntheticGround.of(basis, options)
              .make(
                  (layer, some) ->
                      zones.computeIfAbsent(layer, id -> new ArrayList<>()).addAll(some),
                  Progress.SILENT);
      List<LayerEdition> layers = new ArrayList<>();
      for (Layer layer : made.layers()) {
        List<Zone> of = zones.get(layer.id());
        of.sort(Comparator.comparing(Zone::id));
        layers.add(new LayerEdition(layer, of));
      }
      return new Gathered(made, layers);
    }

    List<LeftOut> leftOut() {
      return made.leftOut();
    }
  }

  private MadeGround() {}

  public static synchronized MadeGround get() {
    if (made == null) {
      made = new MadeGround();
    }
    return made;
  }

  private static Options options() {
    return Options.named(NATIONAL ? "national" : "small", SEED);
  }

  /** The codes of the provinces that were made. */
  public Set<String> provinces() {
    return synthetic.made().counties().stream()
        .map(Known.Piece::province)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is real, of the whole country. */
  public RealGround real() {
    return real;
  }

  /** What the synthetic ground is drawn around. */
  Basis basis() {
    return basis;
  }

  Gathered synthetic() {
    return synthetic;
  }

  public AnswerKey key() {
    return key;
  }

  /** Real and synthetic layers as a server has them. */
  public Atlas atlas() {
    return atlas;
  }

  /** All layer editions, real and synthetic. */
  public List<LayerEdition> layers() {
    List<LayerEdition> all = new ArrayList<>(real.layers());
    all.addAll(synthetic.layers());
    return all;
  }

  /** One synthetic layer. */
  LayerEdition layer(String id) {
    return synthetic.layers().stream()
        .filter(edition -> edition.layer().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no layer " + id));
  }
}
