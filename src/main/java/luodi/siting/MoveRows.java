package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import luodi.atlas.Zone;
import luodi.rule.Effect;
import luodi.rule.Finding;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Replacement;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.rule.Transfers;
import luodi.rule.Verdict;

/** Writes destinations as rows of an answer. */
final class MoveRows {
  private static final Map<String, Integer> CATALOGUE_ORDER =
      Map.of("priority", -1, "exit", 1, "no-more", 2);

  static final Comparator<Moves.Row> BEST_FIRST =
      Comparator.comparing((Moves.Row row) -> row.move().verdict())
          .thenComparing(MoveRows::catalogueOrder)
          .thenComparing(row -> -row.score().orElse(0.0))
          .thenComparing(row -> row.pairings().isEmpty())
          .thenComparing(Moves.Row::adcode)
          .thenComparing(row -> row.park().orElse(""));

  private final Rulebook rulebook;
  private final Judge judge;
  private final Set<String> ofTheMove;
  private final Predicate<Rule> strict;
  private final MoveScore score;
  private final boolean syntheticParks;
  private final LocalDate day;
  private final SortedMap<String, Rule> named = new TreeMap<>();

  MoveRows(
      Rulebook rulebook,
      Judge judge,
      Set<String> ofTheMove,
      Predicate<Rule> strict,
      MoveScore score,
      boolean syntheticParks) {
    this.rulebook = rulebook;
    this.judge = judge;
    this.ofTheMove = Set.copyOf(ofTheMove);
    this.strict = strict;
    this.score = score;
    this.syntheticParks = syntheticParks;
    this.day = judge.project().day();
  }

  private static int catalogueOrder(Moves.Row row) {
    return row.catalogue().stream()
        .mapToInt(one -> CATALOGUE_ORDER.get(one.kind()))
        .max()
        .orElse(0);
  }

  /** The rules that the rows made so far name, with their text. */
  SortedMap<String, Moves.RuleText> rules() {
    SortedMap<String, Moves.RuleText> texts = new TreeMap<>();
    named.forEach(
        (id, rule) ->
            texts.put(
                id,
                new Moves.RuleText(
                    rule.titleZh(),
                    rule.titleEn(),
                    rule.authority(),
                    rule.citationsOn(day).stream()
                        .map(cited -> Reasons.cited(cited, rule))
                        .toList(),
                    rule.condition(),
                    rule.approver(),
                    rule.deliverable())));
    return texts;
  }

  Moves.Row row(Destination to) {
    Verdict verdict = to.judgement().verdictCounting(strict);
    boolean goes = verdict != Verdict.PROHIBITED;
    List<Moves.Pairing> pairings = pairings(to.codes());
    return new Moves.Row(
        to.adcode(),
        to.name(),
        to.level(),
        to.park().map(Zone::id),
        to.middle().x,
        to.middle().y,
        move(to.judgement(), verdict),
        ratio(judge.replacement(Optional.of(to.codes()))),
        goes ? Optional.of(score.of(to)) : Optional.empty(),
        goes ? modes(to, pairings) : List.of(),
        pairings,
        goes ? instruments(to.judgement()) : List.of(),
        catalogued(to.codes()),
        goes ? unchecked(to.judgement()) : List.of(),
        to.km2());
  }

  private Moves.Move move(Judgement judgement, Verdict verdict) {
    List<Moves.Reason> reasons = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    SortedSet<String> data = new TreeSet<>();
    for (Judgement.Entry entry : judgement.entries()) {
      boolean tells = tells(entry, verdict);
      if (tells && entry.finding().outcome() == Outcome.NO_DATA) {
        undecided.add(entry.rule().id());
        data.addAll(entry.finding().data());
      } else if (tells) {
        reasons.add(reason(entry.rule(), entry.finding()));
      }
    }
    return new Moves.Move(
        verdict,
        judgement.placeVerdict(),
        reasons,
        new Moves.Missing(undecided, List.copyOf(data)));
  }

  /**
   * Whether a finding is among the reasons of a verdict on a move: what weighs on it as much as the
   * verdict, all that the rules of a move say, and advice against it.
   */
  private boolean tells(Judgement.Entry entry, Verdict verdict) {
    Finding finding = entry.finding();
    if (UNTOLD.contains(finding.outcome())) {
      return false;
    }
    if (ofTheMove.contains(entry.rule().id()) && finding.effect() != Effect.ENCOURAGE) {
      return true;
    }
    if (verdict == Verdict.PROHIBITED) {
      return finding.best() == Effect.PROHIBIT;
    }
    Effect worst = strict.test(entry.rule()) ? finding.worst() : finding.placeWorst();
    boolean counts = entry.rule().readsThePlace() || strict.test(entry.rule());
    return counts && worst.decides() || finding.outcome() == Outcome.DISCOURAGED;
  }

  private static final Set<Outcome> UNTOLD =
      Set.of(Outcome.NOT_APPLICABLE, Outcome.OUTSIDE_PROFILE, Outcome.NOT_CHECKABLE);

