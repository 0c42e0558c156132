package luodi.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luodi.ingest.format.Format.Wishes;

/**
 * What a GeoJSON file says of itself, wherever in it that stands: its CRS may come behind the last
 * feature.
 *
 * @param crs its {@code crs} member (GeoJSON of 2008), or the CRS84 of RFC 7946
 * @param columns of the first features
 */
record GeoJsonHead(
    boolean isCollection, Optional<String> crs, List<String> columns, List<String> remarks) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEATURES = 100;

  static GeoJsonHead read(Path file, Wishes wishes) {
    MeteredText text = MeteredText.open(file, wishes.encoding());
    try (text;
        JsonParser parser = JSON.createParser(text)) {
      return new Scan(text, parser).head();
    } catch (IOException unreadable) {
      throw GeoJsonSource.broken(text, unreadable);
    }
  }

  /** One pass over the file's first value, or its first features. */
  private static final class Scan {
    private final MeteredText text;
    private final JsonParser parser;
    private final Set<String> columns = new LinkedHashSet<>();
    private Optional<JsonNode> crs = Optional.empty();
    private boolean collection;

    Scan(MeteredText text, JsonParser parser) {
      this.text = text;
      this.parser = parser;
    }

    GeoJsonHead head() throws IOException {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        members();
        for (int i = 1; !collection && i < FEATURES && parser.nextToken() != null; i++) {
          addColumns(parser.readValueAsTree());
          text.nextRow();
        }
      }
      List<String> remarks = new ArrayList<>();
      if (crs.isEmpty()) {
        remarks.add("it names no CRS, so RFC 7946 says that it is in WGS 84 degrees (CRS84)");
      }
      return new GeoJsonHead(collection, Optional.of(name()), List.copyOf(columns), remarks);
    }

    private String name() {
      String named =
          crs.map(node -> node.path("properties").path("name").asText("")).orElse("CRS84");
      return named.isEmpty() ? "?" : named;
    }

    private void members() throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = parser.currentName();
        JsonToken value = parser.nextToken();
        if (member.equals("features") && value == JsonToken.START_ARRAY) {
          collection = true;
          features();
        } else if (member.equals("crs") && value == JsonToken.START_OBJECT) {
          crs = Optional.of(parser.readValueAsTree());
        } else if (member.equals("properties") && value == JsonToken.START_OBJECT) {
          JsonNode properties = parser.readValueAsTree();
          properties.fieldNames().forEachRemaining(columns::add);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void features() throws IOException {
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
        if (count++ < FEATURES) {
          addColumns(parser.readValueAsTree());
        } else {
          parser.skipChildren();
        }
        text.nextRow();
      }
    }

    private void addColumns(JsonNode feature) {
      feature.path("properties").fieldNames().forEachRemaining(columns::add);
      if (feature.hasNonNull("id")) {
        columns.add("id");
      }
    }
  }
}
