package luodi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The tools of GDAL, by which other people make and read the files that we read and make. */
public final class Gdal {
  private Gdal() {}

  /** What {@code ogrinfo} prints. */
  public static String info(Object... arguments) {
    return run("ogrinfo", arguments);
  }

  /** Converts a file. */
  public static void convert(Object... arguments) {
    run("ogr2ogr", arguments);
  }

  /** A CRS in one of GDAL's dialects of Well-Known Text. */
  public static String crs(String dialect, String crs) {
    return run("gdalsrsinfo", "-o", dialect, crs).strip();
  }

  /** Positions x, y in another CRS; both CRSs in PROJ's words. */
  public static List<double[]> transform(String from, String to, List<double[]> positions) {
    String in =
        positions.stream().map(at -> at[0] + " " + at[1] + "\n").collect(Collectors.joining());
    String out =
        feed(
            in,
            "gdaltransform",
            "-output_xy",
            "-s_srs",
            from + " +no_defs",
            "-t_srs",
            to + " +no_defs");
    return out.lines()
        .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static String run(String tool, Object... arguments) {
    return feed("", tool, arguments);
  }

  private static String feed(String in, String tool, Object... arguments) {
    List<String> command =
        new java.util.ArrayList<>(Arrays.stream(arguments).map(Object::toString).toList());
    command.add(0, tool);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().write(in.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + said);
      }
      return said;
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(command + " could not be run; bin/test installs GDAL", failed);
    }
  }
}
