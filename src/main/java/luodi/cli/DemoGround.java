package luodi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import luodi.atlas.AtlasStore;
import luodi.atlas.Draft;
import luodi.atlas.History;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
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

  /**
   * Drafts the ground in a store and then publishes all of it at once.
   *
   * @param beside a file beside which the zones are spooled
   */
  void write(AtlasStore store, Path beside) {
    RealGround real = RealGround.read(Home.geodata());
    SyntheticGround ground = SyntheticGround.of(Basis.of(real, Home.geodata()), options);
    try (Spool spool = Spool.beside(beside)) {
      SyntheticGround.Made made = ground.make(spool, this::tell);
      store(real, made, spool, store);
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
      GroundFile.write(file, store -> store(real, made, spool, store));
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

  private void store(RealGround real, SyntheticGround.Made made, Spool spool, AtlasStore store) {
    List<Layer> layers = new ArrayList<>();
    int all = real.layers().size() + made.layers().size();
    for (LayerEdition edition : real.layers()) {
      draft(store, edition.layer(), draft -> edition.zones().forEach(draft::add));
      layers.add(edition.layer());
      progress.tell("storing the ground", layers.size(), all);
    }
    for (Layer layer : made.layers()) {
      draft(store, layer, draft -> spool.read(layer.id(), draft::add));
      layers.add(layer);
      progress.tell("storing the ground", layers.size(), all);
    }
    store.begin(History.ofPublishing(layers));
  }

  private static void draft(AtlasStore store, Layer layer, Consumer<Draft> write) {
    try (Draft draft = store.draft(layer)) {
      write.accept(draft);
      draft.keep();
    }
    store.judge(layer.id(), layer.edition(), true, "{}");
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
