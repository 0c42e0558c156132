package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import luodi.ground.Letter;
import luodi.ground.Signature;
import luodi.industry.CodeSet;
import luodi.industry.Qualifier;

/** A project on a day, standing on one spot: all that an expression of the rulebook can read. */
final class Situation {
  private final Project project;
  private final Rulebook rulebook;
  private final Signature signature;
  private final Optional<Set<String>> here;
  private final SiteMeasures measures;
  private final boolean supposingHits;
  private final Map<String, Value> answers; // before what the project tells
  private final Consumer<String> read; // is told each fact that is looked at, known or not

  Situation(
      Project project,
      Rulebook rulebook,
      Signature signature,
      Optional<Set<String>> here,
      SiteMeasures measures) {
    this(project, rulebook, signature, here, measures, fact -> {});
  }

  /**
   * @param read is told each fact that is looked at, known or not; the origin is one
   */
  Situation(
      Project project,
      Rulebook rulebook,
      Signature signature,
      Optional<Set<String>> here,
      SiteMeasures measures,
      Consumer<String> read) {
    this(project, rulebook, signature, here, measures, false, Map.of(), read);
  }

  private Situation(
      Project project,
      Rulebook rulebook,
      Signature signature,
      Optional<Set<String>> here,
      SiteMeasures measures,
      boolean supposingHits,
      Map<String, Value> answers,
      Consumer<String> read) {
    this.project = project;
    this.rulebook = rulebook;
    this.signature = signature;
    this.here = here;
    this.measures = measures;
    this.supposingHits = supposingHits;
    this.answers = answers;
    this.read = read;
  }

  /** The same spot, were the project to give these answers. */
  Situation answering(Map<String, Value> these) {
    return new Situation(project, rulebook, signature, here, measures, supposingHits, these, read);
  }

  /** The same, were the project found in every list that does not vouch for being complete. */
  Situation supposingHits() {
    return new Situation(project, rulebook, signature, here, measures, true, answers, read);
  }

  /** Whether the project is to be taken as found in a list in which it was not. */
  boolean supposesHitIn(String list) {
    return supposingHits && !list.equals(ListRef.ACCESS_LISTS) && !lists().vouchesFor(list);
  }

  /** True unless the project's industry cannot have any of these products or processes. */
  boolean mayBe(String fact, Set<String> words) {
    return rulebook.makes().any(fact, words, project.industry());
  }

  boolean isFact(String key) {
    return rulebook.facts().named(key).isPresent();
  }

  Signature signature() {
    return signature;
  }

  Project project() {
    return project;
  }

  LocalDate day() {
    return project.day();
  }

  Optional<Value> fact(String key) {
    read.accept(key);
    Value answer = answers.get(key);
    return answer == null ? project.value(key) : Optional.of(answer);
  }

  /**
   * A claim that nobody told and that could not be presumed: it hangs on the facts that its
   * presumption reads, such as the process of a trap code; else it must be told itself.
   */
  Truth presumed(String claim) {
    return rulebook
        .facts()
        .named(claim)
        .filter(FactTable.Entry::presumedByExpression)
        .map(
            entry -> {
              Truth truth = rulebook.presumption(entry).in(this);
              return truth.no() && entry.presumedOnlyTrue() ? Truth.needs(claim) : truth;
            })
        .orElseGet(() -> Truth.needs(claim));
  }

  Optional<Set<String>> origin() {
    read.accept(Project.ORIGIN);
    return project.origin();
  }

  /** The codes of the divisions that hold the spot; empty where no county polygon lies. */
  Optional<Set<String>> here() {
    return here;
  }

  Regions regions() {
    return rulebook.regions();
  }

  Lists lists() {
    return rulebook.lists();
  }

  Lists.Rows rowsOf(ListRef list) {
    return lists().rowsOf(list, this);
  }

  OptionalDouble distanceM() {
    return measures.distanceM();
  }

  Truth overlapsApprovedPlot() {
    return measures
        .overlapsApprovedPlot()
        .map(Truth::of)
        .orElse(Truth.lacks(SiteMeasures.APPROVED_PLOT));
  }

  OptionalDouble protectiveDistanceM() {
    return Project.metres(fact(Project.PROTECTIVE_DISTANCE));
  }

  /**
   * Whether the project's industry is among the codes; a qualifier that was not told is missing.
   */
  Truth matches(CodeSet codes) {
    CodeSet.Match match = codes.match(project.industry());
    if (match.qualifiers().isEmpty()) {
      return Truth.of(match.yes());
    }
    Truth any = Truth.NO;
    for (Qualifier qualifier : match.qualifiers()) {
      any =
          any.or(
              qualifier.fact().equals("industry")
                  ? Truth.needs("industry")
                  : new Given.Among(qualifier.fact(), Set.of(qualifier.value())).in(this));
    }
    return any;
  }

  /** The access lists of the control units here; tells {@code found} what is not known of them. */
  List<String> accessLists(Lists.Rows found) {
    List<String> texts = new ArrayList<>();
    for (Letter letter : signature.of(ListRef.ACCESS_LISTS_LAYER)) {
      if (letter.kind() == Letter.Kind.ZONE && letter.days().holds(day())) {
        String items = letter.attributes().get("items");
        if (items == null) {
          found.unknownBecause(ListRef.ACCESS_LISTS);
        } else {
          texts.add(items);
        }
      }
    }
    if (texts.isEmpty() && !signature.covers(ListRef.ACCESS_LISTS_LAYER, OptionalDouble.empty())) {
      found.unknownBecause(ListRef.ACCESS_LISTS_LAYER);
    }
    return texts;
  }
}
