package luodi.cli;

import luodi.ingest.RealGround;
import picocli.CommandLine.Command;

/** Looks after the ground. */
@Command(name = "ground", description = "Looks after the ground.", mixinStandardHelpOptions = true)
final class Ground {
  @Command(
      name = "check",
      description =
          "Lists every row of the fact tables that joins to no place; none is dropped in silence.",
      mixinStandardHelpOptions = true)
  int check() {
    RealGround real = RealGround.read(Home.geodata());
    real.counts().forEach(System.out::println);
    System.out.println();
    real.unjoined().forEach(System.out::println);
    return 0;
  }
}
