package luodi.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Atlas;
import luodi.atlas.LayerEdition;
import luodi.ingest.RealGround;
import luodi.synthetic.key.AnswerKey;

/** The ground of the demo at small scale with its answer key, made once for all tests. */
public final class SmallGround {
  public static final Path GEODATA = Path.of("geodata");
  static final long SEED = 20260101;

  private static SmallGround made;

  private final RealGround real = RealGround.read(GEODATA);
  private final Basis basis = Basis.of(real, GEODATA);
  private final SyntheticGround.Made synthetic =
      SyntheticGround.generate(basis, Options.small(SEED), Progress.SILENT);
  private final AnswerKey key = synthetic.answerKey(Progress.SILENT);
  private final Atlas atlas = Atlas.of(1, layers());

  private SmallGround() {}

  public static synchronized SmallGround get() {
    if (made == null) {
      made = new SmallGround();
    }
    return made;
  }

  /** What is real, of the whole country. */
  public RealGround real() {
    return real;
  }

  /** What the synthetic ground is drawn around. */
  Basis basis() {
    return basis;
  }

  SyntheticGround.Made synthetic() {
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
