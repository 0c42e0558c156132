package luodi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line as an operator meets it: a process of its own, started as {@code bin/luodi}
 * starts it.
 *
 * @param out all that it wrote to its standard output
 * @param err all that it wrote to its standard error
 */
public record LuodiProcess(int exitCode, String out, String err) {
  private static final long PATIENCE_MINUTES = 5;

  public static LuodiProcess run(String... arguments) {
    return run(List.of(), arguments);
  }

  /** The same with options of the JVM, such as {@code -XX:ActiveProcessorCount=1}. */
  public static LuodiProcess run(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Dluodi.home=.", "-cp", classPath(), "luodi.Main"));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("luodi", ".out");
      Path err = Files.createTempFile("luodi", ".err");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still running after minutes: " + command);
      }
      return new LuodiProcess(process.exitValue(), taken(out), taken(err));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Makes the ground of Ningxia in a directory. */
  static void makeNingxia(Path directory) {
    LuodiProcess made = run("synthesize", "--scale", "640000", "--out", directory.toString());
    if (made.exitCode() != 0) {
      throw new AssertionError(made.err());
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String taken(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }
}
