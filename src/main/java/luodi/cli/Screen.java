package luodi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import luodi.fault.Fault;
import luodi.siting.ProposalReader;
import luodi.web.Desk;
import luodi.web.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Screens one project and prints the answer. */
@Command(
    name = "screen",
    description = "Screens a project on a site and prints the answer as JSON.",
    mixinStandardHelpOptions = true)
final class Screen implements Callable<Integer> {
  @Option(names = "--industry", required = true, description = "GB/T 4754-2017 code, such as 3011.")
  private String industry;

  @Option(names = "--site", required = true, description = "A GeoJSON file, or LON,LAT in degrees.")
  private String site;

  @Option(names = "--fact", description = "A fact of the project as key=value; may come often.")
  private List<String> facts = new ArrayList<>();

  @Option(
      names = "--as-of",
      description = "The day of the law, such as 2026-11-23 (default: today).")
  private String asOf;

  @Option(names = "--from", description = "Division code that the project moves from.")
  private String from;

  @Option(names = "--crs", description = "The site's CRS (default CRS84).")
  private String crs;

  @Mixin private GroundOptions at;

  @Mixin private LawOptions law;

  @Override
  public Integer call() {
    TreeMap<String, String> flags = new TreeMap<>();
    law.put(flags);
    Wiring wiring = new Wiring(at.settings(flags), System.err);
    Desk desk = wiring.desk(wiring.storedGround());
    System.out.println(
        Json.indented(desk.screener().screen(ProposalReader.read(project(), desk.today()))));
    return 0;
  }

  private JsonNode project() {
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("industry", industry);
    project.set("site", site());
    Map<String, String> told = new TreeMap<>();
    Luodi.flag(told, "crs", crs);
    Luodi.flag(told, "as_of", asOf);
    told.forEach(project::put);
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

  private JsonNode site() {
    if (site.matches("[-+]?\\d+(\\.\\d+)?,[-+]?\\d+(\\.\\d+)?")) {
      String[] at = site.split(",");
      ObjectNode point = JsonNodeFactory.instance.objectNode();
      point.put("type", "Point");
      point.putArray("coordinates").add(Double.parseDouble(at[0])).add(Double.parseDouble(at[1]));
      return point;
    }
    try {
      return Json.read(Files.readAllBytes(Path.of(site)));
    } catch (IOException unreadable) {
      throw Fault.NOT_FOUND
          .because("There is no file '%s'; give a GeoJSON file, or LON,LAT in degrees.", site)
          .causedBy(unreadable);
    }
  }
}
