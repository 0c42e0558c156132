package luodi.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 done, 2 the caller's mistake, 3 not found, 4 our fault, 5
 * something beyond us.
 */
@Command(
    name = "luodi",
    description = "Where in China can a given industry land, legally and sensibly?",
    mixinStandardHelpOptions = true,
    version = "luodi 0.1.0",
    subcommands = {
      Demo.class,
      Serve.class,
      Synthesize.class,
      Ground.class,
      IngestCommand.class,
      EditionCommand.class,
      Export.class,
      Import.class,
      CooperationCommand.class,
      Screen.class,
      BatchCommand.class,
      MovesCommand.class,
      RulebookCommand.class
    })
public final class Luodi implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs one command and returns the exit code. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Luodi());
    line.setOut(new java.io.PrintWriter(out, true, java.nio.charset.StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(err, true, java.nio.charset.StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          err.println("luodi: " + wrong.getMessage());
          err.println(
              "Try: luodi "
                  + (wrong.getCommandLine().getParent() == null
                      ? ""
                      : wrong.getCommandLine().getCommandName() + " ")
                  + "--help");
          return Fault.BAD_PARAMETER.exitCode();
        });
    line.setExecutionExceptionHandler((failed, command, parsed) -> tell(failed, err));
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int tell(Exception failed, PrintStream err) {
    if (failed instanceof FaultException fault) {
      err.println("luodi: " + fault.getMessage());
      return fault.fault().exitCode();
    }
    err.println("luodi: something went wrong on our side: " + failed);
    return Fault.INTERNAL.exitCode();
  }

  /** Puts a flag beside the settings when it was given; several values with a comma between. */
  static void flag(Map<String, String> flags, String name, Object value) {
    if (value instanceof List<?> several) {
      flags.put(name, several.stream().map(Object::toString).collect(Collectors.joining(",")));
    } else if (value != null) {
      flags.put(name, value.toString());
    }
  }
}
