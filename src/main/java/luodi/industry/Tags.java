package luodi.industry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.fault.Fault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** All tags: data with a source, never code. */
public final class Tags {
  private final List<Tag> tags;

  private Tags(List<Tag> tags) {
    this.tags = List.copyOf(tags);
  }

  /** The tags of the class path. */
  public static Tags load() {
    CSVFormat csv = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Tag> tags = new ArrayList<>();
    try (InputStream in = Tags.class.getResourceAsStream("/industry/tags.csv");
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      for (CSVRecord row : csv.parse(reader)) {
        tags.add(
            new Tag(
                row.get("tag"),
                CodeSet.parse(row.get("codes")),
                row.get("complete").equals("yes"),
                row.get("source")));
      }
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("industry/tags.csv cannot be read.").causedBy(unreadable);
    }
    return new Tags(tags);
  }

  public List<Tag> all() {
    return tags;
  }

  public Optional<Tag> named(String id) {
    return tags.stream().filter(tag -> tag.id().equals(id)).findFirst();
  }
}
