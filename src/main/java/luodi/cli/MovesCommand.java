package luodi.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luodi.fault.Fault;
import luodi.siting.Landscape;
import luodi.siting.Moves;
import luodi.siting.ProposalReader;
import luodi.web.Desk;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Moves from every prefecture to every other as a table. */
@Command(
    name = "moves",
    description =
        "Judges the moves of an industry to every prefecture, from one division or, without --from, from every prefecture: a CSV table, best first for each origin.",
    mixinStandardHelpOptions = true)
final class MovesCommand implements Callable<Integer> {
  private static final String[] COLUMNS = {
    "from", "from_name", "to", "to_name", "verdict", "place_verdict", "rules", "ratio_required",
    "ratio_low", "ratio_high", "route", "ratio_rule", "score", "modes", "pairings", "catalogue",
    "industry", "as_of", "profile", "rulebook", "atlas", "warnings"
  };

  @Spec private CommandSpec spec;

  @Option(names = "--industry", required = true, description = "GB/T 4754-2017 code, such as 1713.")
  private String industry;

  @Option(
      names = "--origins-in",
      paramLabel = "ADCODE",
      description = "Without --from: only from prefectures in this division, such as 440000.")
  private String originsIn;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A .csv file.")
  private Path out;

  @Mixin private ProjectOptions project;

  @Mixin private GroundOptions at;

  @Mixin private LawOptions law;

  @Override
  public Integer call() throws IOException {
    Wiring wiring = at.wiring(law);
    Desk desk = wiring.desk(wiring.storedGround());
    ObjectNode asked = project.project(industry);
    ProposalReader.readWithoutSite(asked, desk.today()); // what is wrong is told at once
    Landscape landscape = wiring.landscape(desk);
    Collection<String> origins =
        asked.has("from")
            ? List.of(asked.at("/from/adcode").asText())
            : landscape.prefectures(Optional.ofNullable(originsIn));
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try {
      long rows = write(part, origins, asked, landscape, desk);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      spec.commandLine().getOut().printf("%d moves lie in %s%n", rows, out);
    } catch (IOException unwritable) {
      throw Fault.UNAVAILABLE
          .because("'%s' cannot be written: %s.", out, unwritable.getMessage())
          .causedBy(unwritable);
    } finally {
      Files.deleteIfExists(part);
    }
    return 0;
  }

  private long write(
      Path part, Collection<String> origins, ObjectNode asked, Landscape landscape, Desk desk)
      throws IOException {
    Progress bar = new Progress(spec.commandLine().getErr());
    long rows = 0;
    int done = 0;
    try (BufferedWriter text = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180)) {
      table.printRecord((Object[]) COLUMNS);
      for (String origin : origins) {
        asked.putObject("from").put("adcode", origin);
        Moves moves =
            landscape.moves(
                ProposalReader.readWithoutSite(asked, desk.today()),
                desk.places(),
                Optional.empty(),
                false);
        for (Moves.Row row : moves.rows()) {
          table.printRecord(cells(moves, row));
          rows++;
        }
        bar.tell("judging moves", ++done, origins.size());
      }
    }
    return rows;
  }

  private static Object[] cells(Moves moves, Moves.Row row) {
    Moves.Ratio ratio = row.ratio();
    return new Object[] {
      moves.from().adcode().orElse(""),
      moves.from().name().orElse(""),
      row.adcode(),
      row.name(),
      row.move().verdict(),
      row.move().placeVerdict(),
      joined(row.move().reasons().stream().map(Moves.Reason::rule).distinct().toList()),
      ratio.required().orElse(null),
      ratio.low().orElse(null),
      ratio.high().orElse(null),
      ratio.route(),
      ratio.rule().orElse(null),
      row.score().orElse(null),
      joined(row.modes().stream().map(Moves.Mode::mode).toList()),
      joined(row.pairings().stream().map(Moves.Pairing::document).distinct().toList()),
      joined(row.catalogue().stream().map(Moves.Listed::kind).distinct().toList()),
      moves.industry(),
      moves.asOf(),
      moves.profile(),
      moves.rulebook(),
      moves.atlas(),
      String.join("; ", moves.warnings())
    };
  }

  private static String joined(List<String> words) {
    return String.join(" ", words);
  }
}
