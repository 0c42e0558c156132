package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.atlas.Atlas;
import luodi.atlas.Coverage;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.ground.Ask;
import luodi.ground.Letter;
import luodi.ground.Signature;
import luodi.rule.Vocabulary;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The overlay of one part with everything the law asks to read: the part cut into faces, each under
 * one signature and in one county. A zone that the part only grazes, less deep than the layer's
 * tolerance, leaves no letter.
 */
final class Faces {
  private final Atlas atlas;
  private final LocalDate day;
  private final Geometry part;
  private final PreparedGeometry prepared;
  private final LocalFrame frame;
  private final Envelope window;
  private List<Piece> pieces;

  /** A face while it is being cut. */
  private record Piece(Geometry shape, SortedSet<Letter> letters, Optional<Set<String>> here) {
    Piece reading(Letter letter) {
      TreeSet<Letter> more = new TreeSet<>(letters);
      more.add(letter);
      return new Piece(shape, more, here);
    }

    Piece cutTo(Geometry smaller) {
      return new Piece(smaller, letters, here);
    }
  }

  private Faces(Atlas atlas, Geometry part, LocalDate day) {
    this.atlas = atlas;
    this.day = day;
    this.part = part;
    this.prepared = PreparedGeometryFactory.prepare(part);
    this.frame = LocalFrame.around(part);
    this.window = part.getEnvelopeInternal();
    this.pieces = List.of(new Piece(part, new TreeSet<>(), Optional.empty()));
  }

  /**
   * Cuts a part into faces.
   *
   * @param part degrees; lines and points are cut as well
   */
  static List<Face> under(
      Geometry part, Atlas atlas, List<Ask> asks, Vocabulary words, LocalDate day) {
    Faces faces = new Faces(atlas, part, day);
    faces.cutByCounty();
    for (Ask ask : asks) {
      atlas
          .layer(ask.layer())
          .ifPresent(layer -> faces.read(layer, ask, sliverM(words, ask.layer())));
    }
    return faces.joined();
  }

  /**
   * The depth below which an overlap with the layer is a sliver: never below the grid's own
   * uncertainty.
   */
  static double sliverM(Vocabulary words, String layer) {
    return Math.max(
        Grid.CELL_M, words.layer(layer).map(Vocabulary.LayerWords::sliverM).orElse(0.5));
  }

