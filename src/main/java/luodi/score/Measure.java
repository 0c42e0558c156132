package luodi.score;

/**
 * A value that was measured or told.
 *
 * @param source where it was read, with its confidence
 * @param synthetic true when it rests on ground that was made up
 */
public record Measure(double raw, String unit, String source, boolean synthetic) {}
