package luodi.ingest.edition;

import java.util.Optional;
import java.util.Set;
import luodi.atlas.AtlasStore;
import luodi.atlas.Draft;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.Crs;
import luodi.geo.Mended;
import luodi.ingest.edition.Ingest.Order;
import luodi.ingest.format.Row;
import luodi.ingest.format.Source;
import luodi.rule.Vocabulary;
import org.locationtech.jts.geom.Geometry;

/** Rows on their way into a draft, which is opened with the first row that can be a zone. */
final class Drafting implements AutoCloseable {
  private static final int ENOUGH_TO_TELL = 1000; // rows outside of China, and none within

  private final Order order;
  private final String edition;
  private final Crs crs;
  private final Report report;
  private final AtlasStore store;
  private final ColumnPlan plan;
  private final ZoneMaker maker;
  private final Whereabouts where = new Whereabouts();
  private Optional<Draft> draft = Optional.empty();
  private int dimension = -1;
  private long outside;

  Drafting(
      Order order,
      String edition,
      Crs crs,
      Source source,
      Report report,
      AtlasStore store,
      Vocabulary words) {
    this.order = order;
    this.edition = edition;
    this.crs = crs;
    this.report = report;
    this.store = store;
    Set<String> wanted =
        words.layer(order.layer()).map(layer -> layer.attributes().keySet()).orElse(Set.of());
    plan = ColumnPlan.of(source.found().columns(), order.manifest(), wanted);
    maker = new ZoneMaker(plan, order.manifest());
    plan.renamed().forEach(report::warn);
  }

  /** Adds the row as a zone, or puts it into the report with the reason why not. */
  void add(Row row) {
    if (row.shape().isEmpty()) {
      leaveOut(row, row.trouble().orElse("it has no shape"));
      return;
    }
    where.add(row.shape().get());
    Mended shape;
    Zone zone;
    try {
      shape = Mended.of(inChina(crs.toDegrees(row.shape().get())));
      mustBeOfOneKind(shape.shape());
      zone = maker.zone(row, shape.shape());
    } catch (FaultException unusable) {
      leaveOut(row, unusable.getMessage());
      if (outside >= ENOUGH_TO_TELL && draft.isEmpty()) {
        throw where.outside(file(), crs);
      }
      return;
    }
    opened(shape.shape()).add(zone);
    report.keep(row.number(), zone.id(), row.mended(), shape);
  }

  /** Keeps the draft; a file without a single zone is a fault. */
  void keep() {
    if (draft.isEmpty()) {
      throw outside > 0
          ? where.outside(file(), crs)
          : Fault.BAD_FILE.because("No row of '%s' can be a zone: %s", file(), firstReason());
    }
    draft.get().keep();
    if (!plan.has("id")) {
      report.warn(
          "no column gives the zones' ids, so they are the rows' numbers and will not be the same in another edition");
    }
    if (maker.twice() > 0) {
      report.warn(
          "%d rows have an id that came before; a number was put behind it (#2)"
              .formatted(maker.twice()));
    }
  }

  /** The attribute that holds division codes; empty when there is none. */
  Optional<String> divisionCodes() {
    return plan.attributeOf("adcode");
  }

  @Override
  public void close() {
    draft.ifPresent(Draft::close);
  }

  private Draft opened(Geometry shape) {
    if (draft.isEmpty()) {
      dimension = shape.getDimension();
      draft =
          Optional.of(
              store.draft(
                  order
                      .manifest()
                      .layer(order.layer(), Ingest.kind(dimension), edition, crs.name())));
    }
    return draft.get();
  }

  private Geometry inChina(Geometry degrees) {
    if (!Whereabouts.CHINA.contains(degrees.getEnvelopeInternal())) {
      outside++;
      throw Fault.BAD_SITE.because(
          "It reaches out of China: it lies around %.5f, %.5f.",
          degrees.getEnvelopeInternal().centre().x, degrees.getEnvelopeInternal().centre().y);
    }
    return degrees;
  }

  private void mustBeOfOneKind(Geometry shape) {
    if (draft.isPresent() && shape.getDimension() != dimension) {
      throw Fault.BAD_SITE.because(
          "It is a %s in a layer of %ss.",
          Ingest.kind(shape.getDimension()).word(), Ingest.kind(dimension).word());
    }
  }

  private void leaveOut(Row row, String why) {
    report.leaveOut(row.number(), maker.id(row), why);
  }

  private String firstReason() {
    return report.leftOut() == 0
        ? "it has no rows."
        : "row %d: %s"
            .formatted(
                report.leftOutRows().get(0).path("row").asLong(),
                report.leftOutRows().get(0).path("why").asText());
  }

  private String file() {
    return order.file().getFileName().toString();
  }
}
