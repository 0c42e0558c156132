package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Every requirement of every conformance class that we claim has a test, and docs/conformance.md
 * shows which. Run with {@code -Dluodi.renew=true} to write the table anew.
 */
class ConformanceTest {
  private static final Path TABLE = Path.of("docs/conformance.md");
  private static final String HEAD =
      """
      # Conformance

      Each requirement of the OGC standards that `GET /conformance` claims, and the tests that prove it. This page is
      generated from the tests by `ConformanceTest` (renewed by `mvn test -Dtest=ConformanceTest -Dluodi.renew=true`);
      requirements are named as the standards name them, under `http://www.opengis.net/spec/`.

      """;

  @Test
  void every_class_that_is_claimed_has_its_requirements_listed_and_the_other_way_round()
      throws IOException {
    Set<String> listed = new TreeSet<>();
    for (CSVRecord row : requirements()) {
      listed.add(
          "http://www.opengis.net/spec/" + row.get("standard") + "/conf/" + row.get("class"));
    }
    Set<String> claimed = new TreeSet<>();
    for (JsonNode uri : Answered.get("/conformance").json().path("conformsTo")) {
      claimed.add(uri.asText());
    }

    assertThat(claimed).isEqualTo(listed);
  }

  @Test
  void every_requirement_has_a_test_or_a_reason_why_not() throws Exception {
    Map<String, Set<String>> tests = tests();
    List<String> bare = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (CSVRecord row : requirements()) {
      known.add(id(row));
      boolean applies = !Set.of("n/a", "no").contains(row.get("kept"));
      if (applies && !tests.containsKey(id(row))) {
        bare.add(id(row));
      }
      if (!row.get("kept").equals("yes")) {
        assertThat(row.get("remark")).as(id(row)).isNotBlank();
      }
    }

    assertThat(bare).isEmpty();
    assertThat(known).containsAll(tests.keySet());
  }

  @Test
  void the_table_in_the_docs_is_the_one_that_the_tests_give() throws Exception {
    String table = table();
    if (Boolean.getBoolean("luodi.renew")) {
      Files.writeString(TABLE, table);
    }

    assertThat(Files.readString(TABLE)).isEqualTo(table);
  }

  private static String table() throws Exception {
    Map<String, Set<String>> tests = tests();
    StringBuilder page = new StringBuilder(HEAD);
    String heading = "";
    for (CSVRecord row : requirements()) {
      String here = row.get("standard") + " · " + row.get("class");
      if (!here.equals(heading)) {
        heading = here;
        page.append(page.length() == HEAD.length() ? "" : "\n").append("## ").append(here);
        page.append("\n| requirement | kept | shown by |\n|---|---|---|\n");
      }
      page.append("| `/req/%s/%s` | ".formatted(row.get("class"), row.get("requirement")));
      page.append(row.get("kept"));
      page.append(row.get("remark").isEmpty() ? "" : ": " + row.get("remark")).append(" | ");
      page.append(String.join("<br>", tests.getOrDefault(id(row), Set.of()))).append(" |\n");
    }
    return page.toString();
  }

  private static String id(CSVRecord row) {
    return row.get("standard") + "/req/" + row.get("class") + "/" + row.get("requirement");
  }

  /** The tests by the requirements that they say they prove. */
  private static Map<String, Set<String>> tests() throws Exception {
    Map<String, Set<String>> tests = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/java/luodi/web"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith("Test.java")) {
          for (Method method :
              Class.forName("luodi.web." + name.replace(".java", "")).getDeclaredMethods()) {
            Requirement requirement = method.getAnnotation(Requirement.class);
            if (requirement != null) {
              for (String id : requirement.value()) {
                tests
                    .computeIfAbsent(id, none -> new TreeSet<>())
                    .add(name.replace(".java", "") + ": " + method.getName().replace('_', ' '));
              }
            }
          }
        }
      }
    }
    return tests;
  }

  private static List<CSVRecord> requirements() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format
        .parse(
            Files.newBufferedReader(
                Path.of("src/test/resources/conformance/requirements.csv"), StandardCharsets.UTF_8))
        .getRecords();
  }
}
