package luodi.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import luodi.rule.Judge;
import luodi.rule.Project;
import luodi.rule.Regions;
import luodi.rule.Terms;

/** Counts special areas and their ground for one project and day. */
final class SpecialAreaSurvey {
  private final Screener screener;
  private final CountyAreas areas;
  private final Terms terms;
  private final Judge judge;
  private final SupportRules support;

  SpecialAreaSurvey(Screener screener, CountyAreas areas, Terms terms, Judge judge) {
    this.screener = screener;
    this.areas = areas;
    this.terms = terms;
    this.judge = judge.about(Part.Kind.PLOT.word());
    this.support = new SupportRules(this.judge);
  }

  SpecialAreas told() {
    List<SpecialAreas.Type> types = new ArrayList<>();
    SortedMap<String, Belonging> counties = new TreeMap<>();
    for (SpecialAreaKind kind : SpecialAreaKind.ALL) {
      List<Regions.Row> rows = kind.rows(screener.rulebook().regions(), judge.project().day());
      Map<String, CountyAreas.Measured> ground = polygons(rows);
      ground.forEach(
          (id, one) ->
              counties.computeIfAbsent(id, added -> new Belonging(one)).types().add(kind.id()));
      types.add(type(kind, rows, ground));
    }
    return new SpecialAreas(
        judge.project().industry(),
        investor(),
        judge.project().day().toString(),
        types,
        ground(counties.values().stream().map(Belonging::county).toList()),
        memberships(List.copyOf(counties.values())),
        counties.values().stream().map(SpecialAreaSurvey::member).toList(),
        support.everywhere(),
        List.of(
            "areas are those of whole county polygons, generalised to about 3 km; of some city clusters only parts of a city belong"));
  }

  private record Belonging(CountyAreas.Measured county, List<String> types) {
    Belonging(CountyAreas.Measured county) {
      this(county, new ArrayList<>());
    }
  }

  private String investor() {
    Project.Fact fact = judge.project().facts().get("investor");
    return fact == null ? "domestic" : String.valueOf(fact.value().plain());
  }

  /** The county polygons of these rows by id, each once. */
  private Map<String, CountyAreas.Measured> polygons(List<Regions.Row> rows) {
    Map<String, CountyAreas.Measured> ground = new TreeMap<>();
    rows.forEach(
        row -> areas.in(row.adcode()).forEach(one -> ground.put(one.county().zone().id(), one)));
    return ground;
  }

  private static SpecialAreas.Ground ground(List<CountyAreas.Measured> counties) {
    double km2 = counties.stream().mapToDouble(CountyAreas.Measured::km2).sum();
    return new SpecialAreas.Ground(counties.size(), Math.rint(km2 * 1e6) / 1e6);
  }

  private SpecialAreas.Type type(
      SpecialAreaKind kind, List<Regions.Row> rows, Map<String, CountyAreas.Measured> ground) {
    Regions regions = screener.rulebook().regions();
    boolean known = kind.isKnown(regions);
    Terms.Term title = kind.title(terms);
    return new SpecialAreas.Type(
        kind.id(),
        title.zh(),
        title.en(),
        known,
        known && kind.isComplete(regions),
        (int) rows.stream().map(Regions.Row::adcode).distinct().count(),
        rows.stream()
            .filter(row -> areas.in(row.adcode()).isEmpty())
            .map(row -> row.adcode() + " " + row.name())
            .distinct()
            .toList(),
        known ? Optional.of(ground(List.copyOf(ground.values()))) : Optional.empty(),
        parts(kind, rows),
        distinct(rows, Regions.Row::source),
        distinct(rows, Regions.Row::confidence),
        support.in(kind, List.copyOf(ground.values())));
  }

  private static List<String> distinct(List<Regions.Row> rows, Function<Regions.Row, String> what) {
    return List.copyOf(new TreeSet<>(rows.stream().map(what).toList()));
  }

  private List<SpecialAreas.Part> parts(SpecialAreaKind kind, List<Regions.Row> rows) {
    Map<String, List<Regions.Row>> byName = new LinkedHashMap<>();
    for (Regions.Row row : rows) {
      kind.part()
          .map(row.attributes()::get)
          .ifPresent(name -> byName.computeIfAbsent(name, added -> new ArrayList<>()).add(row));
    }
    return byName.entrySet().stream()
        .map(
            entry ->
                new SpecialAreas.Part(
                    entry.getKey(),
                    entry.getValue().size(),
                    ground(List.copyOf(polygons(entry.getValue()).values()))))
        .toList();
  }

  private static List<SpecialAreas.Membership> memberships(List<Belonging> counties) {
    Map<Set<String>, List<CountyAreas.Measured>> bySet = new LinkedHashMap<>();
    for (Belonging county : counties) {
      bySet
          .computeIfAbsent(new LinkedHashSet<>(county.types()), added -> new ArrayList<>())
          .add(county.county());
    }
    return bySet.entrySet().stream()
        .map(
            entry ->
                new SpecialAreas.Membership(List.copyOf(entry.getKey()), ground(entry.getValue())))
        .sorted(
            Comparator.comparing((SpecialAreas.Membership one) -> one.types().size())
                .thenComparing(one -> one.types().toString()))
        .toList();
  }

  private static SpecialAreas.Member member(Belonging county) {
    return new SpecialAreas.Member(
        county.county().county().adcode(),
        Divisions.fullName(county.county().county().zone()),
        county.types(),
        Math.rint(county.county().km2() * 1e6) / 1e6);
  }
}
