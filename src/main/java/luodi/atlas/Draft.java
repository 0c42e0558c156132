package luodi.atlas;

/**
 * An edition while it is written, zone by zone. Nobody reads it before it is kept; one that is
 * closed without being kept, or whose process is killed, was never there.
 */
public interface Draft extends AutoCloseable {
  /**
   * Adds one zone; they may come in any order.
   *
   * @throws luodi.fault.FaultException {@code CONFLICT} when its id came before, or when it brings
   *     an attribute whose name differs from another's in case only
   */
  void add(Zone zone);

  /** Keeps all that was added as an edition that is not checked yet. */
  void keep();

  @Override
  void close();
}
