package luodi.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold of every project on every spot, tried on many drawn by chance from a seed. */
class LawPropertiesTest {
  private static final int CASES = 400;
  private static final List<String> EFFECTS = List.of("prohibit", "restrict", "require");

  private static final Rulebook LAW = Rulebook.load();

  /** A profile that vouches for every layer, so that whatever is missing counts. */
  private static final Profile ALL = new Profile("all", LAW.words().layerIds());

  @Test
  void an_added_unknown_never_improves_a_verdict() {
    Random chance = new Random(41);
    int changed = 0;
    for (int i = 0; i < CASES; i++) {
      RandomCase known = RandomCase.of(LAW, chance);
      RandomCase unknown = known.forgetting(LAW, chance);

      Judgement before = known.judged(LAW, ALL);
      Judgement after = unknown.judged(LAW, ALL);

      // What is forgotten could be anything: the worst gets no milder and the best no stricter.
      // So nothing is permitted or conditional that was not: from prohibited it goes to
      // insufficient at best.
      assertThat(after.worstCase()).as("%s", known).isGreaterThanOrEqualTo(before.worstCase());
      assertThat(after.bestCase()).as("%s", known).isLessThanOrEqualTo(before.bestCase());
      assertThat(after.verdict())
          .as("%s", known)
          .isGreaterThanOrEqualTo(milder(before.verdict(), Verdict.INSUFFICIENT));
      changed += after.verdict() == before.verdict() ? 0 : 1;
    }
    assertThat(changed).as("verdicts that moved").isPositive();
  }

  @Test
  void an_added_rule_never_loosens_a_verdict_unless_it_is_a_declared_exception() {
    Random chance = new Random(42);
    int changed = 0;
    for (int round = 0; round < 20; round++) {
      Rulebook fewer = book(some(LAW.rules(), chance));
      for (int i = 0; i < CASES / 20; i++) {
        RandomCase one = RandomCase.of(LAW, chance);
        changed += mustBeNoMilder(one.judged(LAW, ALL), one.judged(fewer, ALL), one);
      }
    }
    assertThat(changed).as("verdicts that moved").isPositive();
  }

  @Test
  void a_declared_exception_lifts_a_prohibition_to_a_condition_and_no_further() {
    Rule exception =
        LAW.rules().stream()
            .filter(rule -> rule.exceptionTo().isPresent())
            .findFirst()
            .orElseThrow();
    Rule lifted = LAW.rule(exception.exceptionTo().get()).orElseThrow();
    Finding violated = Finding.settled(Outcome.VIOLATED, Effect.PROHIBIT);
    Finding condition = Finding.settled(Outcome.CONDITION, Effect.RESTRICT);

    Judgement judged =
        Judgement.of(
            List.of(
                new Judgement.Entry(lifted, "plot", violated),
                new Judgement.Entry(exception, "plot", condition)));

    assertThat(judged.verdict()).isEqualTo(Verdict.CONDITIONAL);
  }

  @Test
  void a_stricter_pack_never_yields_a_milder_verdict() {
    Random chance = new Random(43);
    int changed = 0;
    for (int round = 0; round < 20; round++) {
      Packs.Read read = Packs.over(LAW, List.of(pack(chance)));
      assertThat(read.mistakes()).isEmpty();
      for (int i = 0; i < CASES / 20; i++) {
        RandomCase one = RandomCase.of(LAW, chance);
        changed += mustBeNoMilder(one.judged(read.rulebook(), ALL), one.judged(LAW, ALL), one);
      }
    }
    assertThat(changed).as("verdicts that moved").isPositive();
  }

  @Test
  void the_order_of_rules_does_not_matter() {
    Random chance = new Random(44);
    for (int round = 0; round < 10; round++) {
      List<Rule> shuffled = new ArrayList<>(LAW.rules());
      Collections.shuffle(shuffled, chance);
      Rulebook other = book(shuffled);
      for (int i = 0; i < CASES / 20; i++) {
        RandomCase one = RandomCase.of(LAW, chance);
        Judgement here = one.judged(LAW, ALL);
        Judgement there = one.judged(other, ALL);

        assertThat(findings(there)).as("%s", one).isEqualTo(findings(here));
        assertThat(there.verdict()).isEqualTo(here.verdict());
        assertThat(there.placeVerdict()).isEqualTo(here.placeVerdict());
      }
    }
  }

