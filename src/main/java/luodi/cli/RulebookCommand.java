package luodi.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luodi.fault.Fault;
import luodi.rule.Mistake;
import luodi.rule.Pack;
import luodi.rule.Packs;
import luodi.rule.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the law. */
@Command(name = "rulebook", description = "Looks after the law.", mixinStandardHelpOptions = true)
final class RulebookCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "check",
      description = {
        "Reads the rulebook, and packs over it, and tells every mistake with file and line.",
        "Ends with 0 when there is none, else with 2."
      },
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              paramLabel = "FILE",
              arity = "0..*",
              description = "Packs of rules, or directories of packs (default: none).")
          List<Path> files) {
    PrintWriter out = spec.commandLine().getOut();
    Rulebook law = Rulebook.load();
    Packs.Read read = Packs.over(law, PackFiles.read(files == null ? new ArrayList<>() : files));
    if (!read.mistakes().isEmpty()) {
      read.mistakes().stream().map(Mistake::toString).forEach(out::println);
      out.printf("%d mistakes%n", read.mistakes().size());
      return Fault.BAD_FILE.exitCode();
    }
    out.printf("%s: %d rules, no mistakes%n", law.name(), law.rules().size());
    for (Pack pack : read.rulebook().packs()) {
      out.printf("%s: %d rules, no mistakes%n", pack.name(), pack.rules());
    }
    return 0;
  }
}
