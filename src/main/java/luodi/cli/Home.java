package luodi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import luodi.fault.Fault;

/**
 * Where the project lies on this machine: the starting script says so, else the working directory.
 */
final class Home {
  private Home() {}

  /** The folder of the real ground. */
  static Path geodata() {
    Path geodata = Path.of(System.getProperty("luodi.home", ".")).resolve("geodata");
    if (!Files.isDirectory(geodata.resolve("facts"))) {
      throw Fault.UNAVAILABLE.because(
          "There is no geodata/ with the real ground here; start Luodi by bin/luodi, or from the project's folder.");
    }
    return geodata;
  }
}
