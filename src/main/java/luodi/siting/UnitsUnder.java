package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.rule.Rulebook;
import org.locationtech.jts.geom.Geometry;

/** The control units that a part of a project lies in, measured or declared. */
record UnitsUnder(List<Unit> units, boolean whollyKnown) {
  static final String LAYER = "env-unit";

  /** One unit; what the layer or the asker does not tell is empty. */
  record Unit(
      Optional<String> code,
      Optional<String> name,
      Optional<String> kind,
      Optional<String> items,
      String source,
      boolean synthetic) {}

  static UnitsUnder of(
      GroundUnderPart under,
      DeclaredGround declared,
      Atlas atlas,
      Rulebook rulebook,
      LocalDate day) {
    DeclaredGround own = declared.of(under.kind());
    if (own.speaksOf(LAYER)) {
      return new UnitsUnder(declared(own), true);
    }
    Optional<Layer> layer = atlas.layer(LAYER);
    if (layer.isEmpty() || under.shape().isEmpty()) {
      return new UnitsUnder(List.of(), false);
    }
    double sliverM = rulebook.words().sliverM(LAYER);
    List<Unit> units = new ArrayList<>();
    for (Zone zone : atlas.near(LAYER, under.shape().getEnvelopeInternal())) {
      if (zone.validOn(day) && liesIn(under.shape(), zone.shape(), sliverM)) {
        units.add(measured(zone, layer.get()));
      }
    }
    boolean known = atlas.coverage(LAYER).over(under.shape()) == luodi.atlas.Coverage.Extent.FULL;
    return new UnitsUnder(units, known);
  }

  private static boolean liesIn(Geometry part, Geometry zone, double sliverM) {
    return part.getDimension() == 0
        ? zone.contains(part)
        : LocalFrame.around(part).deeper(Grid.intersection(part, zone), sliverM);
  }

  private static Unit measured(Zone zone, Layer layer) {
    return new Unit(
        Optional.ofNullable(zone.attributes().get("code")),
        Optional.of(zone.name()),
        Optional.ofNullable(zone.attributes().get("class")),
        Optional.ofNullable(zone.attributes().get("items")),
        "图层 " + layer.id() + " 版本 " + layer.edition(),
        layer.synthetic());
  }

  private static List<Unit> declared(DeclaredGround own) {
    return own.all().stream()
        .filter(one -> one.layer().equals(LAYER) && one.relation() == Declared.Relation.OVERLAP)
        .map(
            one ->
                new Unit(
                    Optional.ofNullable(one.attributes().get("code")),
                    Optional.empty(),
                    Optional.ofNullable(one.attributes().get("class")),
                    Optional.ofNullable(one.attributes().get("items")),
                    "申报的用地情况",
                    false))
        .toList();
  }
}
