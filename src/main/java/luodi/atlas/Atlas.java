package luodi.atlas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * A numbered set of layer editions, loaded and indexed in memory. Immutable and safe for many
 * threads: a request keeps the atlas it began with.
 */
public final class Atlas {
  private static final Pattern DAY = Pattern.compile("(20\\d\\d)(?:-(\\d\\d)(?:-(\\d\\d))?)?");

  private static final int KEY_LENGTH = 12;

  private final int number;
  private final String name;
  private final TreeMap<String, Shelf> shelves = new TreeMap<>();
  private volatile LocalDate day; // found when first asked for

  /** One layer in memory. */
  private record Shelf(
      LayerEdition edition, STRtree index, Coverage coverage, Map<String, Zone> byId) {}

  private Atlas(int number, String fingerprint) {
    this.number = number;
    this.name = number + "@" + fingerprint;
  }

  /** Indexes the editions; two editions of one layer are a fault. */
  public static Atlas of(int number, List<LayerEdition> editions) {
    return of(number, editions, new TreeMap<>());
  }

  /** The current editions of a store. */
  public static Atlas of(AtlasStore store) {
    return of(0, List.of()).renewed(store);
  }

  /**
   * The current editions of a store. Layers whose edition is that of this atlas are not read again
   * and share their memory with it.
   */
  public Atlas renewed(AtlasStore store) {
    int newest = store.history().number();
    List<LayerEdition> editions = new ArrayList<>();
    for (Layer layer : store.layersAt(newest)) { // not what somebody publishes meanwhile
      Optional<LayerEdition> same =
          Optional.ofNullable(shelves.get(layer.id()))
              .map(Shelf::edition)
              .filter(here -> here.layer().edition().equals(layer.edition()));
      editions.add(same.orElseGet(() -> store.read(layer.id(), layer.edition())));
    }
    return of(newest, editions, shelves);
  }

  private static Atlas of(int number, List<LayerEdition> editions, Map<String, Shelf> before) {
    List<LayerEdition> sorted = new ArrayList<>(editions);
    sorted.sort(Comparator.comparing(edition -> edition.layer().id()));
    Atlas atlas = new Atlas(number, Fingerprint.of(sorted));
    Map<Optional<Geometry>, Coverage> coverages = new HashMap<>(); // many layers share one
    for (LayerEdition edition : sorted) {
      if (!kept(before, edition)) {
        coverages.computeIfAbsent(edition.layer().coverage(), Coverage::of);
      }
    }
    List<Shelf> shelves =
        sorted.parallelStream()
            .map(
                edition ->
                    kept(before, edition)
                        ? before.get(edition.layer().id())
                        : shelf(edition, coverages.get(edition.layer().coverage())))
            .toList();
    for (Shelf shelf : shelves) {
      String id = shelf.edition().layer().id();
      if (atlas.shelves.put(id, shelf) != null) {
        throw Fault.BAD_DATA.because("Layer '%s' came twice.", id);
      }
    }
    return atlas;
  }

  /**
   * This atlas as it would be with other editions of some layers; the rest shares its memory with
   * it, and its name tells what was supposed.
   */
  public Atlas supposing(List<LayerEdition> changed) {
    String own = name.substring(name.indexOf('@') + 1);
    Atlas atlas = new Atlas(number, own + "+" + Fingerprint.of(changed).substring(0, KEY_LENGTH));
    atlas.shelves.putAll(shelves);
    for (LayerEdition edition : changed) {
      atlas.shelves.put(
          edition.layer().id(), shelf(edition, Coverage.of(edition.layer().coverage())));
    }
    return atlas;
  }

  private static boolean kept(Map<String, Shelf> before, LayerEdition edition) {
    Shelf shelf = before.get(edition.layer().id());
    return shelf != null && shelf.edition() == edition;
  }

  /** How many publications and withdrawals the store had seen when this atlas was read. */
  public int number() {
    return number;
  }

  /** The edition's number and the SHA-256 over all its zones, as answers name it. */
  public String name() {
    return name;
  }

  /** A short word that stands for the same zones and no others, fit for an address. */
  public String key() {
    return name.substring(name.indexOf('@') + 1).substring(0, KEY_LENGTH);
  }

  /**
   * The newest day that an edition's name carries ({@code demo-2026.1}, {@code 2024-12-31}): what
   * the data speak for.
   */
  public LocalDate day() {
    LocalDate known = day;
    if (known == null) {
      known = newestDay();
      day = known; // whoever else finds it finds the same
    }
    return known;
  }

  private LocalDate newestDay() {
    LocalDate newest = LocalDate.EPOCH;
    for (Shelf shelf : shelves.values()) {
      Matcher dated = DAY.matcher(shelf.edition().layer().edition());
      if (dated.find()) {
        int month = dated.group(2) == null ? 1 : Integer.parseInt(dated.group(2));
        int day = dated.group(3) == null ? 1 : Integer.parseInt(dated.group(3));
        LocalDate named = LocalDate.of(Integer.parseInt(dated.group(1)), month, day);
        newest = named.isAfter(newest) ? named : newest;
      }
    }
    return newest;
  }

  /** All manifests, in the order of their ids. */
  public List<Layer> layers() {
    return shelves.values().stream().map(shelf -> shelf.edition().layer()).toList();
  }

  /** One layer's manifest; empty when this atlas has no such layer. */
  public Optional<Layer> layer(String id) {
    return Optional.ofNullable(shelves.get(id)).map(shelf -> shelf.edition().layer());
  }

  /** All zones of a layer in the order of their ids; none when there is no such layer. */
  public List<Zone> zones(String layer) {
    Shelf shelf = shelves.get(layer);
    return shelf == null ? List.of() : shelf.edition().zones();
  }

  /** The rectangle around all zones of a layer, degrees; null in JTS's sense when it has none. */
  public Envelope extent(String layer) {
    Envelope extent = new Envelope();
    zones(layer).forEach(zone -> extent.expandToInclude(zone.shape().getEnvelopeInternal()));
    return extent;
  }

  /** One zone by its id. */
  public Optional<Zone> zone(String layer, String id) {
    return Optional.ofNullable(shelves.get(layer)).map(shelf -> shelf.byId().get(id));
  }

  /** The zones whose envelopes meet a window of degrees, in the order of their ids. */
  public List<Zone> near(String layer, Envelope window) {
    Shelf shelf = shelves.get(layer);
    if (shelf == null) {
      return List.of();
    }
    List<Zone> found = new ArrayList<>();
    shelf.index().query(window, zone -> found.add((Zone) zone));
    found.sort(Comparator.comparing(Zone::id));
    return found;
  }

  /** Where a layer is declared to be complete; nowhere when there is no such layer. */
  public Coverage coverage(String layer) {
    Shelf shelf = shelves.get(layer);
    return shelf == null ? Coverage.of(Optional.empty()) : shelf.coverage();
  }

  private static Shelf shelf(LayerEdition edition, Coverage coverage) {
    STRtree index = new STRtree();
    Map<String, Zone> byId = new TreeMap<>();
    for (Zone zone : edition.zones()) {
      index.insert(zone.shape().getEnvelopeInternal(), zone);
      byId.put(zone.id(), zone);
    }
    index.build();
    return new Shelf(edition, index, coverage, byId);
  }
}
