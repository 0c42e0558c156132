package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import luodi.cooperation.Accounts;
import luodi.cooperation.Agreement;
import luodi.cooperation.Entry;
import luodi.cooperation.RecordLayers;
import luodi.cooperation.Records;
import luodi.cooperation.Share;
import luodi.ogc.Media;
import luodi.siting.Divisions;

/** Agreements between regions with their accounts. */
final class CooperationDoors implements RouteGroup {
  private final Supplier<Desk> desk;

  CooperationDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/agreements", this::agreements);
  }

  private void agreements(Context context) {
    Desk now = desk.get();
    Query query = Query.of(context, Set.of("id", "adcode", "f"));
    Records records = RecordLayers.read(now.atlas()::zones);
    List<Agreement> asked =
        records.agreements().stream()
            .filter(one -> query.text("id") == null || query.text("id").equals(one.id()))
            .filter(one -> concerns(one, query.text("adcode"), records))
            .toList();
    if (Form.of(context, Media.JSON, Media.CSV) == Media.CSV) {
      Respond.bytes(
          context, "text/csv; charset=utf-8", csv(asked, records).getBytes(StandardCharsets.UTF_8));
    } else {
      Respond.json(context, shown(asked, records, now));
    }
  }

  private static boolean concerns(Agreement one, String adcode, Records records) {
    return adcode == null
        || records.sharesOf(one).stream().anyMatch(share -> share.adcode().equals(adcode));
  }

  private static Map<String, Object> shown(List<Agreement> asked, Records records, Desk now) {
    SortedMap<String, SortedMap<String, Long>> regions = new TreeMap<>();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(
        "agreements",
        asked.stream()
            .map(
                one -> {
                  Accounts accounts = records.accountsOf(one);
                  accounts.totals().forEach(total -> add(total, regions));
                  return shown(one, accounts, records, now);
                })
            .toList());
    shown.put(
        "regions",
        regions.entrySet().stream()
            .map(
                entry -> {
                  Map<String, Object> region = named(entry.getKey(), now);
                  region.put("totals", entry.getValue());
                  return region;
                })
            .toList());
    return shown;
  }

  private static void add(
      Accounts.Total total, SortedMap<String, SortedMap<String, Long>> regions) {
    total
        .regions()
        .forEach(
            (adcode, part) ->
                regions
                    .computeIfAbsent(adcode, added -> new TreeMap<>())
                    .merge(total.indicator() + "_" + total.unit(), part, Math::addExact));
  }

  private static Map<String, Object> shown(
      Agreement one, Accounts accounts, Records records, Desk now) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", one.id());
    shown.put("title", one.title());
    shown.put("mode", one.mode());
    shown.put("park", one.park());
    shown.put("adcode", one.adcode());
    shown.put("from", one.from().toString());
    shown.put("to", one.to().map(Object::toString));
    shown.put("source", one.source());
    shown.put("confidence", one.confidence());
    shown.put("parties", parties(records.sharesOf(one), now));
    shown.put("years", accounts.years());
    shown.put("totals", accounts.totals());
    shown.put("entries", records.entriesOf(one).stream().map(CooperationDoors::shown).toList());
    return shown;
  }

  private static List<Map<String, Object>> parties(List<Share> shares, Desk now) {
    SortedMap<String, SortedMap<String, String>> percents = new TreeMap<>();
    shares.forEach(
        share ->
            percents
                .computeIfAbsent(share.adcode(), added -> new TreeMap<>())
                .put(share.indicator().word(), share.percent().toPlainString()));
    return percents.entrySet().stream()
        .map(
            entry -> {
              Map<String, Object> party = named(entry.getKey(), now);
              party.put("percent", entry.getValue());
              return party;
            })
        .toList();
  }

  private static Map<String, Object> named(String adcode, Desk now) {
    Map<String, Object> shown = new LinkedHashMap<>();
    Optional<String> name =
        now.screener().divisions().named(adcode).map(Divisions.Division::fullName);
    shown.put("adcode", adcode);
    shown.put("name", name);
    return shown;
  }

  private static Map<String, Object> shown(Entry entry) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", entry.id());
    shown.put("year", entry.year());
    shown.put("indicator", entry.indicator().word());
    shown.put("amount", entry.amount());
    shown.put("unit", entry.indicator().unit());
    shown.put("recorded_on", entry.recordedOn().toString());
    shown.put("corrects", entry.corrects());
    shown.put("note", entry.note());
    shown.put("source", entry.source());
    return shown;
  }

  /** What each party is credited with, a line for each year and indicator. */
  private static String csv(List<Agreement> asked, Records records) {
    StringBuilder text = new StringBuilder("agreement,year,indicator,unit,adcode,amount\r\n");
    for (Agreement one : asked) {
      for (Accounts.Year year : records.accountsOf(one).years()) {
        year.regions()
            .forEach(
                (adcode, part) ->
                    text.append(one.id())
                        .append(',')
                        .append(year.year())
                        .append(',')
                        .append(year.indicator())
                        .append(',')
                        .append(year.unit())
                        .append(',')
                        .append(adcode)
                        .append(',')
                        .append(part)
                        .append("\r\n"));
      }
    }
    return text.toString();
  }
}
