package luodi.fabric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luodi.atlas.Zone;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.ground.Letter;
import luodi.ground.Signature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * The faces under one part of a project: its overlay with everything that the law asks to read.
 * Touching is no hit. Bands are drawn as polygons, but whether a part lies within a distance at all
 * is decided by the geodesic distance.
 */
public final class Under {
  /** A cell with more edges is quartered before it is cut into slabs. */
  private static final int MOST_EDGES = 64;

  private static final int ROOM = 128; // for letters of a face; most have fewer

  private final Geometry part;
  private final Map<Zone, Drawing> zones = new IdentityHashMap<>();
  private Map<Word, Drawing> faces = new LinkedHashMap<>();

  /**
   * What a face is told apart by.
   *
   * @param county the region of a county
   */
  private record Word(Signature signature, Optional<Region> county) {
    static Word of(List<Region> regions) {
      List<Letter> letters = new ArrayList<>(ROOM);
      Optional<Region> county = Optional.empty();
      boolean taken = false;
      for (Region region : regions) {
        letters.addAll(region.letters());
        taken |= !region.taken().isEmpty();
        county = region.county().isPresent() ? Optional.of(region) : county;
      }
      if (taken) {
        Set<Letter> gone = new HashSet<>();
        regions.forEach(region -> gone.addAll(region.taken()));
        letters.removeIf(gone::contains);
      }
      return new Word(Signature.of(letters), county);
    }

    boolean says(Letter letter) {
      return signature.letters().contains(letter);
    }

    Word with(Letter letter) {
      List<Letter> more = new ArrayList<>(signature.letters());
      more.add(letter);
      return new Word(Signature.of(more), county);
    }

    Word without(Letter letter) {
      List<Letter> fewer = new ArrayList<>(signature.letters());
      fewer.remove(letter);
      return new Word(Signature.of(fewer), county);
    }

    Face drawn(Drawing drawing) {
      return new Face(signature, county.flatMap(Region::county), drawing);
    }
  }

  private Under(Geometry part) {
    this.part = part;
  }

  /**
   * Cuts a part into faces.
   *
   * @param part valid, degrees: spots, lines or areas
   * @param regions of the atlas
   */
  public static Overlay of(Geometry part, Regions regions) {
    Envelope strip = LocalFrame.around(part).grow(part.getEnvelopeInternal(), regions.stripM());
    Window window = Window.around(strip);
    Regions.Near near = regions.near(window.degrees());
    Under under = new Under(part);
    Cell cell = under.cell(window, near.regions());
    near.bands().stream().filter(band -> comesNear(band, cell)).forEach(under::decide);
    return new Overlay(
        under.faces.entrySet().stream()
            .map(entry -> entry.getKey().drawn(entry.getValue()))
            .toList(),
        under.zones);
  }

  /** Cuts the part, and tells what of a window it was cut from. */
  private Cell cell(Window window, List<Region> regions) {
    if (part.getDimension() == 2) {
      Region own = Region.ofPart(part);
      List<Region> all = new ArrayList<>(regions);
      all.add(own);
      Cell cell = Cell.of(window, all);
      quarter(cell, own);
      return cell;
    }
    Cell cell = Cell.of(window, regions);
    if (part.getDimension() == 1) {
      lines(cell);
    } else {
      spots(cell);
    }
    return cell;
  }

  /** False where the part surely lies within the band, or without: its drawing tells no more. */
  private static boolean comesNear(Regions.Band band, Cell cell) {
    return anySays(band.letter(), cell.crossing()) && !anySays(band.letter(), cell.covering());
  }

  private static boolean anySays(Letter letter, List<Region> regions) {
    return regions.stream().anyMatch(region -> region.letters().contains(letter));
  }

  private Drawing drawing(Word word) {
    return faces.computeIfAbsent(word, key -> new Drawing(latitude()));
  }

  private Drawing drawing(Zone zone) {
    return zones.computeIfAbsent(zone, key -> new Drawing(latitude()));
  }

  private double latitude() {
    return part.getEnvelopeInternal().centre().y;
  }

  private void spots(Cell cell) {
    for (Coordinate at : part.getCoordinates()) {
      draw(cell.at(Ring.Fine.cell(at.x), Ring.Fine.cell(at.y)), Grid.SHAPES.createPoint(at));
    }
  }

