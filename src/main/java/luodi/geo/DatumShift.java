package luodi.geo;

import java.util.Arrays;
import java.util.stream.Collectors;
import luodi.fault.Fault;

/**
 * The local parameters that lead from an old datum to CGCS2000, as the surveyors of the place give
 * them.
 *
 * @param parameters three metres (dX, dY, dZ), or seven: metres, then rotations in arc-seconds and
 *     the scale in parts per million, rotations of the position vector (EPSG method 9606, the order
 *     and signs of {@code TOWGS84})
 */
public record DatumShift(double[] parameters) {
  private static final double MOST_M = 1000;
  private static final double MOST_SECONDS_OR_PPM = 60;

  public DatumShift {
    if (parameters.length != 3 && parameters.length != 7) {
      throw bad("there are " + parameters.length);
    }
    for (int i = 0; i < parameters.length; i++) {
      if (!(Math.abs(parameters[i]) <= (i < 3 ? MOST_M : MOST_SECONDS_OR_PPM))) {
        throw bad("number " + (i + 1) + " is " + parameters[i]);
      }
    }
    if (Arrays.stream(parameters).allMatch(each -> each == 0)) {
      throw bad("all are zero, which is no shift");
    }
    parameters = parameters.clone();
  }

  /** Three or seven numbers with commas between them; else {@code BAD_PARAMETER}. */
  public static DatumShift parse(String text) {
    try {
      return new DatumShift(
          Arrays.stream(text.split(","))
              .mapToDouble(each -> Double.parseDouble(each.trim()))
              .toArray());
    } catch (NumberFormatException noNumber) {
      throw bad("'" + text + "' came");
    }
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  /** As it was given. */
  public String shown() {
    return Arrays.stream(parameters)
        .mapToObj(
            each -> each == Math.rint(each) ? String.valueOf((long) each) : String.valueOf(each))
        .collect(Collectors.joining(","));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatumShift shift && Arrays.equals(parameters, shift.parameters);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parameters);
  }

  private static RuntimeException bad(String why) {
    return Fault.BAD_PARAMETER.because(
        "A datum shift is 3 or 7 numbers, dX,dY,dZ in metres, then rX,rY,rZ in arc-seconds and the scale in ppm"
            + " (position vector, EPSG 9606); %s.",
        why);
  }
}
