package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.fabric.Face;
import luodi.geo.Authalic;
import luodi.ground.Signature;
import luodi.rule.Project;
import luodi.rule.Reads;

/**
 * The ground under all parks as it is on a span of days. Parks share most of their words, so a rule
 * is asked of each word once and not of each park. Safe for many threads.
 */
final class ParkGround {
  private final List<Park> parks;
  private final Readings.Spelt signatures;
  private final List<County> counties = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final CountyClasses countyClasses;
  private final Map<Reads, Readings> readings = new ConcurrentHashMap<>();

  /**
   * All that the law can read of a face.
   *
   * @param signature its number
   * @param county its number, -1 where no county polygon lies
   */
  record Word(int signature, int county) {}

  private ParkGround(List<Found> found, Screener screener) {
    Map<Signature, Integer> signatureNumbers = new HashMap<>();
    List<Signature> all = new ArrayList<>();
    Map<String, Integer> countyNumbers = new HashMap<>();
    Map<Word, Integer> wordNumbers = new HashMap<>();
    List<Park> numbered = new ArrayList<>();
    for (Found one : found) {
      int[] own = new int[one.under().faces().size()];
      for (int i = 0; i < own.length; i++) {
        Face face = one.under().faces().get(i);
        int signature = numbered(face.signature(), face.signature(), signatureNumbers, all);
        int county =
            face.county()
                .map(at -> numbered(at.zone().id(), at, countyNumbers, counties))
                .orElse(-1);
        Word word = new Word(signature, county);
        own[i] = numbered(word, word, wordNumbers, words);
      }
      numbered.add(
          Park.of(
              one.zone(),
              one.under(),
              one.around(),
              one.county(),
              Authalic.areaM2(one.zone().shape()) / 10_000,
              own));
    }
    this.parks = List.copyOf(numbered);
    this.signatures = Readings.Spelt.of(all);
    this.countyClasses = new CountyClasses(counties, screener.rulebook());
  }

  private static <K, V> int numbered(K key, V value, Map<K, Integer> numbers, List<V> all) {
    return numbers.computeIfAbsent(
        key,
        added -> {
          all.add(value);
          return all.size() - 1;
        });
  }

  /** A park before its words are numbered. */
  private record Found(Zone zone, GroundUnderPart under, Vicinity around, Optional<County> county) {

    static Found of(Zone zone, Screener screener, Project anybody) {
      GroundUnderPart under =
          screener
              .survey(List.of(new Part(Part.Kind.PLOT, zone.shape())), DeclaredGround.NONE, anybody)
              .get(0);
      Optional<County> county =
          screener.divisions().holding(zone.shape().getInteriorPoint().getCoordinate());
      Vicinity around =
          Vicinity.of(
              screener.atlas(), zone.shape(), county, Optional.of(zone.id()), anybody.day());
      return new Found(zone, under, around, county);
    }
  }

  /** Reads the ground under all parks that are valid on a day. */
  static ParkGround on(LocalDate day, Screener screener) {
    Project anybody = new Project("", new TreeMap<>(), Optional.empty(), day);
    List<Found> found =
        screener.atlas().zones(Vicinity.PARKS).parallelStream()
            .filter(park -> park.validOn(day))
            .map(park -> Found.of(park, screener, anybody))
            .toList();
    return new ParkGround(found, screener);
  }

  /** In the order of their ids. */
  List<Park> parks() {
    return parks;
  }

  List<Word> words() {
    return words;
  }

  CountyClasses countyClasses() {
    return countyClasses;
  }

  /** All signatures as a kind of rule reads them. */
  Readings readings(Reads reads) {
    return readings.computeIfAbsent(reads, added -> Readings.of(signatures, added));
  }
}