  /** Adds a spot or a line on which these regions hold. */
  private void draw(List<Region> holding, Geometry piece) {
    drawing(Word.of(holding)).piece(piece);
    for (Region region : holding) {
      region.zone().ifPresent(zone -> drawing(zone).piece(piece));
    }
  }

  private void lines(Cell cell) {
    for (int i = 0; i < part.getNumGeometries(); i++) {
      Coordinate[] points = part.getGeometryN(i).getCoordinates();
      for (int j = 1; j < points.length; j++) {
        segment(cell, points[j - 1], points[j]);
      }
    }
  }

  /** Between two crossings the same letters lie. */
  private void segment(Cell cell, Coordinate from, Coordinate to) {
    double ax = Ring.Fine.cell(from.x);
    double ay = Ring.Fine.cell(from.y);
    double dx = Ring.Fine.cell(to.x) - ax;
    double dy = Ring.Fine.cell(to.y) - ay;
    double[] cuts = cell.edges().crossings(ax, ay, dx, dy);
    for (int i = 0; i + 1 < cuts.length; i++) {
      if (cuts[i + 1] > cuts[i]) {
        double middle = (cuts[i] + cuts[i + 1]) / 2;
        draw(cell.at(ax + middle * dx, ay + middle * dy), line(from, to, cuts[i], cuts[i + 1]));
      }
    }
  }

  private static LineString line(Coordinate from, Coordinate to, double start, double end) {
    return Grid.SHAPES.createLineString(
        new Coordinate[] {along(from, to, start), along(from, to, end)});
  }

  private static Coordinate along(Coordinate from, Coordinate to, double share) {
    return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
  }

  private void quarter(Cell cell, Region own) {
    if (!cell.crossing().contains(own) && !cell.covering().contains(own)) {
      return;
    }
    if (cell.edges().count() > MOST_EDGES && cell.window().canBeQuartered()) {
      for (Cell quarter : cell.quarters()) {
        quarter(quarter, own);
      }
      return;
    }
    cut(cell, own);
  }

  /** Cuts a small cell into faces, and keeps those of the part. */
  private void cut(Cell cell, Region own) {
    List<Trapezoid> drawn = new ArrayList<>();
    Slabs slabs = Slabs.of(cell, drawn::add);
    Drawing[] ofFace = new Drawing[slabs.count()];
    for (int face = 0; face < slabs.count(); face++) {
      List<Region> holding = slabs.holding(face);
      if (holding.contains(own)) {
        ofFace[face] = new Drawing(latitude());
        ofFace[face].areaM2(slabs.areaM2(face));
        ofFace[face].meridians(cell.edges().meridians());
      }
    }
    for (Trapezoid trapezoid : drawn) {
      if (ofFace[trapezoid.face()] != null) {
        ofFace[trapezoid.face()].trapezoid(trapezoid);
      }
    }
    for (int face = 0; face < slabs.count(); face++) {
      if (ofFace[face] != null) {
        add(slabs.holding(face), ofFace[face]);
      }
    }
  }

  private void add(List<Region> holding, Drawing drawn) {
    drawing(Word.of(holding)).addAll(drawn);
    for (Region region : holding) {
      region.zone().ifPresent(zone -> drawing(zone).addAll(drawn));
    }
  }

  /** The exact distance decides; the drawn band only says how far it reaches into the part. */
  private void decide(Regions.Band band) {
    boolean drawn = faces.keySet().stream().anyMatch(word -> word.says(band.letter()));
    Geodesic.Nearest nearest = Geodesic.between(part, band.zones());
    boolean within = nearest.distanceM() < band.distanceM();
    if (drawn && !within) {
      rewrite(word -> word.without(band.letter()));
    } else if (within && !drawn) {
      Word closest = closest(nearest.from());
      rewrite(word -> word.equals(closest) ? word.with(band.letter()) : word);
    }
  }

  private Word closest(Coordinate to) {
    Geometry spot = Grid.SHAPES.createPoint(to);
    return faces.entrySet().stream()
        .min(Comparator.comparingDouble(entry -> entry.getValue().shape().distance(spot)))
        .orElseThrow()
        .getKey();
  }

  private void rewrite(java.util.function.UnaryOperator<Word> change) {
    Map<Word, Drawing> rewritten = new LinkedHashMap<>();
    faces.forEach(
        (word, drawing) ->
            rewritten
                .computeIfAbsent(change.apply(word), key -> new Drawing(latitude()))
                .addAll(drawing));
    faces = rewritten;
  }
}
