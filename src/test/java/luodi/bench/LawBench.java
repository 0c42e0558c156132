package luodi.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import luodi.ground.Ask;
import luodi.ground.Interval;
import luodi.ground.Letter;
import luodi.ground.Signature;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Profile;
import luodi.rule.Project;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.rule.SiteMeasures;
import luodi.rule.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the law takes: one project against all rules over given ground, and a project and a day
 * compiled against the rulebook once for all signatures. Single calls are sampled: on a machine
 * that others share the median tells what the law takes, the mean what the others do.
 *
 * <p>{@code mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp && java -cp
 * target/test-classes:target/classes:$(cat target/cp) org.openjdk.jmh.Main LawBench}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LawBench {
  /** A garment works, an ethylene plant, steel, cement, a trap code of chemicals. */
  @Param({"1811", "2614", "3110", "3011", "2613"})
  String industry;

  /** Nothing told but the code, or all that rules ask. */
  @Param({"nothing", "all"})
  String told;

  private Rulebook law;
  private Profile profile;
  private Project project;
  private Judge judge;
  private Signature ground;
  private final Optional<Set<String>> here = Optional.of(Set.of("420106", "420100", "420000"));

  /** A compliant park on a key control unit in Wuhan, 800 m from a tributary, all layers known. */
  @Setup
  public void aParkInWuhan() {
    law = Rulebook.load();
    profile = law.profile("demo");
    project =
        new Project(
            industry,
            law.facts().read(told.equals("all") ? allFacts() : Map.of()),
            Optional.empty(),
            LocalDate.parse("2026-11-24"));
    judge = law.judge(project, profile);
    List<Letter> letters = new ArrayList<>();
    for (Ask ask : law.asks(OptionalDouble.empty())) {
      letters.add(Letter.coverage(ask.layer()));
      ask.bands().keySet().forEach(metres -> letters.add(Letter.coverage(ask.layer(), metres)));
    }
    letters.add(
        zone("env-unit", Map.of("class", "key", "items", "{\"complete\":true,\"items\":[]}")));
    letters.add(
        zone(
            "industrial-park",
            Map.of(
                "grade", "provincial",
                "legal", "true",
                "compliant", "true",
                "plan_eia", "approved",
                "chemical_recognised", "false",
                "suspended", "false",
                "infrastructure", "true",
                "pilot", "false")));
    letters.add(zone("udb", Map.of()));
    letters.add(zone("river-shoreline", Map.of("rank", "tributary", "river", "x")).within(1000));
    ground = Signature.of(letters);
  }

  private static Letter zone(String layer, Map<String, String> attributes) {
    return Letter.zone(layer, attributes, Interval.ALWAYS);
  }

  private Map<String, Object> allFacts() {
    Map<String, Object> facts = new TreeMap<>();
    law.facts()
        .all()
        .forEach(
            entry -> {
              switch (entry.type()) {
                case BOOLEAN -> facts.put(entry.key(), false);
                case CHOICE -> facts.put(entry.key(), entry.choices().get(0));
                case NUMBER -> facts.put(entry.key(), 100);
                case DATE -> facts.put(entry.key(), "2024-01-01");
                case TEXT -> facts.put(entry.key(), "other");
                case LIST, POLYGON -> {}
              }
            });
    return facts;
  }

  /** All rules in force over one word of the ground, weighed together. */
  @Benchmark
  public Verdict judgeOneProject() {
    List<Judgement.Entry> entries = new ArrayList<>();
    for (Rule rule : judge.rules()) {
      entries.add(
          new Judgement.Entry(rule, "plot", judge.find(rule, ground, here, SiteMeasures.NONE)));
    }
    return Judgement.of(entries).verdict();
  }

  /** The rules of the day, and those that never speak of the project. */
  @Benchmark
  public Judge compileProjectAndDay() {
    return law.judge(project, profile);
  }
}
