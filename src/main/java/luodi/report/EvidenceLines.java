package luodi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luodi.ground.Evidence;

/** What was measured behind a reason, one sentence for each piece of evidence. */
final class EvidenceLines {
  private final Titles titles;
  private final Map<String, Integer> numbers;

  /**
   * @param numbers of zones on the map, by layer and id
   */
  EvidenceLines(Titles titles, Map<String, Integer> numbers) {
    this.titles = titles;
    this.numbers = numbers;
  }

  /**
   * One piece of evidence.
   *
   * @param number on the map; empty when it is not drawn
   * @param what layer and zone
   * @param measure how the part lies to it
   * @param notes how far the measure can be relied on, and where it comes from
   */
  record Line(String number, String what, String measure, String notes) {}

  Line line(Evidence evidence) {
    String name = evidence.name().or(evidence::zone).orElse("");
    Integer number = numbers.get(evidence.layer() + "/" + evidence.zone().orElse(""));
    String what = titles.layer(evidence.layer()) + (name.isEmpty() ? "" : "：" + name);
    return new Line(
        number == null ? "" : number.toString(), what, measure(evidence), notes(evidence));
  }

  private static String measure(Evidence evidence) {
    List<String> said = new ArrayList<>();
    said.add(relation(evidence));
    evidence
        .areaM2()
        .filter(m2 -> m2 > 0)
        .ifPresent(
            m2 ->
                said.add(
                    Measures.area(m2)
                        + evidence
                            .share()
                            .map(share -> "，占该部位 " + Measures.share(share))
                            .orElse("")));
    evidence.thresholdM().ifPresent(metres -> said.add("法定界限 " + Measures.length(metres)));
    return String.join("；", said);
  }

  private static String relation(Evidence evidence) {
    if (evidence.relation().equals("overlap")) {
      return "压占";
    }
    if (evidence.relation().equals("member")) {
      return "属于";
    }
    if (evidence.distanceM().isPresent()) {
      String metres = Measures.length(evidence.distanceM().get());
      return evidence.relation().equals("distance") ? "相距 " + metres : "在其外，最近处相距 " + metres;
    }
    if (evidence.coverage().equals("none")) {
      return "此处没有资料";
    }
    return evidence.zone().isPresent() || evidence.declared() ? "在其外" : "附近没有";
  }

  private static String notes(Evidence evidence) {
    List<String> notes = new ArrayList<>();
    if (evidence.declared()) {
      notes.add("申报，未经量测");
    }
    if (evidence.synthetic()) {
      notes.add("合成数据");
    }
    if (!evidence.robust()) {
      notes.add(
          evidence
              .flipM()
              .map(metres -> "临界：差 " + Measures.length(metres) + " 即翻转")
              .orElse("临界：在数据精度之内可能翻转"));
    }
    if (evidence.coverage().equals("partial")) {
      notes.add("数据只覆盖部分");
    }
    evidence.accuracyM().ifPresent(metres -> notes.add("精度 ±" + Measures.length(metres)));
    evidence.edition().ifPresent(edition -> notes.add("版本 " + edition));
    if (!evidence.synthetic() && !evidence.declared()) {
      evidence.source().ifPresent(source -> notes.add("来源 " + source));
      evidence.confidence().ifPresent(how -> notes.add(Titles.zh("confidence", how)));
    }
    return String.join("；", notes);
  }
}
