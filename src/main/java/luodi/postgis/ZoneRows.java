package luodi.postgis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import luodi.atlas.Decoding;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.postgresql.PGStatement;

/** The zones of one edition, out of {@code luodi.zones} and into it. */
final class ZoneRows {
  /** Into this go the lines of {@link #line}. */
  static final String COPY =
      "COPY luodi.zones (edition_key, id, name, geom, attributes, valid_from, valid_to, source, confidence) FROM STDIN";

  private static final String READ =
      "SELECT id, name, ST_AsBinary(geom, 'NDR'), attributes::text, valid_from, valid_to, source, confidence"
          + " FROM luodi.zones WHERE edition_key = ? ORDER BY id";

  private static final int ROWS_AT_ONCE = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
  private static final String HEX = "0123456789abcdef";

  private ZoneRows() {}

  private record Row(
      String id,
      String name,
      byte[] shape,
      String attributes,
      LocalDate from,
      LocalDate to,
      String source,
      String confidence) {}

  /** Hands over the zones in the order of their ids; wants a transaction, as it uses a cursor. */
  static void read(Connection connection, int edition, Consumer<Zone> each) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.unwrap(PGStatement.class).setPrepareThreshold(-1); // shapes come as bytes, not as text
      query.setFetchSize(ROWS_AT_ONCE);
      query.setInt(1, edition);
      try (ResultSet row = query.executeQuery()) {
        Decoding<Row> decoding = new Decoding<>(ZoneRows::zone, each);
        while (row.next()) {
          decoding.add(row(row));
        }
        decoding.finish();
      }
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString(1),
        row.getString(2),
        row.getBytes(3),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class),
        row.getString(7),
        row.getString(8));
  }

  private static Zone zone(Row row, Decoding.Texts texts) {
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes(row.attributes())
        .forEach((name, value) -> attributes.put(texts.once(name), texts.once(value)));
    return new Zone(
        row.id(),
        row.name(),
        Shapes.of(row.shape()),
        attributes,
        Optional.ofNullable(row.from()),
        Optional.ofNullable(row.to()),
        texts.once(row.source()),
        texts.once(row.confidence()));
  }

  private static Map<String, String> attributes(String json) {
    if (json.equals("{}")) {
      return Map.of();
    }
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException broken) {
      throw Fault.BAD_DATA
          .because("The attributes of a zone are no texts: %s.", broken.getOriginalMessage())
          .causedBy(broken);
    }
  }

  /** A zone as a line of PostgreSQL's own text form. */
  static String line(int edition, Zone zone) {
    StringBuilder line = new StringBuilder().append(edition);
    text(line, zone.id());
    text(line, zone.name());
    line.append('\t');
    for (byte part : Shapes.wkb(zone.shape())) {
      line.append(HEX.charAt(part >> 4 & 15)).append(HEX.charAt(part & 15));
    }
    try {
      text(line, JSON.writeValueAsString(zone.attributes()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible); // a map of texts is always JSON
    }
    line.append('\t').append(zone.from().map(LocalDate::toString).orElse("\\N"));
    line.append('\t').append(zone.to().map(LocalDate::toString).orElse("\\N"));
    text(line, zone.source());
    text(line, zone.confidence());
    return line.append('\n').toString();
  }

  private static void text(StringBuilder line, String text) {
    line.append('\t');
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      switch (at) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(at);
      }
    }
  }
}
