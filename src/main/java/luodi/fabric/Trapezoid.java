package luodi.fabric;

/**
 * Ground between two meridians and two edges, in grid cells.
 *
 * @param face the number of its face in the cell
 * @param southA where the southern edge meets the western meridian; {@code B} is the eastern one
 */
record Trapezoid(
    int face, double xa, double xb, double southA, double southB, double northA, double northB) {}
