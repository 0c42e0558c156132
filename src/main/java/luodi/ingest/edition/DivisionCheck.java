package luodi.ingest.edition;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Crs;

/**
 * Whether zones lie where the division codes that they carry say. A sample of places within the
 * zones is shifted about over the divisions' polygons; where most of it comes to lie in the right
 * divisions, there the data belong. Generalised borders blur this, but the blur has no direction.
 */
final class DivisionCheck {
  /** A division code of 6, 9 or 12 digits, or a control unit's code that begins with one. */
  private static final Pattern CODE = Pattern.compile("(ZH)?(\\d{6})\\d*");

  private static final int PLACES = 20_000;
  private static final double STRAY_SHARE = 0.3;
  private static final double LEAST_OFFSET_M = 150;
  private static final double CERTAIN = 3; // standard errors

  private final AtlasStore store;
  private final Layer layer;
  private final String attribute;

  DivisionCheck(AtlasStore store, Layer layer, String attribute) {
    this.store = store;
    this.layer = layer;
    this.attribute = attribute;
  }

  /** Warns when the data lie elsewhere than their codes say; says nothing where nobody can tell. */
  void run(Report report) {
    DivisionPolygons divisions = DivisionPolygons.read(store);
    if (divisions.isEmpty()) {
      return;
    }
    Shifted sample = sample(divisions);
    if (sample.size() == 0) {
      return;
    }
    if (sample.shareOutside() > STRAY_SHARE) {
      report.warn(
          String.format(
              Locale.ROOT,
              "%.0f %% of the zones' ground lies outside of the divisions whose codes are in '%s', on average %s: is %s the right CRS?",
              100 * sample.shareOutside(),
              attribute,
              sample.farOff().shown(),
              layer.crs()));
      return;
    }
    sample.best().ifPresent(best -> warn(report, best, sample));
  }

  private void warn(Report report, FitSurface.Top best, Shifted sample) {
    Offset offset = best.at();
    if (offset.metres() < LEAST_OFFSET_M || offset.metres() < CERTAIN * best.errorM()) {
      return;
    }
    for (String webMap : List.of("GCJ-02", "BD-09")) {
      Offset expected = sample.expected(Crs.named(webMap));
      double close = Math.max(0.35 * expected.metres(), 2 * best.errorM());
      if (!layer.crs().equals(webMap) && offset.minus(expected).metres() < close) {
        report.warn(
            "the file looks like %s, though it is read as %s: its zones lie %s from the divisions whose codes they carry ('%s'), give or take %.0f m, and %s lies %s there. If so, ingest it with --crs %s"
                .formatted(
                    webMap,
                    layer.crs(),
                    offset.shown(),
                    attribute,
                    best.errorM(),
                    webMap,
                    expected.shown(),
                    webMap));
        return;
      }
    }
    report.warn(
        "the zones lie %s from the divisions whose codes they carry ('%s'), give or take %.0f m: is %s the right CRS?"
            .formatted(offset.shown(), attribute, best.errorM(), layer.crs()));
  }

  /** Places within the zones on a lattice, so many in all whatever the zones' sizes. */
  private Shifted sample(DivisionPolygons divisions) {
    double[] area = {0};
    long[] zones = {0};
    coded(
        divisions,
        (zone, code) -> {
          area[0] += Authalic.areaM2(zone.shape());
          zones[0]++;
        });
    Shifted sample = new Shifted(divisions);
    double spacing = Math.sqrt(Math.max(1, area[0]) / PLACES);
    long every = Math.max(1, zones[0] / PLACES);
    long[] nth = {0};
    coded(
        divisions,
        (zone, code) -> {
          if (zone.shape().getDimension() == 2) {
            Lattice.within(zone.shape(), spacing).forEach(at -> sample.add(code, at));
          } else if (nth[0]++ % every == 0) {
            sample.add(code, zone.shape().getCoordinate());
          }
        });
    return sample;
  }

  private interface Coded {
    void zone(Zone zone, String code);
  }

  private void coded(DivisionPolygons divisions, Coded to) {
    store.read(
        layer.id(),
        layer.edition(),
        zone -> {
          Matcher code = CODE.matcher(zone.attributes().getOrDefault(attribute, "").strip());
          if (code.matches()
              && (code.group(1) != null || !attribute.equalsIgnoreCase("code"))
              && divisions.knows(code.group(2))) {
            to.zone(zone, code.group(2));
          }
        });
  }
}
