package luodi.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import luodi.fault.Fault;

/**
 * Where layer editions are kept between starts. GeoPackage and PostGIS stand behind it and pass one
 * contract test.
 *
 * <p>An edition is drafted, checked, published and perhaps withdrawn. What was published once never
 * changes and never goes: withdrawn and former editions stay for replay. Each publication and
 * withdrawal has the next number; the store's {@link #history} of them tells which editions stand
 * together under any number.
 *
 * <p>Every method holds wholly or not at all, also when the process is killed in it. A store is
 * used by one thread at a time, and while a {@link Draft} of it is open by nobody else.
 */
public interface AtlasStore extends AutoCloseable {
  /** All publications and withdrawals so far. */
  History history();

  /** The ids of all layers that have an edition, also an unpublished one, in their order. */
  List<String> layerIds();

  /** Every edition of a layer, in the order of their names; none when there is no such layer. */
  List<Edition> editions(String layerId);

  /**
   * The zones of one edition in the order of their ids (by code point), each handed over before the
   * next is read.
   *
   * @throws luodi.fault.FaultException {@code NOT_FOUND} when there is no such edition
   */
  void read(String layerId, String edition, Consumer<Zone> each);

  /**
   * Opens an edition for writing. It takes the place of an unpublished one of the same name.
   *
   * @throws luodi.fault.FaultException {@code CONFLICT} when that edition was ever published
   */
  Draft draft(Layer layer);

  /**
   * Notes what the checks said of an edition that was never published: only one that passed may be
   * published.
   *
   * @param report what was found, as JSON
   */
  void judge(String layerId, String edition, boolean passed, String report);

  /**
   * Makes an edition the current one of its layer. Also a withdrawn or former edition may come
   * back.
   *
   * @return the number of this publication
   * @throws luodi.fault.FaultException {@code NOT_FOUND}, or {@code CONFLICT} when its checks have
   *     not passed
   */
  int publish(String layerId, String edition);

  /**
   * Takes a published edition out of use. Where it was the current one, the one published before it
   * stands again; where there is none, nothing is known of the layer.
   *
   * @return the number of this withdrawal
   * @throws luodi.fault.FaultException {@code NOT_FOUND}, or {@code CONFLICT} when it is not
   *     published
   */
  int withdraw(String layerId, String edition);

  /**
   * Takes over a whole history, of editions that lie here already and have passed their checks.
   *
   * @throws luodi.fault.FaultException {@code CONFLICT} when this store has a history of its own,
   *     or an edition has not passed; {@code NOT_FOUND} when one is missing
   */
  void begin(History history);

  @Override
  void close();

  /** The manifests of the current editions, in the order of their layers' ids. */
  default List<Layer> layers() {
    return layersAt(Integer.MAX_VALUE);
  }

  /** The manifests of the editions that stood together under a number of the history. */
  default List<Layer> layersAt(int number) {
    List<Layer> layers = new ArrayList<>();
    history().at(number).forEach((id, edition) -> layers.add(edition(id, edition).layer()));
    return layers;
  }

  /** One edition of a layer; {@code NOT_FOUND} when there is none of that name. */
  default Edition edition(String layerId, String edition) {
    return editions(layerId).stream()
        .filter(one -> one.layer().edition().equals(edition))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.NOT_FOUND.because(
                    "There is no edition '%s' of layer '%s'; there are %s.",
                    edition,
                    layerId,
                    editions(layerId).stream().map(one -> one.layer().edition()).toList()));
  }

  /** The current edition of a layer with its zones; {@code NOT_FOUND} when it has none. */
  default LayerEdition read(String layerId) {
    String current =
        Optional.ofNullable(history().at(Integer.MAX_VALUE).get(layerId))
            .orElseThrow(
                () -> Fault.NOT_FOUND.because("No edition of layer '%s' is published.", layerId));
    return read(layerId, current);
  }

  /** One edition with its zones; {@code NOT_FOUND} when there is none of that name. */
  default LayerEdition read(String layerId, String edition) {
    List<Zone> zones = new ArrayList<>();
    Layer layer = edition(layerId, edition).layer();
    read(layerId, edition, zones::add);
    return new LayerEdition(layer, zones);
  }

  /** Drafts and publishes an edition that needs no checks, because we made it ourselves. */
  default void write(LayerEdition edition) {
    Layer layer = edition.layer();
    try (Draft draft = draft(layer)) {
      edition.zones().forEach(draft::add);
      draft.keep();
    }
    judge(layer.id(), layer.edition(), true, "{}");
    publish(layer.id(), layer.edition());
  }
}
