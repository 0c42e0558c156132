package luodi.siting;

import java.util.List;
import java.util.Map;
import luodi.industry.Industry;
import luodi.rule.Outcome;
import luodi.rule.Verdict;

/** The verdict in one sentence; our words, never the law's. */
record Headline(String zh, String en) {
  static Headline of(Screener.Judged judged, List<Screening.Reason> reasons) {
    Industry industry = judged.standing().industry();
    Verdict verdict = judged.judgement().verdict();
    Map<Outcome, Long> counts = Reasons.counted(reasons);
    String first = firstTitle(reasons, true);
    String firstEn = firstTitle(reasons, false);
    String nameEn = industry.en().isEmpty() ? industry.zh() : industry.en();
    long open =
        counts.getOrDefault(Outcome.NEED_INFO, 0L) + counts.getOrDefault(Outcome.NO_DATA, 0L);
    return switch (verdict) {
      case PROHIBITED ->
          new Headline(
              "%s（%s）在此不可落地：%s等%d条规定禁止。"
                  .formatted(
                      industry.zh(),
                      industry.code(),
                      first,
                      counts.getOrDefault(Outcome.VIOLATED, 0L)),
              "%s (%s) may not land here: %d rule(s) prohibit it, first \"%s\"."
                  .formatted(
                      nameEn, industry.code(), counts.getOrDefault(Outcome.VIOLATED, 0L), firstEn));
      case INSUFFICIENT ->
          new Headline(
              "%s（%s）尚不能下结论：%d项规定缺少信息或数据，其中有可能禁止的。".formatted(industry.zh(), industry.code(), open),
              "%s (%s) cannot be decided yet: %d rule(s) lack facts or data, and some of them could prohibit it."
                  .formatted(nameEn, industry.code(), open));
      case CONDITIONAL ->
          new Headline(
              "%s（%s）有条件可落地：%d项条件，%d项待补充。"
                  .formatted(
                      industry.zh(),
                      industry.code(),
                      counts.getOrDefault(Outcome.CONDITION, 0L),
                      open),
              "%s (%s) may land on conditions: %d condition(s), %d point(s) still to be shown."
                  .formatted(
                      nameEn, industry.code(), counts.getOrDefault(Outcome.CONDITION, 0L), open));
      case PERMITTED_AS_CHECKED ->
          new Headline(
              "%s（%s）就已核查的规定而言可落地。".formatted(industry.zh(), industry.code()),
              "%s (%s) may land here as far as was checked.".formatted(nameEn, industry.code()));
    };
  }

  private static String firstTitle(List<Screening.Reason> reasons, boolean zh) {
    return reasons.isEmpty() ? "" : zh ? reasons.get(0).titleZh() : reasons.get(0).titleEn();
  }
}
