package luodi.ingest.edition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.tiling.Tiling;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Whether the zones of a layer tile: on every day on which one of them begins or ends to be valid,
 * for a zone and its successor lie in one place.
 */
final class TilingCheck {
  private static final int MOST_SHOWN = 1000;
  private static final int MOST_DAYS = 24;

  private final AtlasStore store;
  private final Layer layer;
  private final double depthM;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final ArrayNode overlaps;
  private final ArrayNode gaps;
  private long overlapCount;
  private long gapCount;
  private double overlapM2;
  private double gapM2;
  private boolean checked = true;

  TilingCheck(AtlasStore store, Layer layer, double depthM) {
    this.store = store;
    this.layer = layer;
    this.depthM = depthM;
    json.put("checked", true).put("depth_m", depthM);
    overlaps = json.putArray("overlaps");
    gaps = json.putArray("gaps");
  }

  void run(Report report) {
    for (Optional<LocalDate> day : days(report)) {
      Tiling found =
          Tiling.of(to -> zones(day, zone -> to.accept(zone.shape())), layer.coverage(), depthM);
      checked &= found.checked();
      note(found, day);
    }
    json.put("checked", checked);
    json.put("overlap_m2", Math.rint(overlapM2 * 100) / 100);
    json.put("gap_m2", Math.rint(gapM2 * 100) / 100);
    report.tiling(json);
    tell(report);
  }

  private void tell(Report report) {
    if (!checked) {
      report.find("the zones share too few edges to tell whether they tile");
    }
    if (overlapCount > 0) {
      report.find(
          String.format(
              Locale.ROOT,
              "zones that should tile overlap in %d places, %.1f m² in all",
              overlapCount,
              overlapM2));
    }
    if (gapCount > 0) {
      report.find(
          String.format(
              Locale.ROOT,
              "zones that should tile leave %d gaps, %.1f m² in all",
              gapCount,
              gapM2));
    }
  }

  /** The days on which something changes; an empty one stands for a layer that never does. */
  private List<Optional<LocalDate>> days(Report report) {
    TreeSet<LocalDate> changes = new TreeSet<>();
    boolean[] always = {false};
    store.read(
        layer.id(),
        layer.edition(),
        zone -> {
          zone.from().ifPresent(changes::add);
          zone.to().ifPresent(changes::add);
          always[0] |= zone.from().isEmpty();
        });
    if (changes.isEmpty()) {
      return List.of(Optional.empty());
    }
    List<Optional<LocalDate>> days = new ArrayList<>();
    if (always[0]) {
      days.add(Optional.of(changes.first().minusDays(1)));
    }
    changes.forEach(day -> days.add(Optional.of(day)));
    if (days.size() > MOST_DAYS) {
      report.warn(
          "the zones' validity changes on %d days; the tiling was checked on the last %d of them"
              .formatted(days.size(), MOST_DAYS));
    }
    return days.subList(Math.max(0, days.size() - MOST_DAYS), days.size());
  }

  private void zones(Optional<LocalDate> day, java.util.function.Consumer<Zone> to) {
    store.read(
        layer.id(),
        layer.edition(),
        zone -> {
          if (day.map(zone::validOn).orElse(true)) {
            to.accept(zone);
          }
        });
  }

  private void note(Tiling found, Optional<LocalDate> day) {
    overlapCount += found.overlaps().size();
    gapCount += found.gaps().size();
    overlapM2 += found.overlaps().stream().mapToDouble(Tiling.Face::areaM2).sum();
    gapM2 += found.gaps().stream().mapToDouble(Tiling.Face::areaM2).sum();
    List<Tiling.Face> shown =
        found.overlaps().subList(0, Math.min(MOST_SHOWN, found.overlaps().size()));
    TreeMap<Integer, List<String>> ids = idsAt(shown, day);
    for (int i = 0; i < shown.size() && overlaps.size() < MOST_SHOWN; i++) {
      ObjectNode entry = place(overlaps, shown.get(i), day);
      ArrayNode zones = entry.putArray("zones");
      ids.getOrDefault(i, List.of()).forEach(zones::add);
    }
    found.gaps().stream()
        .limit(MOST_SHOWN - Math.min(MOST_SHOWN, gaps.size()))
        .forEach(gap -> place(gaps, gap, day));
  }

  private static ObjectNode place(ArrayNode list, Tiling.Face face, Optional<LocalDate> day) {
    Coordinate at = face.shape().getInteriorPoint().getCoordinate();
    ObjectNode entry = list.addObject().put("area_m2", Math.rint(face.areaM2() * 100) / 100);
    entry.putArray("at").add(Math.rint(at.x * 1e7) / 1e7).add(Math.rint(at.y * 1e7) / 1e7);
    day.ifPresent(on -> entry.put("on", on.toString()));
    return entry;
  }

  /**
   * The ids of the zones that lie over the inside of each face, by the face's place in the list.
   */
  private TreeMap<Integer, List<String>> idsAt(List<Tiling.Face> faces, Optional<LocalDate> day) {
    TreeMap<Integer, List<String>> ids = new TreeMap<>();
    if (faces.isEmpty()) {
      return ids;
    }
    STRtree places = new STRtree();
    for (int i = 0; i < faces.size(); i++) {
      Coordinate at = faces.get(i).shape().getInteriorPoint().getCoordinate();
      places.insert(new Envelope(at), java.util.Map.entry(i, at));
    }
    zones(
        day,
        zone ->
            places.query(
                zone.shape().getEnvelopeInternal(), found -> addIfWithin(found, zone, ids)));
    return ids;
  }

  @SuppressWarnings("unchecked") // the tree gives back what was put in
  private static void addIfWithin(Object found, Zone zone, TreeMap<Integer, List<String>> ids) {
    var place = (java.util.Map.Entry<Integer, Coordinate>) found;
    Geometry shape = zone.shape();
    if (SimplePointInAreaLocator.locate(place.getValue(), shape) == Location.INTERIOR) {
      ids.computeIfAbsent(place.getKey(), each -> new ArrayList<>()).add(zone.id());
    }
  }
}
