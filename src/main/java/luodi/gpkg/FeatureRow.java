package luodi.gpkg;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Decoding;
import luodi.atlas.Zone;

/**
 * A row of a feature table as it is read.
 *
 * @param attributes by name; null where the row has none
 */
record FeatureRow(
    String id,
    String name,
    byte[] shape,
    Map<String, String> attributes,
    String from,
    String to,
    String source,
    String confidence) {

  Zone zone(Decoding.Texts texts) {
    TreeMap<String, String> values = new TreeMap<>();
    attributes.forEach(
        (attribute, value) -> {
          if (value != null) {
            values.put(attribute, texts.once(value));
          }
        });
    return new Zone(
        id,
        name,
        GeometryBlob.shape(shape),
        values,
        day(from),
        day(to),
        texts.once(source),
        texts.once(confidence));
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.ofNullable(text).map(LocalDate::parse);
  }
}
