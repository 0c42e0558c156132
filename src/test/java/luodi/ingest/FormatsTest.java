package luodi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which files come: as tests, and as the table in docs/formats.md. */
class FormatsTest {
  private static final Path TABLE = Path.of("docs/formats.md");
  private static final String BEGIN =
      "<!-- The table is made by FormatsTest; -Dluodi.renew=true writes it anew. -->\n";

  @TempDir private Path folder;

  private static List<Trap> traps() {
    return Stream.of(
            ShapefileTraps.ALL.stream(),
            GeoJsonTraps.ALL.stream(),
            GeoPackageTraps.ALL.stream(),
            FlatGeobufTraps.ALL.stream(),
            CsvTraps.ALL.stream(),
            CrsTraps.ALL.stream())
        .flatMap(all -> all)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> a_file_becomes_what_the_document_says() {
    List<Trap> traps = traps();
    return Stream.iterate(0, i -> i < traps.size(), i -> i + 1)
        .map(i -> test(traps.get(i), folder.resolve("trap-" + i)));
  }

  @Test
  void the_document_lists_every_way_in_which_files_come() throws IOException {
    String text = Files.readString(TABLE);
    String fixed = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    String whole = fixed + table();
    if (Boolean.getBoolean("luodi.renew")) {
      Files.writeString(TABLE, whole);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(whole);
  }

  private static DynamicTest test(Trap trap, Path folder) {
    return dynamicTest(
        trap.format() + ", " + trap.file() + ": " + trap.outcome(),
        () -> trap.proof().in(Files.createDirectories(folder)));
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    String format = "";
    for (Trap trap : traps()) {
      if (!trap.format().equals(format)) {
        format = trap.format();
        table
            .append("\n### ")
            .append(format)
            .append("\n\n| the file | what becomes of it |\n|---|---|\n");
      }
      table.append("| ").append(trap.file()).append(" | ").append(trap.outcome()).append(" |\n");
    }
    return table.toString();
  }
}
