package luodi.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luodi.atlas.LayerEdition;
import org.apache.commons.csv.CSVRecord;

/**
 * The real ground of the whole country as this project carries it: divisions, region lists, waters,
 * and the places of logistics and industry.
 *
 * @param unjoined every row of a fact table that joins to no place
 */
public record RealGround(List<LayerEdition> layers, List<String> unjoined, List<String> counts) {
  public RealGround {
    layers = List.copyOf(layers);
    unjoined = List.copyOf(unjoined);
    counts = List.copyOf(counts);
  }

  /** All rows of one fact table, by column. */
  public static List<Map<String, String>> rows(Path geodata, String table) {
    return new FactTables(geodata.resolve("facts"))
        .rows(table).stream().map(CSVRecord::toMap).toList();
  }

  /** Reads {@code geodata/}. */
  public static RealGround read(Path geodata) {
    FactTables facts = new FactTables(geodata.resolve("facts"));
    Divisions divisions = Divisions.read(geodata, facts);
    List<LayerEdition> layers = new ArrayList<>(divisions.layers());
    layers.addAll(RegionViews.read(facts, divisions));
    layers.addAll(Waters.read(geodata.resolve("waters")));
    layers.addAll(Points.read(facts));
    layers.addAll(Lines.read(facts));
    Memberships.check(facts, divisions);
    return new RealGround(
        layers,
        facts.unjoined().stream()
            .map(
                row -> "%s.csv:%d: %s: %s".formatted(row.table(), row.row(), row.what(), row.why()))
            .toList(),
        facts.counted().stream()
            .map(
                count ->
                    "%s.csv: %d rows, %d without a place"
                        .formatted(
                            count.table(),
                            count.rows(),
                            facts.unjoined().stream()
                                .filter(row -> row.table().equals(count.table()))
                                .count()))
            .toList());
  }
}
