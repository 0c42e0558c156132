package luodi.cooperation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Geometry;

/**
 * Records as layers, so that they lie in either store, come as collections and are drawn: a line
 * between the parties of each agreement, a point for every entry, regional amount and register
 * item. Each intake is a new edition; former ones stay.
 */
public final class RecordLayers {
  /** Lines between the parties; the shares stand in an attribute. */
  public static final String AGREEMENTS = "agreements";

  /** The accounts as they were recorded, at the agreement's place. */
  public static final String ENTRIES = "agreement-entries";

  /** What each party is credited with, by year and indicator; derived, at the party. */
  public static final String ACCOUNTS = "agreement-accounts";

  public static final String REGISTERS = "registers";

  private RecordLayers() {}

  /** The records of the current editions. */
  public static Records read(AtlasStore store) {
    return read(
        id ->
            store.layers().stream().anyMatch(layer -> layer.id().equals(id))
                ? store.read(id).zones()
                : List.of());
  }

  /** The records in these zones by layer. */
  public static Records read(Function<String, List<Zone>> zones) {
    List<Agreement> agreements = new ArrayList<>();
    List<Share> shares = new ArrayList<>();
    for (Zone zone : zones.apply(AGREEMENTS)) {
      agreements.add(agreement(zone));
      shares.addAll(shares(zone.id(), text(zone, "shares").orElse("")));
    }
    return new Records(
        agreements,
        shares,
        zones.apply(ENTRIES).stream().map(RecordLayers::entry).toList(),
        zones.apply(REGISTERS).stream().map(RecordLayers::item).toList());
  }

  private static Agreement agreement(Zone zone) {
    return new Agreement(
        zone.id(),
        zone.name(),
        text(zone, "mode").orElseThrow(),
        text(zone, "park"),
        text(zone, "adcode").orElseThrow(),
        zone.from().orElseThrow(),
        zone.to(),
        zone.source(),
        zone.confidence());
  }

  /** {@code output:440300=60;output:451000=40}. */
  private static List<Share> shares(String agreement, String text) {
    List<Share> shares = new ArrayList<>();
    for (String one : text.isEmpty() ? new String[0] : text.split(";")) {
      String[] parts = one.split("[:=]");
      shares.add(new Share(agreement, indicator(parts[0]), parts[1], new BigDecimal(parts[2])));
    }
    return shares;
  }

