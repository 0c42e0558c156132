package luodi.siting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.rule.AccessList;
import luodi.rule.Citation;
import luodi.rule.Judge;
import luodi.rule.Project;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.rule.Terms;

/** Fills in the {@link Conformity} of one project. */
final class ConformityTable {
  /** In the order in which every list has them. */
  private static final Map<String, String> DIMENSIONS = dimensions();

  private static final String NOT_CONCERNED = "不涉及";

  /** Facts that can take a project out of an item that names its industry. */
  private static final List<String> NARROWING = List.of("process", "product", "scale");

  private static final Terms TERMS = Terms.load();

  private final Screener.Standing standing;
  private final Rulebook rulebook;
  private final List<Conformity.Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  ConformityTable(Screener.Standing standing, Rulebook rulebook) {
    this.standing = standing;
    this.rulebook = rulebook;
  }

  /** Adds what the units under one part ask. */
  void add(Part.Kind part, UnitsUnder under) {
    for (UnitsUnder.Unit unit : under.units()) {
      add(part, unit);
    }
    if (!under.whollyKnown() || under.units().isEmpty()) {
      notes.add(part.word() + "：管控单元数据未覆盖或未申报，有关内容" + Conformity.MISSING + "。");
    }
  }

  Conformity told() {
    return new Conformity(rows, notes.stream().distinct().toList());
  }

  private void add(Part.Kind part, UnitsUnder.Unit unit) {
    if (unit.items().isEmpty()) {
      String missing = Conformity.MISSING;
      rows.add(row(part, unit, missing, missing, "清单未载入", missing, unit.source()));
      return;
    }
    Judge judge = standing.judge().about(part.word());
    AccessList list = judge.accessList(unit.items().get());
    for (String dimension : dimensionsOf(list)) {
      List<AccessList.Item> items =
          list.items().stream().filter(item -> item.dimension().equals(dimension)).toList();
      String title = DIMENSIONS.getOrDefault(dimension, dimension);
      for (AccessList.Item item : items) {
        rows.add(
            row(
                part,
                unit,
                title,
                item.text(),
                situation(item, judge.project()),
                conformity(item, judge.project()),
                basis(item, unit)));
      }
      if (items.isEmpty()) {
        rows.add(silent(part, unit, title, list.complete()));
      }
    }
    if (!list.complete()) {
      notes.add(named(unit) + "：清单不完整，未列条目" + Conformity.MISSING + "。");
    }
    if (list.items().isEmpty()) {
      notes.add(named(unit) + "：清单在该日没有有效条目。");
    }
  }

  /** All four, and what else the list has. */
  private static Set<String> dimensionsOf(AccessList list) {
    Set<String> all = new LinkedHashSet<>(DIMENSIONS.keySet());
    list.items().forEach(item -> all.add(item.dimension()));
    return all;
  }

  /** A dimension of which the list says nothing; only a complete list's silence means anything. */
  private static Conformity.Row silent(
      Part.Kind part, UnitsUnder.Unit unit, String dimension, boolean complete) {
    String silence = complete ? NOT_CONCERNED : Conformity.MISSING;
    String said = complete ? "清单该维度没有条目" : "清单不完整，该维度没有载入条目";
    return row(part, unit, dimension, said, silence, silence, unit.source());
  }

  private static Map<String, String> dimensions() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("spatial", "空间布局约束");
    all.put("pollutant", "污染物排放管控");
    all.put("risk", "环境风险防控");
    all.put("resource", "资源利用效率");
    return all;
  }

  private static String named(UnitsUnder.Unit unit) {
    return unit.code().or(unit::name).orElse("未编码的管控单元");
  }

  private static Conformity.Row row(
      Part.Kind part,
      UnitsUnder.Unit unit,
      String dimension,
      String requirement,
      String situation,
      String conformity,
      String basis) {
    return new Conformity.Row(
        part.word(),
        unit.code().orElse(Conformity.MISSING),
        unit.name().orElse(Conformity.MISSING),
        kind(unit),
        dimension,
        requirement,
        situation,
        conformity,
        basis,
        unit.synthetic());
  }

  private static String kind(UnitsUnder.Unit unit) {
    return unit.kind()
        .map(kind -> TERMS.value(UnitsUnder.LAYER, "class", kind).map(Terms.Term::zh).orElse(kind))
        .orElse(Conformity.MISSING);
  }

  /**
   * A ban that hits is not met; whether a limit or a demand that hits is met, no fact of a project
   * tells. Only a told fact takes a project out of an item that names its industry.
   */
  private static String conformity(AccessList.Item item, Project project) {
    if (item.meant().yes()) {
      return item.effect().equals("prohibit") ? "不符合" : Conformity.MISSING;
    }
    if (item.meant().unknown() || item.ofItsIndustry() && restsOnPresumption(project)) {
      return Conformity.MISSING;
    }
    boolean avoided = item.ofItsIndustry() && !item.effect().equals("require");
    return avoided ? "符合" : NOT_CONCERNED;
  }

  private static boolean restsOnPresumption(Project project) {
    return NARROWING.stream()
        .map(project.facts()::get)
        .anyMatch(fact -> fact != null && fact.presumed());
  }

  private String situation(AccessList.Item item, Project project) {
    String industry = "本项目属于%s（%s）".formatted(standing.industry().zh(), standing.industry().code());
    if (item.meant().unknown()) {
      return industry + "；" + Conformity.MISSING + "：" + names(new TreeSet<>(item.meant().facts()));
    }
    if (item.meant().no()) {
      return item.ofItsIndustry() ? industry + "，" + narrowing(project) : industry + "，不属于该条目所列行业";
    }
    return switch (item.effect()) {
      case "prohibit" -> industry + "，属于禁止条目";
      case "restrict" -> industry + "，属于限制条目；满足情况" + Conformity.MISSING;
      default -> industry + "，适用该要求；落实情况" + Conformity.MISSING;
    };
  }

  private String narrowing(Project project) {
    return NARROWING.stream()
        .filter(project.facts()::containsKey)
        .map(fact -> name(fact) + "为" + value(fact, project))
        .collect(Collectors.joining("，", "", "，不属于该条目"));
  }

  private static String value(String fact, Project project) {
    String told = String.valueOf(project.facts().get(fact).value().plain());
    return TERMS.choice(fact, told).map(Terms.Term::zh).orElse(told);
  }

  private String names(TreeSet<String> facts) {
    return facts.stream().map(this::name).collect(Collectors.joining("、"));
  }

  private String name(String fact) {
    return TERMS.fact(fact).map(Terms.Term::zh).orElse(fact);
  }

  /** The list, and the article that makes it bind. */
  private String basis(AccessList.Item item, UnitsUnder.Unit unit) {
    return unit.source() + statute(item).map(article -> "；" + article).orElse("");
  }

  private Optional<String> statute(AccessList.Item item) {
    var day = standing.judge().project().day();
    return rulebook.rules().stream()
        .filter(rule -> rule.standsOn(day) && speaksOf(rule, item))
        .findFirst()
        .map(
            rule ->
                rule.citationsOn(day).stream()
                    .map(ConformityTable::cited)
                    .collect(Collectors.joining("；")));
  }

  private static boolean speaksOf(Rule rule, AccessList.Item item) {
    return rule.appliesTo().text().contains("env-unit.items, dimension=" + item.dimension());
  }

  private static String cited(Citation citation) {
    return "《%s》".formatted(citation.document())
        + citation.article().map(article -> "第" + article + "条").orElse("");
  }
}
