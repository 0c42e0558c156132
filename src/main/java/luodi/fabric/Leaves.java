package luodi.fabric;

/** Is shown the leaves of a fabric; positions in grid cells of 1e-7°. */
public interface Leaves {
  /** Ground under one word. */
  void even(double x0, double y0, double x1, double y1, int word);

  /** Ground that edges cross. */
  void cut(double x0, double y0, double x1, double y1, Cut cut);

  /** What lies on ground that edges cross. */
  interface Cut {
    /** How many faces it has. */
    int faces();

    /** The word of a face. */
    int word(int face);

    /** The area of a face, m², to seven digits. */
    double areaM2(int face);

    /** The word at a position in it; -1 where no face is that thin. */
    int wordAt(double x, double y);
  }
}
