package luodi.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An answer a line, as JSON in UTF-8. */
public final class LineAnswers implements Answers {
  private final OutputStream out;

  public LineAnswers(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(RowAnswer answer) throws IOException {
    out.write(BatchJson.MAPPER.writeValueAsBytes(answer));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Writes lines that were written before as other answers. */
  public static void retell(InputStream lines, Answers answers) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      answers.write(BatchJson.MAPPER.readValue(line, RowAnswer.class));
    }
  }
}
