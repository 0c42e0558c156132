package luodi.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import luodi.batch.Answers;
import luodi.batch.Batch;
import luodi.batch.CsvAnswers;
import luodi.batch.LineAnswers;
import luodi.batch.Rows;
import luodi.batch.Table;
import luodi.fault.Fault;
import luodi.web.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Screens a table of projects on this machine. */
@Command(
    name = "batch",
    description = "Screens a table of projects, a row each, and writes a table of answers.",
    mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description =
          "Projects as .csv (columns id, industry or product, lon and lat or wkt or site, crs, from, as_of, fact.KEY …), .jsonl (one a line) or .json (an array).")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where answers go, as .csv or .jsonl; the latter gives each reason in full.")
  private Path out;

  @Option(
      names = "--engine",
      defaultValue = "local",
      paramLabel = "local|spark",
      description = "What judges the rows: this process (default). spark is not built yet.")
  private Engine engine;

  @Mixin private GroundOptions at;

  @Mixin private LawOptions law;

  private enum Engine {
    local,
    spark
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (engine == Engine.spark) {
      throw Fault.BAD_PARAMETER.because(
          "The engine 'spark' is not built; use --engine local, which judges rows on all processors of this machine.");
    }
    String ending = ending(out);
    if (!ending.equals("csv") && !isLines(ending)) {
      throw Fault.BAD_PARAMETER.because("'%s' ends in neither .csv nor .jsonl; give one.", out);
    }
    Table table = Table.check(file, form(), Integer.MAX_VALUE);
    Wiring wiring = at.wiring(law);
    Desk desk = wiring.desk(wiring.storedGround());
    Batch.Count count = judge(table, desk);
    System.err.printf(
        "%d rows answered in %s, %d of them with an error%n", count.rows(), out, count.refused());
    return 0;
  }

  /** The answers get their name when they are whole. */
  private Batch.Count judge(Table table, Desk desk) throws IOException, InterruptedException {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    Progress bar = new Progress(System.err);
    Batch batch =
        new Batch(desk.screener(), desk.today(), Runtime.getRuntime().availableProcessors());
    Batch.Count count;
    try (Rows rows = table.open();
        Answers answers = answers(part)) {
      count = batch.judge(rows, answers, done -> bar.tell("screening", done, table.rows()));
    }
    Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    return count;
  }

  private Answers answers(Path part) throws IOException {
    OutputStream stream;
    try {
      stream = new BufferedOutputStream(Files.newOutputStream(part));
    } catch (IOException unwritable) {
      throw Fault.UNAVAILABLE.because("'%s' cannot be written.", out).causedBy(unwritable);
    }
    return ending(out).equals("csv") ? new CsvAnswers(stream) : new LineAnswers(stream);
  }

  private Table.Form form() {
    String ending = ending(file);
    if (ending.equals("csv")) {
      return Table.Form.CSV;
    }
    if (isLines(ending)) {
      return Table.Form.JSON_LINES;
    }
    if (ending.equals("json")) {
      return Table.Form.JSON_ARRAY;
    }
    throw Fault.BAD_PARAMETER.because(
        "'%s' ends in neither .csv, .jsonl nor .json; give one of these.", file);
  }

  private static boolean isLines(String ending) {
    return ending.equals("jsonl") || ending.equals("ndjson");
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
