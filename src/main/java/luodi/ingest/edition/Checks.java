package luodi.ingest.edition;

import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.rule.Vocabulary;

/** What is checked of a draft as a whole. */
final class Checks {
  private final AtlasStore store;
  private final Vocabulary words;
  private final Ingest.Progress progress;

  Checks(AtlasStore store, Vocabulary words, Ingest.Progress progress) {
    this.store = store;
    this.words = words;
    this.progress = progress;
  }

  void run(Layer layer, Manifest manifest, Ingest.Drafted drafted) {
    Report report = drafted.report();
    progress.tell("checking " + layer.id(), 0);
    words.layer(layer.id()).ifPresent(known -> checkWords(layer, known, report));
    drafted
        .divisionCodes()
        .ifPresent(attribute -> new DivisionCheck(store, layer, attribute).run(report));
    if (manifest.tiles() && layer.geometry() == Layer.Shape.POLYGON) {
      new TilingCheck(store, layer, words.sliverM(layer.id())).run(report);
    }
    progress.tell("checking " + layer.id(), 1);
  }

  private void checkWords(Layer layer, Vocabulary.LayerWords known, Report report) {
    WordCheck check = new WordCheck(known);
    store.read(layer.id(), layer.edition(), check::look);
    check.warnings().forEach(report::warn);
  }
}
