package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import luodi.atlas.County;
import luodi.atlas.Layer;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.rule.Regions;

/** Reads the wishes of one kind. */
final class WishReader {
  private static final Map<String, String> TRUTHS =
      new TreeMap<>(
          Map.of(
              "chemical_park", "chemical_recognised",
              "compliant", "compliant",
              "infrastructure", "infrastructure",
              "legal", "legal",
              "pilot", "pilot"));

  private static final Map<String, String> DISTANCES =
      new TreeMap<>(
          Map.of(
              "hub_km", "hub",
              "rail_km", "rail",
              "port_km", "port",
              "airport_km", "airport",
              "corridor_km", "corridor"));

  private static final String NEAR = "near_industry";
  private static final String NEAR_KM = "near_km";
  private static final double USUAL_NEAR_KM = 100;
  private static final double MOST = 1e9;

  private static final String KNOWN =
      "airport_km, area_ha, chemical_park, compliant, corridor_km, grade, hub_km, infrastructure, legal, near_industry (with near_km), "
          + "pilot, plan_eia, port_km, rail_km, region, vacant_ha";

  private final String kind;
  private final Map<String, String> told;
  private final LocalDate day;
  private final Screener screener;
  private final ParkGround ground;
  private final Wish.Source parks;
  private final List<Wish> wishes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  WishReader(
      String kind,
      SortedMap<String, String> all,
      LocalDate day,
      Screener screener,
      ParkGround ground) {
    this.kind = kind;
    this.day = day;
    this.told = new TreeMap<>();
    this.screener = screener;
    this.ground = ground;
    Optional<Layer> layer = screener.atlas().layer(Vicinity.PARKS);
    this.parks =
        new Wish.Source(
            layer.map(Layer::source).orElse("no data"), layer.map(Layer::synthetic).orElse(false));
    all.forEach(
        (name, value) -> {
          if (name.startsWith(kind)) {
            told.put(name.substring(kind.length()), value);
          }
        });
    told.forEach(this::add);
  }

  private void add(String criterion, String value) {
    if (criterion.equals(NEAR_KM)) {
      if (!told.containsKey(NEAR)) {
        throw wrong(criterion, "near_km goes with near_industry; give both");
      }
      amount(criterion, value);
    } else {
      wishes.add(wish(criterion, value));
    }
  }

  private Wish wish(String criterion, String value) {
    if (TRUTHS.containsKey(criterion)) {
      return yesOrNo(criterion, value, park -> truth(park, TRUTHS.get(criterion)));
    }
    if (DISTANCES.containsKey(criterion)) {
      return distance(criterion, value);
    }
    return switch (criterion) {
      case "area_ha" ->
          atLeast(criterion, value, park -> Optional.of(Math.rint(park.areaHa() * 1e4) / 1e4));
      case "vacant_ha" -> atLeast(criterion, value, park -> Wishes.vacantHa(park, screener));
      case "plan_eia" ->
          yesOrNo(
              criterion,
              value,
              park -> attribute(park, "plan_eia").map(told -> told.equals("approved") ? 1.0 : 0));
      case "grade" -> grade(value);
      case "region" -> region(value);
      case NEAR -> near(value);
      default ->
          throw Fault.UNKNOWN_PARAMETER
              .because("There is no '%s%s'; there are %s.", kind, criterion, KNOWN)
              .inParameter(kind + criterion);
    };
  }

  private Wish atLeast(String criterion, String value, Function<Park, Optional<Double>> found) {
    return new Wish(
        criterion, Wish.Sense.AT_LEAST, amount(criterion, value), value, "ha", parks, found);
  }

  private Wish distance(String criterion, String value) {
    Access.Kind access = Access.kind(DISTANCES.get(criterion));
    Wish.Source source = new Wish.Source("the nearest %s".formatted(access.en()), false);
    return new Wish(
        criterion,
        Wish.Sense.AT_MOST,
        amount(criterion, value),
        value,
        "km",
        source,
        park -> access.nearest(park.around().nearest()).map(near -> near.metres() / 1000));
  }

  private Wish yesOrNo(String criterion, String value, Function<Park, Optional<Double>> found) {
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(criterion, "give true or false");
    }
    double wanted = value.equals("true") ? 1 : 0;
    return new Wish(criterion, Wish.Sense.SAME, wanted, value, "", parks, found);
  }

  private Wish grade(String value) {
    if (!List.of("national", "provincial", "other").contains(value)) {
      throw wrong("grade", "give national, provincial or other");
    }
    return new Wish(
        "grade",
        Wish.Sense.SAME,
        1,
        value,
        "",
        parks,
        park -> attribute(park, "grade").map(told -> told.equals(value) ? 1.0 : 0));
  }

  /** A division by its code, or a set of divisions by its name. */
  private Wish region(String value) {
    Wish.Source source = new Wish.Source("division codes", false);
    if (screener.divisions().named(value).isPresent()) {
      return new Wish(
          "region",
          Wish.Sense.SAME,
          1,
          value,
          "",
          source,
          park -> park.county().map(county -> county.codes().contains(value) ? 1.0 : 0));
    }
    Regions.Table set =
        screener
            .rulebook()
            .regions()
            .named(value)
            .orElseThrow(
                () ->
                    wrong(
                        "region",
                        "give six digits of a division, or a set: "
                            + String.join(
                                ", ",
                                screener.rulebook().regions().all().stream()
                                    .map(Regions.Table::name)
                                    .toList())));
    return new Wish(
        "region",
        Wish.Sense.SAME,
        1,
        value,
        "",
        source,
        park -> park.county().map(county -> holds(set, county) ? 1.0 : 0));
  }

  private boolean holds(Regions.Table set, County county) {
    return set.rows().stream()
        .anyMatch(row -> county.codes().contains(row.adcode()) && row.interval().holds(day));
  }

  private Wish near(String code) {
    try {
      screener.industries().named(code);
    } catch (FaultException unknown) {
      throw wrong(NEAR, "give a code of GB/T 4754-2017 of 2 to 4 digits");
    }
    String km = told.getOrDefault(NEAR_KM, "");
    double within = km.isEmpty() ? USUAL_NEAR_KM : amount(NEAR_KM, km);
    LikeParks like = LikeParks.of(code, ground);
    if (like.coarser()) {
      warnings.add(
          "parks tell their leading industries by division: near_industry %s was read as %s"
              .formatted(code, code.substring(0, 2)));
    }
    return new Wish(
        NEAR,
        Wish.Sense.AT_MOST,
        within,
        code + " ≤ " + within + " km",
        "km",
        parks,
        like::nearestKm);
  }

  private double amount(String criterion, String value) {
    if (!value.matches("\\d{1,9}(\\.\\d{1,6})?") || Double.parseDouble(value) > MOST) {
      throw wrong(criterion, "give a number such as 50 or 12.5");
    }
    return Double.parseDouble(value);
  }

  private FaultException wrong(String criterion, String wanted) {
    return Fault.BAD_PARAMETER
        .because("'%s' is no %s%s; %s.", told.getOrDefault(criterion, ""), kind, criterion, wanted)
        .inParameter(kind + criterion);
  }

  List<Wish> wishes() {
    return wishes;
  }

  /** How a wish had to be read. */
  List<String> warnings() {
    return warnings;
  }

  static Optional<String> attribute(Park park, String name) {
    return Optional.ofNullable(park.zone().attributes().get(name));
  }

  private static Optional<Double> truth(Park park, String attribute) {
    return attribute(park, attribute).map(told -> told.equals("true") ? 1.0 : 0);
  }
}
