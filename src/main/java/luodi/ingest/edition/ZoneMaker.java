package luodi.ingest.edition;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.ingest.format.Row;
import org.locationtech.jts.geom.Geometry;

/** Makes zones of rows: ids that are unique, names, days of validity, attributes. */
final class ZoneMaker {
  private static final Set<String> CONFIDENCES =
      Set.of("source", "recalled", "derived", "synthetic");
  private static final int LONGEST_ID = 200;

  private final ColumnPlan plan;
  private final Manifest manifest;
  private final HashedTexts ids = new HashedTexts();
  private long twice;

  ZoneMaker(ColumnPlan plan, Manifest manifest) {
    this.plan = plan;
    this.manifest = manifest;
  }

  /** How many rows had an id that came before, and got a number behind it. */
  long twice() {
    return twice;
  }

  /** The zone of a row; {@code BAD_DAY} when its days cannot be read. */
  Zone zone(Row row, Geometry shape) {
    Optional<LocalDate> from = day(row, "valid_from");
    Optional<LocalDate> to = day(row, "valid_to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw Fault.BAD_DAY.because(
          "Its validity ends on %s, before it begins on %s.", to.get(), from.get());
    }
    Map<String, String> values = row.values();
    String id = id(row);
    return new Zone(
        unique(id),
        plan.value(values, "name").map(String::strip).orElse(id),
        shape,
        new TreeMap<>(plan.attributesOf(values)),
        from,
        to,
        plan.value(values, "source").orElse(manifest.source()),
        plan.value(values, "confidence")
            .filter(CONFIDENCES::contains)
            .orElse(manifest.synthetic() ? "synthetic" : "source"));
  }

  /** The id that a row gives itself, or its number. */
  String id(Row row) {
    return plan.value(row.values(), "id")
        .map(String::strip)
        .map(id -> id.substring(0, Math.min(LONGEST_ID, id.length())))
        .orElse(String.valueOf(row.number()));
  }

  private String unique(String id) {
    if (ids.add(id)) {
      return id;
    }
    twice++;
    for (int nth = 2; ; nth++) {
      String tried = id + "#" + nth;
      if (ids.add(tried)) {
        return tried;
      }
    }
  }

  private Optional<LocalDate> day(Row row, String use) {
    return plan.value(row.values(), use)
        .map(
            text ->
                Days.parse(text)
                    .orElseThrow(
                        () ->
                            Fault.BAD_DAY.because(
                                "Its %s '%s' is no day; write it as 2024-06-01.",
                                use, text.substring(0, Math.min(40, text.length())))));
  }
}
