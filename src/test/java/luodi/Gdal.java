package luodi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

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

  private static String run(String tool, Object... arguments) {
    List<String> command =
        new java.util.ArrayList<>(Arrays.stream(arguments).map(Object::toString).toList());
    command.add(0, tool);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
