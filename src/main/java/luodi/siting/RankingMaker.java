package luodi.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luodi.atlas.Layer;
import luodi.geo.Grid;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Verdict;
import luodi.score.Ranks;

/** Sorts weighed parks into places, near misses and failures. */
record RankingMaker(Screener screener, Wishes wishes, int limit) {
  /** The least part of what is wanted first; what is not known comes last. */
  private static final Comparator<Miss> NEAREST_MISS_FIRST =
      Comparator.comparingDouble(Miss::share).thenComparing(miss -> miss.weighed().park().id());

  /** A park with the one need that it misses. */
  private record Miss(Places.Weighed weighed, Wish wish) {
    double share() {
      return wish.shortfall(weighed.park())
          .map(amount -> amount / Math.max(wish.wanted(), 1e-9))
          .orElse(Double.POSITIVE_INFINITY);
    }

    Ranking.NearMiss told() {
      Park park = weighed.park();
      return new Ranking.NearMiss(
          park.id(),
          park.zone().name(),
          wish.criterion(),
          wish.shortfall(park),
          wish.unit(),
          wish.wantedText(),
          wish.found().apply(park).map(found -> Math.rint(found * 1e4) / 1e4),
          weighed.verdict());
    }
  }

  Ranking ranking(Judge judge, List<Places.Weighed> all) {
    List<Places.Weighed> standing = new ArrayList<>();
    List<Miss> misses = new ArrayList<>();
    List<Ranking.Failure> failures = new ArrayList<>();
    for (Places.Weighed one : all) {
      boolean prohibited = one.verdict() == Verdict.PROHIBITED;
      if (one.missed().isEmpty()) {
        if (prohibited) {
          failures.add(failure(one));
        } else {
          standing.add(one);
        }
      } else if (one.missed().size() == 1 && !prohibited) {
        misses.add(new Miss(one, one.missed().get(0)));
      }
    }
    misses.sort(NEAREST_MISS_FIRST);
    Ranking.Counts counts =
        new Ranking.Counts(
            all.size(),
            standing.size(),
            misses.size(),
            failures.size(),
            all.size() - standing.size() - misses.size() - failures.size());
    return new Ranking(
        Landscape.preconditions(judge),
        places(standing),
        misses.stream().limit(limit).map(Miss::told).toList(),
        failures,
        counts,
        warnings());
  }

  private List<Ranking.Place> places(List<Places.Weighed> standing) {
    Ranks ranks = Ranks.of(standing.stream().map(Places.Weighed::contestant).toList());
    Map<String, Places.Weighed> byId = new HashMap<>();
    standing.forEach(one -> byId.put(one.park().id(), one));
    List<Ranking.Place> places = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, standing.size()); i++) {
      places.add(place(byId.get(ranks.ordered().get(i).id()), ranks.at(i)));
    }
    return places;
  }

  private Ranking.Place place(Places.Weighed one, Ranks.Rank rank) {
    Park park = one.park();
    return new Ranking.Place(
        park.id(),
        park.zone().name(),
        park.zone()
            .attributes()
            .getOrDefault(
                "adcode", park.county().map(at -> Divisions.codeOf(at.zone())).orElse("")),
        park.county().map(at -> Divisions.fullName(at.zone())).orElse(""),
        one.verdict(),
        one.score().value(),
        rank.rank(),
        rank.best(),
        rank.worst(),
        conditions(one.judgement()),
        Wishes.vacantHa(park, screener),
        Math.rint(park.areaHa() * 100) / 100,
        Grid.snap(park.around().middle().x),
        Grid.snap(park.around().middle().y),
        synthetic(),
        one.score());
  }

  private static List<String> conditions(Judgement judgement) {
    return judgement.entries().stream()
        .filter(entry -> entry.finding().outcome() == Outcome.CONDITION)
        .map(entry -> entry.rule().id())
        .toList();
  }

  private static Ranking.Failure failure(Places.Weighed one) {
    String rule =
        one.judgement().entries().stream()
            .filter(entry -> entry.finding().outcome() == Outcome.VIOLATED)
            .map(entry -> entry.rule().id())
            .findFirst()
            .orElse("");
    return new Ranking.Failure(one.park().id(), one.park().zone().name(), rule);
  }

  private boolean synthetic() {
    return screener.atlas().layer(Vicinity.PARKS).map(Layer::synthetic).orElse(false);
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (synthetic()) {
      warnings.add("synthetic data: park outlines are made by a generator and are not real");
    }
    warnings.addAll(wishes.warnings());
    return warnings;
  }
}
