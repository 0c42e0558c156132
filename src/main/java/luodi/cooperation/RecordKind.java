package luodi.cooperation;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The tables that records come and go in. */
public enum RecordKind {
  AGREEMENTS("id", "title", "mode", "park", "adcode", "from", "to", "source", "confidence"),
  SHARES("agreement", "indicator", "adcode", "percent"),
  ENTRIES(
      "id",
      "agreement",
      "year",
      "indicator",
      "amount",
      "unit",
      "recorded_on",
      "corrects",
      "note",
      "source"),
  REGISTERS(
      "id",
      "register",
      "title",
      "adcode",
      "industry",
      "from",
      "to",
      "amount_fen",
      "source",
      "confidence");

  private final List<String> columns;

  RecordKind(String... columns) {
    this.columns = List.of(columns);
  }

  List<String> columns() {
    return columns;
  }

  /** {@code agreements.csv}. */
  public String file() {
    return name().toLowerCase(java.util.Locale.ROOT) + ".csv";
  }

  static String told() {
    return Arrays.stream(values())
        .map(kind -> kind.file() + " (" + String.join(",", kind.columns) + ")")
        .collect(Collectors.joining("; "));
  }

  /** The records of this kind as CSV with a header, as {@link RecordTable#read} takes it. */
  public String write(Records records) {
    StringWriter text = new StringWriter();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(columns.toArray(String[]::new)).get();
    try (CSVPrinter out = new CSVPrinter(text, format)) {
      for (List<Object> row : rows(records)) {
        out.printRecord(row);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it is written to memory
    }
    return text.toString();
  }

  private List<List<Object>> rows(Records records) {
    return switch (this) {
      case AGREEMENTS -> records.agreements().stream().map(RecordKind::row).toList();
      case SHARES -> records.shares().stream().map(RecordKind::row).toList();
      case ENTRIES -> records.entries().stream().map(RecordKind::row).toList();
      case REGISTERS -> records.registers().stream().map(RecordKind::row).toList();
    };
  }

  private static List<Object> row(Agreement one) {
    return List.of(
        one.id(),
        one.title(),
        one.mode(),
        one.park().orElse(""),
        one.adcode(),
        one.from(),
        one.to().map(Object::toString).orElse(""),
        one.source(),
        one.confidence());
  }

  private static List<Object> row(Share one) {
    return List.of(
        one.agreement(), one.indicator().word(), one.adcode(), one.percent().toPlainString());
  }

  private static List<Object> row(Entry one) {
    return List.of(
        one.id(),
        one.agreement(),
        one.year(),
        one.indicator().word(),
        one.amount(),
        one.indicator().unit(),
        one.recordedOn(),
        one.corrects().orElse(""),
        one.note(),
        one.source());
  }

  private static List<Object> row(RegisterItem one) {
    return List.of(
        one.id(),
        one.register(),
        one.title(),
        one.adcode(),
        one.industry().orElse(""),
        one.from(),
        one.to().map(Object::toString).orElse(""),
        one.amountFen().isPresent() ? String.valueOf(one.amountFen().getAsLong()) : "",
        one.source(),
        one.confidence());
  }
}
