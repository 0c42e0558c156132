package luodi.ingest.edition;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import luodi.atlas.AtlasStore;
import luodi.atlas.Edition;
import luodi.atlas.Layer;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.Crs;
import luodi.ingest.format.Formats;
import luodi.ingest.format.Row;
import luodi.ingest.format.Source;
import luodi.rule.Vocabulary;

/**
 * From a file to an edition in a store: drafted, checked, judged, and published when that is
 * wanted.
 */
public final class Ingest {
  private final Formats formats;
  private final AtlasStore store;
  private final Vocabulary words;
  private final Progress progress;

  /** Told how far the work has come. */
  public interface Progress {
    /**
     * Something has come further.
     *
     * @param share 0 to 1
     */
    void tell(String what, double share);
  }

  /**
   * What is to be done.
   *
   * @param today the day that names an edition without a name
   * @param accepted true when a person has seen the findings and accepts them
   */
  public record Order(
      Path file, String layer, Manifest manifest, LocalDate today, boolean accepted) {}

  /** What was done: the edition as it stands, and the report. */
  public record Outcome(Edition edition, Report report) {}

  public Ingest(Formats formats, AtlasStore store, Vocabulary words, Progress progress) {
    this.formats = formats;
    this.store = store;
    this.words = words;
    this.progress = progress;
  }

  /**
   * Drafts and judges an edition. It is checked when nothing was found, or what was found is
   * accepted; else it stays a draft.
   */
  public Outcome run(Order order) {
    try (Source source = formats.open(order.file(), order.manifest().wishes())) {
      mustBeKnown(order.layer());
      Crs crs = crs(order, source);
      Drafted drafted = draft(order, source, crs);
      Report report = drafted.report();
      Edition edition = store.edition(order.layer(), report.json().path("edition").asText());
      new Checks(store, words, progress).run(edition.layer(), order.manifest(), drafted);
      boolean passed = order.accepted() || report.findings().isEmpty();
      String json = report.json().put("accepted", order.accepted()).toString();
      store.judge(order.layer(), edition.layer().edition(), passed, json);
      return new Outcome(store.edition(order.layer(), edition.layer().edition()), report);
    }
  }

  /** What was drafted, and the attribute of the draft that holds division codes. */
  record Drafted(Report report, Optional<String> divisionCodes) {}

  private Drafted draft(Order order, Source source, Crs crs) {
    String edition = edition(order);
    Report report =
        new Report(
            order.layer(),
            edition,
            order.file().getFileName().toString(),
            source.found(),
            crs,
            order.manifest().crs().isPresent());
    Optional<String> divisionCodes;
    try (Drafting drafting = new Drafting(order, edition, crs, source, report, store, words)) {
      Optional<Row> row = source.next();
      while (row.isPresent()) {
        drafting.add(row.get());
        progress.tell("reading " + order.file().getFileName(), source.done());
        row = source.next();
      }
      drafting.keep();
      divisionCodes = drafting.divisionCodes();
      progress.tell("reading " + order.file().getFileName(), 1);
    }
    source.remarks().forEach(report::warn);
    source
        .found()
        .crs()
        .filter(found -> order.manifest().crs().isPresent() && !found.equals(crs.name()))
        .ifPresent(
            found ->
                report.warn(
                    "the file says %s; %s was declared and goes before it"
                        .formatted(Crs.shown(found), crs.name())));
    return new Drafted(report, divisionCodes);
  }

  /** The name given, or the day; a second one on a day gets a number. */
  private String edition(Order order) {
    if (order.manifest().edition().isPresent()) {
      return order.manifest().edition().get();
    }
    List<String> taken =
        store.editions(order.layer()).stream().map(one -> one.layer().edition()).toList();
    String day = order.today().toString();
    String name = day;
    for (int nth = 2; taken.contains(name); nth++) {
      name = day + "." + nth;
    }
    return name;
  }

  private void mustBeKnown(String layer) {
    words
        .layer(layer)
        .filter(found -> found.regionList() || found.neverOpen())
        .ifPresent(
            found -> {
              throw Fault.BAD_PARAMETER.because(
                  "Layer '%s' has no zones of its own: it is %s.",
                  layer, found.neverOpen() ? "never open" : "a list of divisions in the law");
            });
    if (!layer.matches("[a-z0-9][a-z0-9-]{0,59}")) {
      throw Fault.BAD_PARAMETER.because(
          "'%s' is no layer id; use small letters, digits and hyphens.", layer);
    }
  }

  /** The CRS that was declared, or else that of the file; refused with what was found. */
  private Crs crs(Order order, Source source) {
    Manifest manifest = order.manifest();
    Optional<String> found = source.found().crs();
    if (found.isPresent() && manifest.datumShift().isEmpty()) {
      refuseOldDatum(found.get(), manifest.crs().isPresent());
    }
    Optional<String> asked = manifest.crs().or(() -> found);
    if (asked.isPresent()) {
      return Crs.understood(asked.get(), manifest.datumShift());
    }
    Whereabouts where = new Whereabouts();
    for (int i = 0; i < 1000; i++) {
      source.next().flatMap(Row::shape).ifPresent(where::add);
    }
    throw where.undeclared(order.file().getFileName().toString(), source.found().format());
  }

  /** A file that says Beijing 1954 is not taken for CGCS2000 because somebody declares it so. */
  private static void refuseOldDatum(String found, boolean declared) {
    try {
      Crs.understood(found, Optional.empty());
    } catch (FaultException unknown) {
      if (!declared || Crs.isOldDatum(found)) {
        throw unknown;
      }
    }
  }

  /** The layer's kind of shape: what its zones have. */
  static Layer.Shape kind(int dimension) {
    return switch (dimension) {
      case 0 -> Layer.Shape.POINT;
      case 1 -> Layer.Shape.LINE;
      default -> Layer.Shape.POLYGON;
    };
  }
}
