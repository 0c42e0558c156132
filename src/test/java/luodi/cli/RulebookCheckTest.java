package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/luodi rulebook check}: what is wrong with a pack, all of it, with file and line. */
class RulebookCheckTest {
  private static final String BROKEN =
      """
      {
        "pack": "broken",
        "edition": "1",
        "title_zh": "坏",
        "title_en": "Broken",
        "level": "national",
        "lists": {
          "catalogue": {"complete": true, "rows": [
            {"codes": "9999", "source": "a test"}]}
        },
        "rules": [
          {
            "id": "yangtze-1km-chemical",
            "title_zh": "题",
            "title_en": "Title",
            "authority": "normative",
            "citations": [
              {"document": "甲", "article": "1", "text": "文", "text_kind": "verbatim", "status": "in_force",
               "from": "2026-02-30", "source": "a test"}],
            "from": "2026-01-01",
            "to": "2025-01-01",
            "applies_to": "tag(chemicals) and activity in (new)",
            "where": "overlaps(eco-redline[zone=inner])",
            "branches": [
              {"when": "colour = red", "effect": "prohibit"},
              {"when": "true", "effect": "forbid"}]
          },
          {
            "id": "second",
            "title_zh": "题",
            "authority": "normative",
            "citations": [],
            "from": "2026-01-01",
            "applies_to": "code(9998)",
            "where": "within(d=near, river-shoreline)",
            "branchs": []
          },
          {
            "id": "third",
            "title_zh": "题",
            "title_en": "Title",
            "authority": "normative",
            "citations": [
              {"document": "乙", "article": "1", "text": "文", "text_kind": "verbatim", "status": "in_force",
               "from": "2026-01-01", "source": "a test"}],
            "from": "2026-01-01",
            "applies_to": "true",
            "where": "everywhere",
            "branches": [{"when": "true", "effect": "require"}],
            "precedence": {"family": "redline", "exception_to": "redline-no-production"},
            "tightens": "redline-no-production"
          }
        ]
      }
      """;

  @TempDir private Path folder;

  @Test
  void the_packs_of_the_repository_have_no_mistakes() {
    LuodiProcess check = check("docs/packs");

    assertThat(check.err()).isEmpty();
    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).contains("cn-2026.11").contains("210 rules, no mistakes");
    assertThat(check.out().lines().toList().get(1)).startsWith("ningxia-example-2026.1@");
    assertThat(check.out().lines().toList().get(2)).startsWith("park-example-2026.1@");
  }

  @Test
  void all_mistakes_of_a_pack_are_told_with_file_and_line() throws IOException {
    LuodiProcess check = check(pack(BROKEN));

    assertThat(check.exitCode()).isEqualTo(2);
    mustTell(check, 6, "'level' is one of");
    mustTell(check, 8, "a list of this name lies below");
    mustTell(check, 9, "no industry '9999'");
    mustTell(check, 19, "yangtze-1km-chemical: there is no day '2026-02-30'");
    mustTell(check, 21, "it ends on 2025-01-01, before it begins");
    mustTell(check, 22, "no tag 'chemicals'");
    mustTell(check, 23, "'zone' of layer 'eco-redline' is never 'inner'");
    mustTell(check, 25, "no fact 'colour'");
    mustTell(check, 26, "'effect' is one of");
    mustTell(check, 28, "second: 'title_en' is missing");
    mustTell(check, 28, "second: 'branches' is missing");
    mustTell(check, 32, "second: 'citations'");
    mustTell(check, 34, "no industry '9998'");
    mustTell(check, 35, "'near' is no distance");
    mustTell(check, 36, "no member 'branchs'");
    mustTell(check, 50, "family 'redline' lies below");
    mustTell(check, 50, "no rule 'redline-no-production' in the same rulebook or pack");
    mustTell(check, 51, "can prohibit, this one only require: that is no tightening");
    assertThat(check.out()).endsWith("18 mistakes\n");
  }

  @Test
  void a_rule_of_the_nation_is_not_replaced() throws IOException {
    String replacing =
        Files.readString(Path.of("docs/packs/ningxia-example.json"))
            .replace("ningxia-example-shore-chemical", "yellow-river-shore-chemical");

    LuodiProcess check = check(pack(replacing));

    assertThat(check.exitCode()).isEqualTo(2);
    mustTell(check, 9, "a rule of this id lies below; a pack adds rules and replaces none");
  }

  @Test
  void what_is_no_json_is_told_with_its_line() throws IOException {
    LuodiProcess check = check(pack("{\n \"pack\": \"a\",\n \"pack\": \"b\"\n}"));

    assertThat(check.exitCode()).isEqualTo(2);
    mustTell(check, 3, "not JSON");
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    LuodiProcess check = check("nowhere.json");

    assertThat(check.exitCode()).isEqualTo(3);
    assertThat(check.err()).contains("There is no file 'nowhere.json'");
  }

  @Test
  void a_server_does_not_start_on_a_broken_pack() throws IOException {
    LuodiProcess serve =
        LuodiProcess.run(
            "serve", "--port", "0", "--data", folder.toString(), "--packs", pack(BROKEN));

    assertThat(serve.exitCode()).isEqualTo(2);
    assertThat(serve.err()).contains("pack.json:22: yangtze-1km-chemical: no tag 'chemicals'");
    assertThat(serve.out()).doesNotContain("ready");
  }

  private static LuodiProcess check(String... files) {
    String[] arguments = new String[files.length + 2];
    arguments[0] = "rulebook";
    arguments[1] = "check";
    System.arraycopy(files, 0, arguments, 2, files.length);
    return LuodiProcess.run(arguments);
  }

  private String pack(String text) throws IOException {
    return Files.writeString(folder.resolve("pack.json"), text).toString();
  }

  private void mustTell(LuodiProcess check, int line, String what) {
    assertThat(check.out().lines())
        .as(what + "\n" + check.out())
        .anyMatch(
            told ->
                told.startsWith(folder.resolve("pack.json") + ":" + line + ": ")
                    && told.contains(what));
  }
}
