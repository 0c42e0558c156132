package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorFolderTest {
  private static final String HEAD = "place,factor,value,unit,source,year\r\n";

  @TempDir Path folder;

  @Test
  void a_file_of_indicators_is_kept_and_replaces_the_one_of_its_name() throws IOException {
    assertThat(ingest("wages.csv", "640100,labour,5000,CNY/month,统计年鉴,2023\r\n").code()).isZero();
    Told told = ingest("wages.csv", "640100,labour,5200,CNY/month,统计年鉴,2024\r\n");

    assertThat(told.out()).contains("1 indicators of labour are kept");
    assertThat(folder.resolve("data/indicators")).isDirectoryContaining("glob:**wages.csv");
    assertThat(new IndicatorFolder(folder.resolve("data")).read().size()).isEqualTo(1);
  }

  @Test
  void a_table_that_chinese_windows_saved_is_read() throws IOException {
    Path file = folder.resolve("gbk.csv");
    Files.write(
        file,
        (HEAD + "640100,labour,5000,CNY/month,宁夏统计年鉴,2023\r\n").getBytes(Charset.forName("GBK")));

    new IndicatorFolder(folder.resolve("data")).keep(file);

    assertThat(Files.readString(folder.resolve("data/indicators/gbk.csv"))).contains("宁夏统计年鉴");
  }

  @Test
  void faults_are_told_by_line_and_nothing_is_taken() throws IOException {
    Told told = ingest("bad.csv", "640100,labour,many,persons,me,2023\r\n");

    assertThat(told.code()).isEqualTo(2);
    assertThat(told.err()).contains("line 2: 'many' is no number");
    assertThat(folder.resolve("data/indicators/bad.csv")).doesNotExist();
  }

  @Test
  void two_files_that_tell_the_same_are_refused() throws IOException {
    String row = "640100,land,30,ha,me,2023\r\n";

    assertThat(ingest("a.csv", row).code()).isZero();
    assertThat(ingest("b.csv", row).err()).contains("land of 640100 in ha of 2023");
  }

  @Test
  void a_file_that_is_no_table_needs_a_layer() throws IOException {
    assertThat(ingest("a.geojson", "").err()).contains("--layer is missing");
  }

  private record Told(int code, String out, String err) {}

  private Told ingest(String name, String rows) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, HEAD + rows);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Luodi.run(
            new String[] {"ingest", file.toString(), "--data", folder.resolve("data").toString()},
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Told(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
