package luodi.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import luodi.fault.Fault;

/**
 * The JSON Schema of rule files and packs: what members they have. What their expressions may say
 * is the grammar's business.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class RuleSchema {
  private static final String FILE = "schema.json";
  private static final JsonSchema SCHEMA = compiled();

  private RuleSchema() {}

  /** The schema as it is published. */
  public static byte[] text() {
    try (InputStream in = RuleSchema.class.getResourceAsStream("/rulebook/" + FILE)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("rulebook/%s cannot be read.", FILE).causedBy(unreadable);
    }
  }

  /** Tells everything in a file that the schema does not allow. */
  static void check(LinedJson file, Mistakes mistakes) {
    List.copyOf(SCHEMA.validate(file.root())).stream()
        .sorted(
            java.util.Comparator.comparingInt(
                (ValidationMessage wrong) -> file.line(pointer(wrong))))
        .forEach(wrong -> mistakes.add(file, pointer(wrong), what(wrong)));
  }

  /** A member that should not be there is the mistake, not the object that holds it. */
  private static String pointer(ValidationMessage wrong) {
    String at = wrong.getInstanceLocation().toString();
    return wrong.getType().equals("additionalProperties") ? at + "/" + wrong.getProperty() : at;
  }

  private static String what(ValidationMessage wrong) {
    String at = wrong.getInstanceLocation().toString();
    String member = at.substring(at.lastIndexOf('/') + 1);
    return switch (wrong.getType()) {
      case "additionalProperties" -> "there is no member '" + wrong.getProperty() + "' here";
      case "required" -> "'" + wrong.getProperty() + "' is missing";
      case "enum" -> "'%s' is one of %s".formatted(member, wrong.getArguments()[0]);
      default -> (member.isEmpty() ? "the file" : "'" + member + "'") + " " + wrong.getError();
    };
  }

  private static JsonSchema compiled() {
    try {
      JsonNode schema = new ObjectMapper().readTree(text());
      SchemaValidatorsConfig settings =
          SchemaValidatorsConfig.builder()
              .pathType(PathType.JSON_POINTER)
              .locale(Locale.ROOT)
              .build();
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(schema, settings);
    } catch (IOException broken) {
      throw new IllegalStateException("rulebook/" + FILE, broken);
    }
  }
}
