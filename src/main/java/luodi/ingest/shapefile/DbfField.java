package luodi.ingest.shapefile;

import java.util.Optional;
import luodi.ingest.format.Plain;

/**
 * A column of a {@code .dbf}.
 *
 * @param offset of its text within a record
 */
record DbfField(String name, char type, int offset, int length) {
  /** Types whose values are text; others (memo, binary) lie elsewhere and are not read. */
  boolean isReadable() {
    return "CNFDL".indexOf(type) >= 0;
  }

  /** A text of the record as a value; a blank one is missing, as a .dbf knows no other. */
  Optional<String> value(String text) {
    String trimmed = type == 'C' ? text.stripTrailing() : text.strip();
    int end = trimmed.indexOf('\0');
    String value = end < 0 ? trimmed : trimmed.substring(0, end).stripTrailing();
    if (value.isBlank()) {
      return Optional.empty();
    }
    return switch (type) {
      case 'N', 'F' -> value.startsWith("*") ? Optional.empty() : Optional.of(Plain.number(value));
      case 'D' -> day(value);
      case 'L' -> truth(value);
      default -> Optional.of(value);
    };
  }

  private static Optional<String> day(String text) {
    if (text.equals("00000000")) {
      return Optional.empty();
    }
    return Optional.of(
        text.matches("\\d{8}")
            ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
            : text);
  }

  private static Optional<String> truth(String text) {
    return switch (text.charAt(0)) {
      case 'T', 't', 'Y', 'y' -> Optional.of("true");
      case 'F', 'f', 'N', 'n' -> Optional.of("false");
      default -> Optional.empty();
    };
  }
}
