package luodi.batch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luodi.rule.Outcome;
import luodi.siting.Screening;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Answers as a table in UTF-8 (RFC 4180), a row each. Rules are told by their ids with a space
 * between; those that keep the project from being permitted are quoted in {@code reasons}, a line
 * each.
 */
public final class CsvAnswers implements Answers {
  /** Outcomes that a screening gives as reasons. */
  private static final List<Outcome> TOLD =
      Stream.of(Outcome.values())
          .filter(outcome -> outcome.compareTo(Outcome.OUTSIDE_PROFILE) < 0)
          .toList();

  private static final Set<Outcome> QUOTED =
      Set.of(Outcome.VIOLATED, Outcome.CONDITION, Outcome.NEED_INFO, Outcome.NO_DATA);

  private final CSVPrinter table;

  public CsvAnswers(OutputStream out) throws IOException {
    table =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16),
            CSVFormat.RFC4180);
    table.printRecord(columns());
  }

  /** The names of the columns, in their order. */
  public static List<String> columns() {
    List<String> names =
        new ArrayList<>(
            List.of("row", "id", "verdict", "place_verdict", "best_case", "worst_case"));
    names.addAll(List.of("headline_zh", "headline_en"));
    TOLD.forEach(outcome -> names.add(outcome.name().toLowerCase(Locale.ROOT)));
    names.addAll(List.of("reasons", "questions", "warnings", "as_of", "profile", "rulebook"));
    names.addAll(List.of("atlas", "screening", "error", "error_detail"));
    return names;
  }

  @Override
  public void write(RowAnswer answer) throws IOException {
    List<Object> cells = new ArrayList<>();
    cells.add(answer.row());
    add(cells, answer.id(), answer.verdict(), answer.placeVerdict());
    add(cells, answer.bestCase(), answer.worstCase(), answer.headlineZh(), answer.headlineEn());
    TOLD.forEach(
        outcome -> cells.add(String.join(" ", answer.rules().getOrDefault(outcome, List.of()))));
    cells.add(lines(answer.reasons().stream().filter(CsvAnswers::isQuoted).map(CsvAnswers::quote)));
    cells.add(
        answer.questions().stream().map(Screening.Asked::fact).collect(Collectors.joining(" ")));
    cells.add(lines(answer.warnings().stream()));
    add(cells, answer.asOf(), answer.profile(), answer.rulebook(), answer.atlas());
    add(cells, answer.screening());
    add(
        cells,
        answer.error().map(RowAnswer.Wrong::type),
        answer.error().map(RowAnswer.Wrong::detail));
    table.printRecord(cells);
  }

  /** Writes out what waits; the stream stays open. */
  public void flush() throws IOException {
    table.flush();
  }

  @Override
  public void close() throws IOException {
    table.close(true);
  }

  private static void add(List<Object> cells, Optional<?>... values) {
    for (Optional<?> value : values) {
      cells.add(value.map(Object::toString).orElse(""));
    }
  }

  private static String lines(Stream<String> lines) {
    return lines.distinct().collect(Collectors.joining("\n"));
  }

  private static boolean isQuoted(Screening.Reason reason) {
    return QUOTED.contains(reason.outcome());
  }

  /** Outcome, title, document, number and article, and the text as the rulebook carries it. */
  private static String quote(Screening.Reason reason) {
    Screening.Cited cited = reason.citation();
    String where =
        Stream.of(Optional.of(cited.document()), cited.number(), cited.article())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return "%s %s：%s（%s）%s"
        .formatted(reason.outcome(), reason.rule(), reason.titleZh(), where, cited.text());
  }
}
