package luodi.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import luodi.score.Factor;
import luodi.siting.Screening;

/** What a screening was made from, and what it did not see, as lines of a report. */
final class Inputs {
  private static final String PRESUMED = "推定";

  private final Screening screening;
  private final Titles titles;

  Inputs(Screening screening, Titles titles) {
    this.screening = screening;
    this.titles = titles;
  }

  /** What stands below the headline. */
  List<Labelled> summary() {
    Screening.Decision decision = screening.decision();
    List<Labelled> lines = new ArrayList<>();
    lines.add(line("项目", industry()));
    lines.add(line("位置", place()));
    lines.add(line("选址结论", verdict(decision.placeVerdict().name()), "只看地块决定的规定"));
    lines.add(
        line(
            "结论区间",
            verdict(decision.worstCase().name()) + " 至 " + verdict(decision.bestCase().name()),
            "未知事项按最不利与最有利分别推演"));
    lines.add(line("法律适用日", decision.asOf()));
    lines.add(line("数据日", decision.dataAsOf()));
    if (!decision.robust()) {
      lines.add(line("稳健性", "临界：在数据精度之内可能翻转"));
    }
    if (decision.basisUnverified()) {
      lines.add(line("依据", "禁止的依据只凭记忆记录，尚未核对原文"));
    }
    return lines;
  }

  private static String verdict(String code) {
    return Titles.zh("verdict", code);
  }

  private String industry() {
    Screening.Understood project = screening.project();
    return project.nameZh() + "（" + project.industry() + "）";
  }

  private String place() {
    return String.join("、", screening.site().names());
  }

  /** Industry, origin and site as they were understood. */
  List<Labelled> project() {
    Screening.Understood project = screening.project();
    Screening.SiteSeen site = screening.site();
    List<Labelled> lines = new ArrayList<>();
    lines.add(line("行业", industry() + (project.nameEn().isEmpty() ? "" : " " + project.nameEn())));
    project.product().ifPresent(product -> lines.add(line("产品", product)));
    if (!project.tags().isEmpty()) {
      lines.add(
          line("归类", project.tags().stream().map(Titles::tag).collect(Collectors.joining("、"))));
    }
    lines.add(
        line(
            "迁出地", project.from().adcode().orElse("无"), project.from().presumed() ? PRESUMED : ""));
    lines.add(line("行政区", place(), "代码 " + String.join("、", site.adcodes())));
    lines.add(
        line(
            "部位",
            site.parts().stream()
                .map(part -> Titles.zh("part", part))
                .collect(Collectors.joining("、")),
            site.areaM2() > 0 ? "面积 " + Measures.area(site.areaM2()) : ""));
    lines.add(line("坐标系", site.crs(), "判断用 CGCS2000（EPSG:4490）"));
    return lines;
  }

  /** Facts that somebody told. */
  List<Labelled> told() {
    return facts(false);
  }

  /** Facts that nobody told: the strict usual case. */
  List<Labelled> presumed() {
    return facts(true);
  }

  private List<Labelled> facts(boolean presumed) {
    return screening.project().facts().entrySet().stream()
        .filter(fact -> fact.getValue().presumed() == presumed)
        .map(
            fact ->
                line(
                    titles.fact(fact.getKey()),
                    titles.value(fact.getKey(), fact.getValue().value())))
        .toList();
  }

  /** How good sense scores the place; empty where it was not asked. */
  List<Labelled> factors() {
    return screening.scoreDetail().stream()
        .flatMap(card -> card.factors().stream())
        .map(Inputs::factor)
        .toList();
  }

  private static Labelled factor(Factor factor) {
    String sub =
        factor.sub().isPresent() ? String.format(Locale.ROOT, "%.2f", factor.sub().get()) : "未知";
    return new Labelled(
        factor.id(),
        sub,
        "权重 " + factor.weight() + "；来源 " + factor.source() + (factor.synthetic() ? "；合成数据" : ""));
  }

  /** What was not checked, and why. */
  List<Labelled> gaps() {
    Screening.Checked coverage = screening.coverage();
    List<Labelled> lines = new ArrayList<>();
    lines.add(
        line("规定", "核查 %d 条，%d 条不适用".formatted(coverage.checked(), coverage.notApplicable())));
    gap("缺数据", coverage.noData(), "应当核查而此处没有资料，可能影响结论").ifPresent(lines::add);
    gap("从不公开", coverage.notCheckable(), "任何人都不能公开取得，须另行征询").ifPresent(lines::add);
    gap("不在核查范围", coverage.outsideProfile(), "未计入结论，请另行核实").ifPresent(lines::add);
    return lines;
  }

  private Optional<Labelled> gap(String label, List<String> ids, String why) {
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            line(
                label,
                ids.stream().map(titles::layer).distinct().collect(Collectors.joining("、")),
                why));
  }

  /** The layers that were read, with editions and how far they know the site. */
  List<Labelled> layers() {
    Map<String, Screening.LayerSeen> seen = new HashMap<>();
    screening.coverage().layers().forEach(layer -> seen.put(layer.id(), layer));
    return screening.decision().editions().entrySet().stream()
        .map(
            entry -> {
              Optional<Screening.LayerSeen> layer = Optional.ofNullable(seen.get(entry.getKey()));
              boolean synthetic = layer.map(Screening.LayerSeen::synthetic).orElse(false);
              return line(
                  titles.layer(entry.getKey()) + (synthetic ? "（合成）" : ""),
                  entry.getValue(),
                  layer.map(one -> Titles.zh("covers", one.covers())).orElse(""));
            })
        .toList();
  }

  /** All that the same answer needs to be made again. */
  List<Labelled> editions() {
    Screening.Decision decision = screening.decision();
    List<Labelled> lines = new ArrayList<>();
    lines.add(line("筛查编号（哈希）", screening.id()));
    lines.add(line("规则库", decision.rulebook()));
    lines.add(line("图集", decision.atlas()));
    lines.add(line("核查范围", decision.profile()));
    lines.add(line("引擎", decision.engine()));
    screening.links().replay().ifPresent(path -> lines.add(line("存档", path)));
    return lines;
  }

  private static Labelled line(String label, String value) {
    return new Labelled(label, value, "");
  }

  private static Labelled line(String label, String value, String note) {
    return new Labelled(label, value, note);
  }
}
