package luodi.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luodi.atlas.AtlasStore;
import luodi.cooperation.RecordKind;
import luodi.cooperation.RecordLayers;
import luodi.cooperation.RecordTable;
import luodi.cooperation.Records;
import luodi.fault.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps agreements between regions, their accounts, and registers. */
@Command(
    name = "cooperation",
    description = "Keeps agreements between regions, their accounts, and registers, as CSV.",
    footer = {
      "",
      "agreements.csv  id,title,mode,park,adcode,from,to,source,confidence",
      "shares.csv      agreement,indicator,adcode,percent       (100 % for each indicator)",
      "entries.csv     id,agreement,year,indicator,amount,unit,recorded_on,corrects,note,source",
      "registers.csv   id,register,title,adcode,industry,from,to,amount_fen,source,confidence",
      "Indicators are output and revenue in whole fen, land in whole m2. Entries are never edited;",
      "one that corrects another carries the difference. Registers are model-case, fund, pilot, event."
    },
    mixinStandardHelpOptions = true)
final class CooperationCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "import",
      description = "Adds the rows of CSV files to the records, all or none.",
      mixinStandardHelpOptions = true)
  int take(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, in UTF-8.")
          List<Path> files,
      @Mixin GroundOptions at) {
    Records more = Records.together(files.stream().map(CooperationCommand::read).toList());
    try (AtlasStore store = at.wiring().store()) {
      Records all = RecordLayers.read(store).and(more);
      RecordLayers.write(all, store);
      tell(all);
    }
    return 0;
  }

  @Command(
      name = "export",
      description = "Writes all records as CSV files into a directory.",
      mixinStandardHelpOptions = true)
  int give(
      @Option(names = "--out", required = true, description = "The directory.") Path out,
      @Mixin GroundOptions at) {
    try (AtlasStore store = at.wiring().store()) {
      Records all = RecordLayers.read(store);
      Files.createDirectories(out);
      for (RecordKind kind : RecordKind.values()) {
        Files.writeString(out.resolve(kind.file()), kind.write(all));
      }
      tell(all);
    } catch (IOException unwritable) {
      throw Fault.UNAVAILABLE.because("%s cannot be written to.", out).causedBy(unwritable);
    }
    return 0;
  }

  private void tell(Records all) {
    spec.commandLine()
        .getOut()
        .printf(
            "%d agreements, %d shares, %d entries and %d register items are on record%n",
            all.agreements().size(),
            all.shares().size(),
            all.entries().size(),
            all.registers().size());
  }

  private static Records read(Path file) {
    try {
      return RecordTable.read(
          file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw Fault.BAD_FILE
          .because("%s is not there, or no text in UTF-8.", file)
          .causedBy(unreadable);
    }
  }
}