  @Test
  void packs_in_any_order_are_the_same_law() {
    Random chance = new Random(45);
    Packs.File one = pack(chance);
    Packs.File other =
        new Packs.File(
            "other",
            new String(pack(chance).bytes(), StandardCharsets.UTF_8)
                .replace("chance", "other")
                .getBytes(StandardCharsets.UTF_8));
    Rulebook oneFirst = Packs.over(LAW, List.of(one, other)).rulebook();
    Rulebook otherFirst = Packs.over(LAW, List.of(other, one)).rulebook();
    for (int i = 0; i < CASES / 10; i++) {
      RandomCase drawn = RandomCase.of(LAW, chance);

      assertThat(findings(drawn.judged(oneFirst, ALL)))
          .isEqualTo(findings(drawn.judged(otherFirst, ALL)));
    }
  }

  @Test
  void a_rule_in_mangled_words_is_a_mistake_and_never_a_failure() {
    Random chance = new Random(46);
    int mistakes = 0;
    for (int i = 0; i < CASES; i++) {
      String text = new String(pack(chance).bytes(), StandardCharsets.UTF_8);
      int at = chance.nextInt(text.length());
      String signs = "()[]{}\",:=|; notandor0129x\\";
      String mangled =
          text.substring(0, at)
              + signs.charAt(chance.nextInt(signs.length()))
              + text.substring(Math.min(text.length(), at + chance.nextInt(6)));

      Packs.Read read =
          Packs.over(
              LAW, List.of(new Packs.File("mangled", mangled.getBytes(StandardCharsets.UTF_8))));

      mistakes += read.mistakes().isEmpty() ? 0 : 1;
    }
    assertThat(mistakes).isGreaterThan(CASES / 2);
  }

  private static int mustBeNoMilder(Judgement more, Judgement fewer, RandomCase one) {
    assertThat(more.verdict()).as("%s", one).isGreaterThanOrEqualTo(fewer.verdict());
    assertThat(more.placeVerdict()).as("%s", one).isGreaterThanOrEqualTo(fewer.placeVerdict());
    assertThat(more.worstCase()).as("%s", one).isGreaterThanOrEqualTo(fewer.worstCase());
    assertThat(more.bestCase()).as("%s", one).isGreaterThanOrEqualTo(fewer.bestCase());
    return more.verdict() == fewer.verdict() ? 0 : 1;
  }

  private static Verdict milder(Verdict a, Verdict b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /**
   * Some of the rules. All exceptions stay: taking one away may make a verdict stricter. So do the
   * notices that shut a procedure: while one is loaded, it decides whom the pause hits.
   */
  private static List<Rule> some(List<Rule> rules, Random chance) {
    return rules.stream()
        .filter(rule -> rule.exceptionTo().isPresent() || !rule.canBeMet() || chance.nextInt(4) > 0)
        .toList();
  }

  private static Rulebook book(List<Rule> rules) {
    return new Rulebook(
        LAW.name(), rules, LAW.catalogue(), LAW.lists(), List.of(ALL), List.of(), LAW.transfers());
  }

  private static SortedMap<String, Finding> findings(Judgement judgement) {
    return new TreeMap<>(
        judgement.entries().stream()
            .collect(Collectors.toMap(entry -> entry.rule().id(), Judgement.Entry::finding)));
  }

  /** A pack of five rules in the words of national ones, each with the ground of another. */
  private static Packs.File pack(Random chance) {
    List<String> rules = new ArrayList<>();
    List<Rule> models =
        LAW.rules().stream().filter(rule -> !rule.appliesTo().text().contains("listed")).toList();
    for (int i = 0; i < 5; i++) {
      Rule project = models.get(chance.nextInt(models.size()));
      Rule ground = models.get(chance.nextInt(models.size()));
      rules.add(
          """
          {"id":"chance-%d","title_zh":"题","title_en":"Title","authority":"normative","from":"2014-01-01",
           "citations":[{"document":"甲","article":"1","text":"文","text_kind":"summary","from":null,
                         "status":"in_force","source":"a test"}],
           "applies_to":"%s","where":"%s","can_be_met":%s,
           "branches":[{"when":"true","effect":"%s"}]}"""
              .formatted(
                  i,
                  project.appliesTo().text(),
                  ground.where().text(),
                  chance.nextBoolean(),
                  EFFECTS.get(chance.nextInt(EFFECTS.size()))));
    }
    String pack =
        "{\"pack\":\"chance\",\"edition\":\"1\",\"title_zh\":\"题\",\"title_en\":\"Title\",\"level\":\"county\",\"rules\":["
            + String.join(",", rules)
            + "]}";
    return new Packs.File("chance", pack.getBytes(StandardCharsets.UTF_8));
  }
}
