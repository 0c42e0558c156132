package luodi.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import luodi.rule.Rulebook;
import luodi.siting.Screening;

/**
 * A screening as a document that can be attached: verdict first, then each reason to the letter.
 * The same screening and sketch give the same bytes.
 */
public final class Report {
  private final Screening screening;
  private final Optional<Sketch> sketch;
  private final Titles titles;

  private Report(Screening screening, Optional<Sketch> sketch, Titles titles) {
    this.screening = screening;
    this.sketch = sketch;
    this.titles = titles;
  }

  /**
   * The report of a screening.
   *
   * @param sketch its map; empty when the ground was declared without a site
   * @param rulebook tells what layers and facts are called
   */
  public static Report of(Screening screening, Optional<Sketch> sketch, Rulebook rulebook) {
    return new Report(screening, sketch, new Titles(rulebook));
  }

  /** The report as one self-contained page, UTF-8. */
  public byte[] html() {
    return Print.html("report", paper());
  }

  /**
   * The report as PDF.
   *
   * @throws luodi.fault.FaultException {@code UNAVAILABLE} when there is no font for it
   */
  public byte[] pdf() {
    return Print.pdf("report", paper(), sketch.map(Sketch::drawing), screening.decision().asOf());
  }

  private Paper paper() {
    Screening.Decision decision = screening.decision();
    Inputs inputs = new Inputs(screening, titles);
    return new Paper(
        screening.id(),
        decision.verdict().name(),
        Titles.zh("verdict", decision.verdict().name()),
        decision.headlineZh(),
        decision.headlineEn(),
        inputs.summary(),
        screening.warnings().stream().map(this::caution).toList(),
        inputs.project(),
        inputs.told(),
        inputs.presumed(),
        sketch.map(this::map).stream().toList(),
        groups(),
        screening.questions().stream().map(this::question).toList(),
        screening.incentives().stream().map(this::incentive).toList(),
        inputs.factors(),
        inputs.gaps(),
        inputs.layers(),
        inputs.editions(),
        screening.disclaimerZh(),
        screening.disclaimerEn());
  }

  /** A warning begins with its kind and names layers or rules; both are said in Chinese. */
  private Paper.Caution caution(String warning) {
    int colon = warning.indexOf(':');
    String kind = colon < 0 ? "" : warning.substring(0, colon);
    Map<String, String> named = new HashMap<>();
    screening.coverage().layers().forEach(layer -> named.put(layer.id(), titles.layer(layer.id())));
    screening.reasons().forEach(reason -> named.put(reason.rule(), reason.titleZh()));
    String what =
        Arrays.stream(warning.split("[:,;]? "))
            .filter(named::containsKey)
            .map(named::get)
            .distinct()
            .collect(Collectors.joining("、"));
    return new Paper.Caution(
        Titles.knows("warning", kind) ? Titles.zh("warning", kind) : "", what, warning);
  }

  /** Reasons in the order of the answer; those of one outcome stand together there. */
  private List<Paper.Group> groups() {
    Map<String, Integer> numbers = new HashMap<>();
    sketch.ifPresent(
        map ->
            map.legend().stream()
                .filter(key -> key.place() == Sketch.Place.DRAWN)
                .forEach(key -> numbers.put(key.layer() + "/" + key.zone(), key.number())));
    EvidenceLines evidence = new EvidenceLines(titles, numbers);
    Set<String> preconditions = new HashSet<>(screening.preconditions());
    List<Paper.Group> groups = new ArrayList<>();
    List<ReasonCard> cards = new ArrayList<>();
    List<Screening.Reason> reasons = screening.reasons();
    for (int i = 0; i < reasons.size(); i++) {
      Screening.Reason reason = reasons.get(i);
      cards.add(ReasonCard.of(reason, preconditions.contains(reason.rule()), titles, evidence));
      boolean last = i + 1 == reasons.size() || reasons.get(i + 1).outcome() != reason.outcome();
      if (last) {
        groups.add(group(reason.outcome().name(), cards));
        cards = new ArrayList<>();
      }
    }
    return groups;
  }

  private static Paper.Group group(String outcome, List<ReasonCard> cards) {
    var word = Titles.word("outcome", outcome);
    return new Paper.Group(
        outcome,
        word.zh(),
        word.en(),
        cards.size(),
        Set.of("SATISFIED", "INFORM", "NOT_CHECKABLE").contains(outcome),
        List.copyOf(cards));
  }

  private Paper.Map map(Sketch map) {
    String note =
        String.format(
            Locale.ROOT,
            "比例尺 1:%,d；左下标尺 %s；上北。CGCS2000，西 %.4f° 南 %.4f° 东 %.4f° 北 %.4f°。"
                + "洋红为项目各部位，虚线边为合成数据，灰线为县界；示意图，非标准地图。%s",
            map.scale(),
            Measures.length(map.barM()),
            map.bounds()[0],
            map.bounds()[1],
            map.bounds()[2],
            map.bounds()[3],
            map.left() > 0 ? "另有 " + map.left() + " 个区块未绘出。" : "");
    return new Paper.Map(map.drawing().svg(), note, map.legend().stream().map(this::key).toList());
  }

  private Paper.Key key(Sketch.Key key) {
    boolean drawn = key.place() == Sketch.Place.DRAWN;
    return new Paper.Key(
        drawn ? Integer.toString(key.number()) : "",
        key.colour(),
        titles.layer(key.layer()),
        key.name(),
        Titles.zh("place", key.place().name()),
        key.synthetic());
  }

  private Paper.Question question(Screening.Asked asked) {
    List<Labelled> answers = new ArrayList<>();
    asked
        .verdicts()
        .forEach(
            (choice, verdict) ->
                answers.add(
                    new Labelled(
                        titles.value(asked.fact(), choice),
                        Titles.zh("verdict", verdict.name()),
                        verdict.name())));
    return new Paper.Question(
        asked.textZh(), asked.textEn(), "回答可明确 %d 条规定".formatted(asked.closes().size()), answers);
  }

  private Paper.Incentive incentive(Screening.Incentive told) {
    String from = told.inForce()[0];
    String to = told.inForce()[1];
    return new Paper.Incentive(
        told.titleZh(),
        told.item().orElse(""),
        told.benefit(),
        told.condition().orElse(""),
        String.join("、", told.missingFacts().stream().map(titles::fact).toList()),
        "《%s》".formatted(told.document()),
        (from == null ? "" : from + " 起") + (to == null ? "" : "至 " + to));
  }
}
