package luodi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import luodi.siting.Screening;

/**
 * One reason on paper.
 *
 * @param part where it is not the plot
 * @param laws each article that it rests on
 * @param items what a list says of the project, word by word
 * @param steps what is asked, from whom, with which papers, and what would mend it
 * @param missing facts and data that would tell
 */
record ReasonCard(
    String rule,
    String titleZh,
    String titleEn,
    String effect,
    String part,
    boolean precondition,
    List<Law> laws,
    List<String> items,
    List<Labelled> steps,
    String missing,
    List<EvidenceLines.Line> evidence) {

  /**
   * One article as a jurist would cite it.
   *
   * @param caution what is wrong with it; empty when it is in force
   * @param text to the letter as the answer carries it
   * @param kind whether the text is verbatim, in words
   * @param standing authority and days
   */
  record Law(String basis, String caution, String text, String kind, String standing) {}

  static ReasonCard of(
      Screening.Reason reason, boolean precondition, Titles titles, EvidenceLines evidence) {
    return new ReasonCard(
        reason.rule(),
        reason.titleZh(),
        reason.titleEn(),
        Titles.zh("effect", reason.effect()),
        reason.part().equals("plot") ? "" : Titles.zh("part", reason.part()),
        precondition,
        reason.citations().stream().map(ReasonCard::law).toList(),
        reason.items(),
        steps(reason),
        missing(reason, titles),
        reason.evidence().stream().map(evidence::line).toList());
  }

  private static Law law(Screening.Cited cited) {
    List<String> basis = new ArrayList<>(List.of("《" + cited.document() + "》"));
    cited.number().ifPresent(basis::add);
    cited.article().map(ReasonCard::article).ifPresent(basis::add);
    String from = cited.inForce()[0];
    String to = cited.inForce()[1];
    String standing =
        Titles.zh("authority", cited.authority())
            + (from == null ? "" : "；" + from + " 起施行")
            + (to == null ? "" : "；至 " + to);
    return new Law(
        String.join(" ", basis),
        cited.status().equals("in_force") ? "" : Titles.zh("status", cited.status()),
        cited.text(),
        Titles.zh("text_kind", cited.textKind()),
        standing);
  }

  /** "18(2)" as an article is written: 第18(2)条; what says already what it is stays as it is. */
  private static String article(String article) {
    return Character.isDigit(article.charAt(0)) ? "第" + article + "条" : article;
  }

  private static List<Labelled> steps(Screening.Reason reason) {
    return Stream.of(
            step("要求", reason.condition().filter(told -> !isSaidByALaw(told, reason))),
            step("审批", reason.approver()),
            step("材料", reason.deliverable()),
            step("暂停依据", reason.suspendedBy()),
            step("补救", reason.cure()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A condition that repeats an article word by word is not printed twice. */
  private static boolean isSaidByALaw(String condition, Screening.Reason reason) {
    return reason.citations().stream().anyMatch(cited -> cited.text().contains(condition));
  }

  private static Optional<Labelled> step(String label, Optional<String> text) {
    return text.map(told -> new Labelled(label, told, ""));
  }

  private static String missing(Screening.Reason reason, Titles titles) {
    return String.join(
        "、",
        Stream.concat(
                reason.missingFacts().stream().map(titles::fact),
                reason.missingData().stream().map(titles::layer))
            .toList());
  }
}
