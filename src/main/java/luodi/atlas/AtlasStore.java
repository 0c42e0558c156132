package luodi.atlas;

import java.util.List;

/**
 * Where layer editions are kept between starts. GeoPackage and PostGIS stand behind it and pass one
 * contract test.
 */
public interface AtlasStore extends AutoCloseable {
  /** The manifests of all layers, in the order of their ids. */
  List<Layer> layers();

  /**
   * One layer with its zones in the order of their ids.
   *
   * @throws luodi.fault.FaultException {@code NOT_FOUND} when there is no such layer
   */
  LayerEdition read(String layerId);

  /** Puts a layer edition in the place of the one of the same layer, wholly or not at all. */
  void write(LayerEdition edition);

  @Override
  void close();
}
