package luodi.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import luodi.ground.Interval;
import org.junit.jupiter.api.Test;

/** docs/rules.md is the rulebook that is loaded. */
class RulesTableTest {
  private static final Path TABLE = Path.of("docs/rules.md");
  private static final String BEGIN =
      "<!-- The table is made by RulesTableTest; -Dluodi.renew=true writes it anew. -->\n";

  @Test
  void the_document_lists_every_rule_with_its_provenance() throws IOException {
    String text = Files.readString(TABLE);
    String whole = text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + table();
    if (Boolean.getBoolean("luodi.renew")) {
      Files.writeString(TABLE, whole);
    }

    assertThat(Files.readString(TABLE)).isEqualTo(whole);
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    String subject = "";
    for (Rule rule : Rulebook.load().rules()) {
      if (!rule.subject().equals(subject)) {
        subject = rule.subject();
        table
            .append("\n## ")
            .append(subject)
            .append("\n\n| rule | rests on | in force | projects | ground | effect | |\n")
            .append("|---|---|---|---|---|---|---|\n");
      }
      table.append(row(rule));
    }
    return table.toString();
  }

  private static String row(Rule rule) {
    return "| `%s` %s / %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            rule.id(),
            plain(rule.titleZh()),
            plain(rule.titleEn()),
            rule.citations().stream()
                .map(RulesTableTest::cited)
                .collect(Collectors.joining("<br>")),
            days(rule),
            plain(rule.appliesTo().text()),
            plain(rule.where().text())
                + (rule.part().equals("plot") ? "" : " (" + rule.part() + ")"),
            rule.branches().stream()
                .map(RulesTableTest::branch)
                .collect(Collectors.joining("<br>")),
            rule.confidence());
  }

  private static String cited(Citation citation) {
    String days = days(citation.interval());
    return plain(citation.document())
        + citation.number().map(number -> "（" + plain(number) + "）").orElse("")
        + citation.article().map(article -> " " + plain(article)).orElse("")
        + " ("
        + citation.textKind().charAt(0)
        + ")"
        + (days.isEmpty() ? "" : " " + days)
        + (citation.status().equals("in_force") ? "" : " " + citation.status());
  }

  private static String days(Rule rule) {
    StringBuilder days = new StringBuilder(days(rule.inForce()));
    rule.suspensions()
        .forEach(
            pause ->
                days.append("<br>suspended ")
                    .append(days(pause.interval()))
                    .append(": ")
                    .append(plain(pause.by())));
    return days.toString();
  }

  private static String days(Interval interval) {
    Optional<String> from = interval.from().map(LocalDate::toString);
    Optional<String> to = interval.to().map(LocalDate::toString);
    return from.isEmpty() && to.isEmpty() ? "" : from.orElse("…") + " → " + to.orElse("…");
  }

  private static String branch(Rule.Branch branch) {
    String when = branch.when().text();
    return branch.effect().word() + (when.equals("true") ? "" : " if " + plain(when));
  }

  private static String plain(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
