package luodi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Option(names = "--crs", description = "The site's CRS (default CRS84).")
  private String crs;

  @Mixin private ProjectOptions project;

  @Mixin private GroundOptions at;

  @Mixin private LawOptions law;

  @Override
  public Integer call() {
    Wiring wiring = at.wiring(law);
    Desk desk = wiring.desk(wiring.storedGround());
    System.out.println(
        Json.indented(desk.screener().screen(ProposalReader.read(project(), desk.today()))));
    return 0;
  }

  private JsonNode project() {
    ObjectNode told = project.project(industry);
    told.set("site", site());
    if (crs != null) {
      told.put("crs", crs);
    }
    return told;
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
