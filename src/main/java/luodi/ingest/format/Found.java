package luodi.ingest.format;

import java.util.List;
import java.util.Optional;

/**
 * What a file says of itself before its first row.
 *
 * @param format the format's name
 * @param crs a name ({@code EPSG:4490}) or a CRS in WKT, as the file has it; empty when it has none
 * @param columns names of the columns that hold values
 * @param encoding of its text, and how that is known
 * @param remarks what a planner should know, in English sentences
 */
public record Found(
    String format,
    Optional<String> crs,
    List<String> columns,
    String encoding,
    List<String> remarks) {
  public Found {
    columns = List.copyOf(columns);
    remarks = List.copyOf(remarks);
  }
}
