package luodi.atlas;

import java.util.List;
import java.util.function.Consumer;

/** Copies everything of one store into another: all editions with their states, and the history. */
public final class Transfer {
  private final AtlasStore from;
  private final AtlasStore to;

  private Transfer(AtlasStore from, AtlasStore to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies; what is published is published at the very end and at once, so that a copy that was
   * stopped can be made again. What somebody else publishes meanwhile arrives unpublished.
   *
   * @param each told of each edition that arrived
   * @throws luodi.fault.FaultException {@code CONFLICT} when the other store has a history already
   */
  public static void copy(AtlasStore from, AtlasStore to, Consumer<Layer> each) {
    new Transfer(from, to).run(each);
  }

  private void run(Consumer<Layer> each) {
    to.history().mustNotHaveBegun();
    History history = from.history();
    for (String layer : from.layerIds()) {
      List<Edition> editions = from.editions(layer);
      for (Edition edition : editions) {
        copy(edition);
        each.accept(edition.layer());
      }
    }
    to.begin(history);
  }

  private void copy(Edition edition) {
    Layer layer = edition.layer();
    try (Draft draft = to.draft(layer)) {
      from.read(layer.id(), layer.edition(), draft::add);
      draft.keep();
    }
    to.judge(layer.id(), layer.edition(), edition.state() != Edition.State.DRAFT, edition.report());
  }
}