  private static Indicator indicator(String word) {
    return Indicator.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Entry entry(Zone zone) {
    return new Entry(
        zone.id(),
        text(zone, "agreement").orElseThrow(),
        Integer.parseInt(text(zone, "year").orElseThrow()),
        indicator(text(zone, "indicator").orElseThrow()),
        Long.parseLong(text(zone, "amount").orElseThrow()),
        LocalDate.parse(text(zone, "recorded_on").orElseThrow()),
        text(zone, "corrects"),
        text(zone, "note").orElse(""),
        zone.source());
  }

  private static RegisterItem item(Zone zone) {
    return new RegisterItem(
        zone.id(),
        text(zone, "register").orElseThrow(),
        zone.name(),
        text(zone, "adcode").orElseThrow(),
        text(zone, "industry"),
        zone.from().orElseThrow(),
        zone.to(),
        text(zone, "amount_fen").stream().mapToLong(Long::parseLong).findFirst(),
        zone.source(),
        zone.confidence());
  }

  private static Optional<String> text(Zone zone, String attribute) {
    return Optional.ofNullable(zone.attributes().get(attribute)).filter(text -> !text.isEmpty());
  }

  /**
   * Publishes an edition of each layer.
   *
   * @throws luodi.fault.FaultException {@code BAD_FILE} when a record names a division that the
   *     store has no polygon of
   */
  public static void write(Records records, AtlasStore store) {
    RecordShapes shapes = RecordShapes.of(store);
    int number = store.editions(AGREEMENTS).size() + 1;
    List<LayerEdition> editions = new ArrayList<>();
    editions.add(agreements(records, shapes, number));
    editions.add(
        edition(ENTRIES, "协议台账", "Entries of agreements", number, entries(records, shapes)));
    editions.add(
        edition(
            ACCOUNTS, "协议分成", "Regional amounts of agreements", number, accounts(records, shapes)));
    editions.add(
        edition(
            REGISTERS,
            "案例、基金、试点与活动",
            "Model cases, funds, pilots and events",
            number,
            records.registers().stream().map(one -> zone(one, shapes)).toList()));
    shapes.mustKnowAll();
    editions.forEach(store::write);
  }

  private static LayerEdition agreements(Records records, RecordShapes shapes, int number) {
    List<Zone> zones =
        records.agreements().stream().map(one -> zone(one, records, shapes)).toList();
    return new LayerEdition(
        layer(AGREEMENTS, "区域合作协议", "Agreements between regions", Layer.Shape.LINE, number), zones);
  }

  private static LayerEdition edition(
      String id, String titleZh, String titleEn, int number, List<Zone> zones) {
    return new LayerEdition(layer(id, titleZh, titleEn, Layer.Shape.POINT, number), zones);
  }

  private static Layer layer(
      String id, String titleZh, String titleEn, Layer.Shape shape, int number) {
    return new Layer(
        id,
        titleZh,
        titleEn,
        shape,
        "r" + number,
        "records that this deployment keeps; each names its document",
        "not stated",
        "EPSG:4490",
        RecordShapes.ACCURACY_M,
        false,
        false,
        Optional.empty());
  }

  private static Zone zone(Agreement one, Records records, RecordShapes shapes) {
    List<Share> shares = records.sharesOf(one);
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("mode", one.mode());
    one.park().ifPresent(park -> attributes.put("park", park));
    attributes.put("adcode", one.adcode());
    List<String> told = new ArrayList<>();
    shares.forEach(
        share ->
            told.add(
                share.indicator().word()
                    + ":"
                    + share.adcode()
                    + "="
                    + share.percent().toPlainString()));
    attributes.put("shares", String.join(";", told));
    List<String> parties = shares.stream().map(Share::adcode).distinct().sorted().toList();
    attributes.put("parties", String.join(";", parties));
    return zone(
        one.id(),
        one.title(),
        shapes.lines(parties),
        attributes,
        Optional.of(one.from()),
        one.to(),
        one.source(),
        one.confidence());
  }

  private static List<Zone> entries(Records records, RecordShapes shapes) {
    Map<String, Agreement> agreements = new TreeMap<>();
    records.agreements().forEach(one -> agreements.put(one.id(), one));
    return records.entries().stream()
        .map(one -> zone(one, shapes.point(agreements.get(one.agreement()).adcode())))
        .toList();
  }

  private static Zone zone(Entry one, Geometry at) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("agreement", one.agreement());
    attributes.put("year", String.valueOf(one.year()));
    attributes.put("indicator", one.indicator().word());
    attributes.put("amount", String.valueOf(one.amount()));
    attributes.put("unit", one.indicator().unit());
    attributes.put("recorded_on", one.recordedOn().toString());
    one.corrects().ifPresent(id -> attributes.put("corrects", id));
    attributes.put("note", one.note());
    return zone(
        one.id(),
        one.id(),
        at,
        attributes,
        Optional.empty(),
        Optional.empty(),
        one.source(),
        "source");
  }

  private static List<Zone> accounts(Records records, RecordShapes shapes) {
    List<Zone> zones = new ArrayList<>();
    for (Agreement agreement : records.agreements()) {
      for (Accounts.Year year : records.accountsOf(agreement).years()) {
        year.regions()
            .forEach((adcode, part) -> zones.add(zone(agreement, year, adcode, part, shapes)));
      }
    }
    return zones;
  }

  private static Zone zone(
      Agreement agreement, Accounts.Year year, String adcode, long part, RecordShapes shapes) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("agreement", agreement.id());
    attributes.put("year", String.valueOf(year.year()));
    attributes.put("indicator", year.indicator());
    attributes.put("unit", year.unit());
    attributes.put("adcode", adcode);
    attributes.put("amount", String.valueOf(part));
    attributes.put("of", String.valueOf(year.amount()));
    return zone(
        "%s-%d-%s-%s".formatted(agreement.id(), year.year(), year.indicator(), adcode),
        agreement.title(),
        shapes.point(adcode),
        attributes,
        Optional.empty(),
        Optional.empty(),
        agreement.source(),
        "derived");
  }

  private static Zone zone(RegisterItem one, RecordShapes shapes) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("register", one.register());
    attributes.put("adcode", one.adcode());
    one.industry().ifPresent(code -> attributes.put("industry", code));
    OptionalLong amount = one.amountFen();
    if (amount.isPresent()) {
      attributes.put("amount_fen", String.valueOf(amount.getAsLong()));
    }
    return zone(
        one.id(),
        one.title(),
        shapes.point(one.adcode()),
        attributes,
        Optional.of(one.from()),
        one.to(),
        one.source(),
        one.confidence());
  }

  private static Zone zone(
      String id,
      String name,
      Geometry shape,
      Map<String, String> attributes,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      String source,
      String confidence) {
    return new Zone(id, name, shape, new TreeMap<>(attributes), from, to, source, confidence);
  }
}
