package luodi.synthetic;

/** Is told how far the work has come; from several threads, one call at a time. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (what, done, all) -> {};

  /**
   * Some work has been done.
   *
   * @param what the stage and its last piece, such as {@code 640000 env-unit}
   * @param done pieces done so far
   * @param all pieces in this stage
   */
  void reached(String what, int done, int all);
}
