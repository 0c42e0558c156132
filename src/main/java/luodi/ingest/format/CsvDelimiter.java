package luodi.ingest.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import luodi.fault.Fault;

/** What stands between the fields of a CSV: whichever of these its header has most of. */
final class CsvDelimiter {
  private static final int LONGEST_HEADER = 64 << 10;

  private CsvDelimiter() {}

  static char of(Path file, Optional<String> encoding) {
    try (BufferedReader reader = new BufferedReader(MeteredText.open(file, encoding))) {
      char[] start = new char[LONGEST_HEADER];
      int length = Math.max(0, reader.read(start, 0, start.length));
      String header = new String(start, 0, length).stripLeading().lines().findFirst().orElse("");
      return Stream.of(',', ';', '\t', '|')
          .max(Comparator.comparingLong(each -> header.chars().filter(c -> c == each).count()))
          .orElse(',');
    } catch (IOException unreadable) {
      throw Fault.BAD_FILE.because("'%s' cannot be read.", file.getFileName()).causedBy(unreadable);
    }
  }
}
