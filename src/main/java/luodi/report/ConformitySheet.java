package luodi.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.siting.Conformity;
import luodi.siting.Screening;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table of control-unit conformity of a screening, as a page and as CSV. */
public final class ConformitySheet {
  /** What a spreadsheet takes for the beginning of a formula. */
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private final Screening screening;
  private final Conformity conformity;

  private ConformitySheet(Screening screening, Conformity conformity) {
    this.screening = screening;
    this.conformity = conformity;
  }

  /** The table of a screening. */
  public static ConformitySheet of(Screening screening, Conformity conformity) {
    return new ConformitySheet(screening, conformity);
  }

  /**
   * UTF-8 without a byte order mark, RFC 4180: the usual table, then the part and whether the unit
   * is synthetic. A cell that a spreadsheet would calculate begins with an apostrophe.
   */
  public byte[] csv() {
    StringBuilder text = new StringBuilder();
    List<String> columns = new ArrayList<>(Conformity.columns());
    columns.addAll(List.of("项目部位", "合成数据"));
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(columns);
      for (Conformity.Row row : conformity.rows()) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(List.of(Titles.zh("part", row.part()), row.synthetic() ? "是" : "否"));
        printer.printRecord(cells.stream().map(ConformitySheet::inert).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String inert(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** One self-contained page, UTF-8. */
  public byte[] html() {
    Screening.Decision decision = screening.decision();
    return Print.html(
        "conformity",
        new Sheet(
            screening.id(),
            screening.project().nameZh() + "（" + screening.project().industry() + "）",
            String.join("、", screening.site().names()),
            decision.asOf(),
            decision.editions().getOrDefault("env-unit", ""),
            Conformity.columns(),
            parts(),
            conformity.notes(),
            screening.disclaimerZh(),
            screening.disclaimerEn()));
  }

  private List<PartOfSheet> parts() {
    Map<String, List<Line>> parts = new LinkedHashMap<>();
    for (Conformity.Row row : conformity.rows()) {
      parts
          .computeIfAbsent(Titles.zh("part", row.part()), part -> new ArrayList<>())
          .add(new Line(row.cells(), row.conformity(), row.synthetic()));
    }
    return parts.entrySet().stream()
        .map(part -> new PartOfSheet(part.getKey(), part.getValue()))
        .toList();
  }

  /**
   * What stands on the page.
   *
   * @param edition of the layer of control units; empty where they were declared
   */
  record Sheet(
      String id,
      String project,
      String place,
      String asOf,
      String edition,
      List<String> columns,
      List<PartOfSheet> parts,
      List<String> notes,
      String disclaimerZh,
      String disclaimerEn) {}

  record PartOfSheet(String name, List<Line> rows) {}

  record Line(List<String> cells, String conformity, boolean synthetic) {}
}