  private Moves.Reason reason(Rule rule, Finding finding) {
    boolean acts = finding.outcome() != Outcome.SATISFIED;
    return new Moves.Reason(
        rule.id(),
        finding.outcome(),
        (acts ? finding.effect() : rule.strictest()).word(),
        rule.titleZh(),
        rule.titleEn(),
        source(rule),
        acts ? rule.condition() : Optional.empty(),
        List.copyOf(finding.facts()),
        List.copyOf(finding.data()));
  }

  /** The main article of a rule, whose text the answer tells once. */
  private Moves.Source source(Rule rule) {
    synchronized (named) {
      named.put(rule.id(), rule);
    }
    return Moves.Source.of(rule, day);
  }

  private Moves.Ratio ratio(Replacement told) {
    return new Moves.Ratio(
        boxed(told.required()),
        boxed(told.low()),
        boxed(told.high()),
        told.more(),
        boxed(told.tonnageNeeded()),
        told.route().name().toLowerCase(Locale.ROOT),
        told.pausedBy(),
        told.rule().map(Rule::id),
        told.rule().map(this::source),
        told.quotes(),
        List.copyOf(told.facts()),
        List.copyOf(told.data()));
  }

  private static Optional<Double> boxed(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private List<Moves.Pairing> pairings(Set<String> codes) {
    Set<String> origin = judge.project().origin().orElse(Set.of());
    return rulebook.regions().pairingsBetween(origin, codes, day).stream()
        .map(Moves.Pairing::of)
        .toList();
  }

  private List<Moves.Mode> modes(Destination to, List<Moves.Pairing> pairings) {
    Map<String, List<Moves.Basis>> modes = new LinkedHashMap<>();
    for (Transfers.Mode mode : rulebook.transfers().modes()) {
      List<Moves.LeadingPark> leading = mode.needs().isPresent() ? leading(to) : List.of();
      boolean known = mode.needs().isEmpty() || !leading.isEmpty();
      if (known && encourages(mode.rule(), to.judgement())) {
        modes
            .computeIfAbsent(mode.mode(), added -> new ArrayList<>())
            .add(
                new Moves.Basis(
                    "rule",
                    Optional.of(mode.rule().id()),
                    source(mode.rule()).document(),
                    Optional.of(mode.quote()),
                    leading));
      }
    }
    for (Moves.Pairing pairing : pairings) {
      modes
          .computeIfAbsent("joint_park", added -> new ArrayList<>())
          .add(
              new Moves.Basis(
                  "pairing",
                  Optional.empty(),
                  pairing.document(),
                  Optional.of(pairing.supporterName() + "—" + pairing.partnerName()),
                  List.of()));
    }
    return modes.entrySet().stream()
        .map(entry -> new Moves.Mode(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean encourages(Rule rule, Judgement judgement) {
    return judgement.entries().stream()
        .anyMatch(
            entry ->
                entry.rule().id().equals(rule.id())
                    && entry.finding().outcome() == Outcome.ENCOURAGED);
  }

  /** The parks there that lead in the division of GB/T 4754 that the project belongs to. */
  private List<Moves.LeadingPark> leading(Destination to) {
    String division = judge.project().industry().substring(0, 2);
    return ParksByDivision.leadingIn(Set.of(division), to.parks(), day, syntheticParks);
  }

  private List<Moves.Instrument> instruments(Judgement judgement) {
    return judgement.entries().stream()
        .filter(entry -> entry.finding().effect() == Effect.ENCOURAGE)
        .filter(entry -> entry.rule().readsThePlace())
        .filter(entry -> !UNTOLD.contains(entry.finding().outcome()))
        .map(entry -> instrument(entry.rule(), entry.finding()))
        .toList();
  }

  private Moves.Instrument instrument(Rule rule, Finding finding) {
    return new Moves.Instrument(
        rule.id(),
        finding.outcome(),
        rule.titleZh(),
        rule.titleEn(),
        source(rule),
        rule.condition(),
        new String[] {
          rule.inForce().from().map(LocalDate::toString).orElse(null),
          rule.inForce().to().map(LocalDate::toString).orElse(null)
        },
        List.copyOf(finding.facts()));
  }

  private List<String> unchecked(Judgement judgement) {
    return judgement.entries().stream()
        .filter(entry -> entry.finding().outcome() == Outcome.OUTSIDE_PROFILE)
        .filter(entry -> !entry.rule().binds() && entry.rule().readsThePlace())
        .map(entry -> entry.rule().id())
        .toList();
  }

  /** The rows of the transfer catalogue that speak of the project in these divisions. */
  List<Moves.Listed> catalogued(Set<String> codes) {
    return judge.catalogued(codes).stream().map(this::listed).toList();
  }

  private Moves.Listed listed(Transfers.Catalogued row) {
    source(row.rule());
    return Moves.Listed.of(row, day);
  }
}
