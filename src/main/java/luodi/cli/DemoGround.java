package luodi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.AtlasStore;
import luodi.atlas.Draft;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.gpkg.GeoPackageStore;
import luodi.ingest.RealGround;
import luodi.synthetic.Basis;
import luodi.synthetic.LeftOut;
import luodi.synthetic.Options;
import luodi.synthetic.Spool;
import luodi.synthetic.SyntheticGround;

/**
 * Makes the ground of the demo: the real layers of the whole country, and the synthetic ones that
 * the options name. It is drawn province by province and stored layer by layer, with a spool on
 * disk between, so that no more than some provinces are in memory.
 */
final class DemoGround {
  private final Options options;
  private final Progress progress;

  DemoGround(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Writes the ground into one file, wholly or not at all. */
  void write(Path file) {
    RealGround real = RealGround.read(Home.geodata());
    SyntheticGround ground = SyntheticGround.of(Basis.of(real, Home.geodata()), options);
    try (Spool spool = Spool.beside(file)) {
      SyntheticGround.Made made = ground.make(spool, this::tell);
      store(real, made, spool, file);
    }
  }

  /**
   * Writes the ground and its answer key, and what got no shape, into a directory. The key is found
   * by comparing with every zone, so all of them are kept in memory, eight bytes a vertex.
   */
  void writeWithKey(Path out) {
    RealGround real = RealGround.read(Home.geodata());
    SyntheticGround ground = SyntheticGround.of(Basis.of(real, Home.geodata()), options);
    Map<String, List<Zone>> zones = new TreeMap<>();
    Path file = out.resolve("ground.gpkg");
    try (Spool spool = Spool.beside(file)) {
      SyntheticGround.Made made =
          ground.make(
              (layer, some) -> {
                spool.take(layer, some);
                zones.computeIfAbsent(layer, id -> new ArrayList<>()).addAll(some);
              },
              this::tell);
      store(real, made, spool, file);
      made.answerKey(editions(made, zones), this::tell).writeTo(out);
      listLeftOut(made, out);
    }
  }

  private void tell(String what, int done, int all) {
    progress.tell("making the ground", done, all);
  }

  private static List<LayerEdition> editions(
      SyntheticGround.Made made, Map<String, List<Zone>> zones) {
    zones.values().forEach(of -> of.sort(Comparator.comparing(Zone::id)));
    return made.layers().stream()
        .map(layer -> new LayerEdition(layer, zones.get(layer.id())))
        .toList();
  }

  private void store(RealGround real, SyntheticGround.Made made, Spool spool, Path file) {
    Path half = file.resolveSibling(file.getFileName() + ".making");
    int all = real.layers().size() + made.layers().size();
    int done = 0;
    try {
      Files.deleteIfExists(half);
      try (AtlasStore store = GeoPackageStore.open(half)) {
        for (LayerEdition edition : real.layers()) {
          store.write(edition);
          progress.tell("storing the ground", ++done, all);
        }
        for (Layer layer : made.layers()) {
          store(store, layer, spool);
          progress.tell("storing the ground", ++done, all);
        }
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw cannotWrite(file, unwritable);
    }
  }

  private static void store(AtlasStore store, Layer layer, Spool spool) {
    try (Draft draft = store.draft(layer)) {
      spool.read(layer.id(), draft::add);
      draft.keep();
    }
    store.judge(layer.id(), layer.edition(), true, "{}");
    store.publish(layer.id(), layer.edition());
  }

  private static void listLeftOut(SyntheticGround.Made made, Path out) {
    try {
      Files.write(
          out.resolve("left-out.txt"), made.leftOut().stream().map(DemoGround::line).toList());
    } catch (IOException unwritable) {
      throw cannotWrite(out, unwritable);
    }
  }

  private static String line(LeftOut left) {
    return "%s %s %s: %s".formatted(left.layer(), left.id(), left.name(), left.reason());
  }

  private static RuntimeException cannotWrite(Path file, IOException cause) {
    return Fault.UNAVAILABLE
        .because("The ground cannot be written to %s: %s.", file.getFileName(), cause.getMessage())
        .causedBy(cause);
  }
}