  /** The codes of a county polygon: its own, those of 2024, its prefecture and its province. */
  static Set<String> codesOf(Zone county) {
    Set<String> codes = new TreeSet<>(Set.of(county.id()));
    for (String attribute : List.of("adcode", "adcodes_2024", "prefecture", "province")) {
      for (String code : county.attributes().getOrDefault(attribute, "").split(";")) {
        if (!code.isBlank()) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  private void cutByCounty() {
    List<Zone> counties =
        atlas.near("counties", window).stream()
            .filter(county -> prepared.intersects(county.shape()))
            .toList();
    if (counties.size() == 1 && counties.get(0).shape().covers(part)) {
      pieces = List.of(new Piece(part, new TreeSet<>(), Optional.of(codesOf(counties.get(0)))));
      return;
    }
    List<Piece> cut = new ArrayList<>();
    Geometry left = part;
    for (Zone county : counties) {
      Geometry inside = Grid.intersection(left, Grid.clip(county.shape(), grown(10)));
      if (!inside.isEmpty()) {
        cut.add(new Piece(inside, new TreeSet<>(), Optional.of(codesOf(county))));
        left = Grid.difference(left, inside);
      }
      if (left.isEmpty()) {
        break;
      }
    }
    if (!left.isEmpty() && (cut.isEmpty() || frame.deeper(left, Grid.CELL_M))) {
      cut.add(new Piece(left, new TreeSet<>(), Optional.empty()));
    }
    pieces = cut;
  }

  private void read(Layer layer, Ask ask, double sliverM) {
    if (layer.geometry() == Layer.Shape.POLYGON) {
      mark(Letter.coverage(layer.id()), atlas.coverage(layer.id()));
      grouped(ask, window).forEach((letter, zones) -> mark(letter, within(zones, window), sliverM));
    }
    for (double distance : ask.bandsM()) {
      band(layer, ask, distance);
    }
  }

  /** Zones near the part by the letter that they write, those of the day only. */
  private Map<Letter, List<Zone>> grouped(Ask ask, Envelope near) {
    Map<Letter, List<Zone>> groups = new LinkedHashMap<>();
    for (Zone zone : atlas.near(ask.layer(), near)) {
      if (zone.validOn(day)) {
        groups.computeIfAbsent(letterOf(zone, ask), letter -> new ArrayList<>()).add(zone);
      }
    }
    return groups;
  }

  private static Letter letterOf(Zone zone, Ask ask) {
    Map<String, String> read = new TreeMap<>(zone.attributes());
    read.keySet().retainAll(ask.attributes());
    return Letter.zone(ask.layer(), read);
  }

  private Geometry within(List<Zone> zones, Envelope near) {
    return Grid.union(
        zones.stream()
            .map(zone -> Grid.clip(zone.shape(), near(near)))
            .collect(Collectors.toList()));
  }

  /** A window a little larger than asked, so that clipping never runs along the part's own edge. */
  private Envelope near(Envelope window) {
    return frame.grow(window, 10);
  }

  private Envelope grown(double metres) {
    return frame.grow(window, metres);
  }

  private void mark(Letter letter, Coverage coverage) {
    switch (coverage.over(part)) {
      case FULL -> everywhere(letter);
      case PARTIAL -> mark(letter, coverage.within(grown(10)), Grid.CELL_M);
      case NONE -> {}
    }
  }

  private void everywhere(Letter letter) {
    pieces = pieces.stream().map(piece -> piece.reading(letter)).toList();
  }

  /** Writes a letter on all ground of a region, unless the part only grazes it. */
  private void mark(Letter letter, Geometry region, double sliverM) {
    if (part.getDimension() == 0) {
      markSpots(letter, region);
      return;
    }
    if (!prepared.intersects(region)) {
      return;
    }
    Geometry overlap = Grid.intersection(part, region);
    if (!frame.deeper(overlap, sliverM)) {
      return;
    }
    if (!frame.deeper(Grid.difference(part, region), sliverM)) {
      everywhere(letter);
      return;
    }
    List<Piece> cut = new ArrayList<>();
    for (Piece piece : pieces) {
      Geometry inside = Grid.intersection(piece.shape(), overlap);
      Geometry outside = inside.isEmpty() ? piece.shape() : Grid.difference(piece.shape(), overlap);
      if (!inside.isEmpty()) {
        cut.add(piece.cutTo(inside).reading(letter));
      }
      if (!outside.isEmpty()) {
        cut.add(piece.cutTo(outside));
      }
    }
    pieces = cut;
  }

  /** A spot lies in a region when it lies in its interior: touching is no hit. */
  private void markSpots(Letter letter, Geometry region) {
    pieces =
        pieces.stream()
            .map(piece -> region.contains(piece.shape()) ? piece.reading(letter) : piece)
            .toList();
  }

  /** Writes the bands of one distance, and where the layer is known within it. */
  private void band(Layer layer, Ask ask, double distanceM) {
    double blurM = layer.accuracyM() >= distanceM ? layer.accuracyM() : 0;
    Envelope near = grown(distanceM + blurM + 10);
    Map<Letter, List<Zone>> groups = grouped(ask, near);
    bandCoverage(layer, distanceM, blurM, groups, near);
    if (blurM > 0) {
      return; // too coarse to say who lies within so little
    }
    groups.forEach(
        (letter, zones) -> {
          Geometry region = within(zones, near);
          if (!region.isEmpty() && Geodesic.between(part, region).distanceM() < distanceM) {
            markBand(Letter.band(layer.id(), letter.attributes(), distanceM), region, distanceM);
          }
        });
  }

  /**
   * The exact distance has decided; the buffer only says how far the band reaches into the part.
   */
  private void markBand(Letter letter, Geometry zones, double distanceM) {
    if (part.getDimension() == 0) {
      everywhere(letter);
      return;
    }
    mark(letter, frame.buffer(zones, distanceM), Grid.CELL_M);
    if (pieces.stream().noneMatch(piece -> piece.letters().contains(letter))) {
      Geometry nearest = Grid.SHAPES.createPoint(Geodesic.between(part, zones).from());
      Piece at =
          pieces.stream()
              .min(Comparator.comparingDouble(piece -> piece.shape().distance(nearest)))
              .orElseThrow();
      pieces = pieces.stream().map(piece -> piece == at ? piece.reading(letter) : piece).toList();
    }
  }

  /**
   * Where the layer is complete within a distance: coverage shrunk by it, less the ring around
   * zones in which the layer is too coarse.
   */
  private void bandCoverage(
      Layer layer, double distanceM, double blurM, Map<Letter, List<Zone>> groups, Envelope near) {
    if (atlas.coverage(layer.id()).over(part) == Coverage.Extent.NONE) {
      return;
    }
    Letter letter = Letter.coverage(layer.id(), distanceM);
    Geometry all = Grid.SHAPES.toGeometry(near);
    List<Geometry> unknown = new ArrayList<>();
    if (atlas.coverage(layer.id()).over(all) != Coverage.Extent.FULL) {
      Geometry gap = Grid.difference(all, atlas.coverage(layer.id()).within(near));
      unknown.add(frame.buffer(gap, distanceM));
    }
    if (blurM > 0 && !groups.isEmpty()) {
      List<Zone> zones = groups.values().stream().flatMap(List::stream).toList();
      unknown.add(frame.buffer(within(zones, near), distanceM + blurM));
    }
    if (unknown.isEmpty()) {
      everywhere(letter);
    } else {
      mark(letter, Grid.difference(part, Grid.union(unknown)), Grid.CELL_M);
    }
  }

  private List<Face> joined() {
    Map<Face.Word, List<Geometry>> byWord = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      Face.Word word = new Face.Word(Signature.of(piece.letters()), piece.here());
      byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(piece.shape());
    }
    return byWord.entrySet().stream()
        .map(
            entry ->
                new Face(
                    Grid.union(entry.getValue()),
                    entry.getKey().signature(),
                    entry.getKey().here()))
        .toList();
  }
}
