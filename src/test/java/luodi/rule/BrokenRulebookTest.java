package luodi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.junit.jupiter.api.Test;

/** A rulebook with mistakes does not load, and all of them are told at once, with file and line. */
class BrokenRulebookTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  /** What is written in the place of what, in which file, and what the reader must say of it. */
  private record Slip(String file, String right, String wrong, String told) {
    String in(String text) {
      return text.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    }

    /** The line on which it stands. */
    int line() {
      String text = in(textOf("rulebook/" + file));
      return 1 + (int) text.substring(0, text.indexOf(wrong)).chars().filter(c -> c == 10).count();
    }
  }

  private static final List<Slip> SLIPS =
      List.of(
          new Slip("facts.csv", "investor,choice", "investor,colour", "no fact is a 'colour'"),
          new Slip(
              "facts.csv", "=tag(heavy-polluting),quasi", "=tag(heavy),quasi", "no tag 'heavy'"),
          new Slip("regions.csv", "part=upper,2014-09-25", "part=upper,2014-09-31", "2014-09-31"),
          new Slip("makes.csv", ",373,", ",37x,", "'37x' is no set of industry codes"),
          new Slip(
              "history.json", "\"redline-opinions-2017\"", "\"redline-opinions\"", "is no rule"),
          new Slip(
              "rules/space-land.json",
              "eco-redline[zone=other]",
              "eco-redline[zone=inner]",
              "never 'inner'"),
          new Slip(
              "rules/directions.json",
              "\"text_kind\": \"summary\"",
              "\"text_kind\": \"heard\"",
              "is one of"),
          new Slip(
              "rules/env-units-eia.json",
              "\"effect\": \"restrict\"",
              "\"effcet\": \"restrict\"",
              "no member 'effcet'"));

  @Test
  void all_mistakes_in_all_files_are_told_with_their_lines() {
    FaultException refused =
        catchThrowableOfType(
            FaultException.class,
            () ->
                RulebookReader.read(
                    name -> Optional.of(slipped(name).getBytes(StandardCharsets.UTF_8))));

    assertThat(refused.fault()).isEqualTo(Fault.BAD_DATA);
    List<String> told = refused.getMessage().lines().toList();
    List<String> untold = new ArrayList<>();
    for (Slip slip : SLIPS) {
      String place = "rulebook/" + slip.file() + ":" + slip.line() + ": ";
      if (told.stream().noneMatch(line -> line.startsWith(place) && line.contains(slip.told()))) {
        untold.add(place + slip.told());
      }
    }
    assertThat(untold).as(refused.getMessage()).isEmpty();
  }

  @Test
  void a_file_that_is_no_json_is_one_mistake() {
    FaultException refused =
        catchThrowableOfType(
            FaultException.class,
            () ->
                RulebookReader.read(
                    name ->
                        Optional.of(
                            (name.endsWith("/directions.json") ? "[\n{" : textOf(name.substring(1)))
                                .getBytes(StandardCharsets.UTF_8))));

    assertThat(refused.getMessage()).contains("rulebook/rules/directions.json:2: not JSON");
  }

  @Test
  void the_files_as_they_are_make_the_rulebook_that_is_loaded() {
    Rulebook read =
        RulebookReader.read(
            name -> Optional.of(textOf(name.substring(1)).getBytes(StandardCharsets.UTF_8)));

    assertThat(read.name()).isEqualTo(Rulebook.load().name());
  }

  private static String slipped(String name) {
    String text = textOf(name.substring(1));
    for (Slip slip : SLIPS) {
      text = name.equals("/rulebook/" + slip.file()) ? slip.in(text) : text;
    }
    return text;
  }

  private static String textOf(String name) {
    try {
      return Files.readString(RESOURCES.resolve(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
