package luodi.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import luodi.fault.Fault;
import picocli.CommandLine.Option;

/** What a command is told of a project beside its industry and its site. */
final class ProjectOptions {
  @Option(names = "--fact", description = "A fact of the project as key=value; may come often.")
  private List<String> facts = new ArrayList<>();

  @Option(
      names = "--as-of",
      description = "The day of the law, such as 2026-11-23 (default: today).")
  private String asOf;

  @Option(names = "--from", description = "Division code that the project moves from.")
  private String from;

  /** The project as a body of the API. */
  ObjectNode project(String industry) {
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("industry", industry);
    if (asOf != null) {
      project.put("as_of", asOf);
    }
    if (from != null) {
      project.putObject("from").put("adcode", from);
    }
    ObjectNode all = project.putObject("facts");
    for (String fact : facts) {
      int sign = fact.indexOf('=');
      if (sign < 1) {
        throw Fault.BAD_FACT.because("'%s' is no fact; write it as key=value.", fact);
      }
      all.put(fact.substring(0, sign), fact.substring(sign + 1));
    }
    return project;
  }
}
