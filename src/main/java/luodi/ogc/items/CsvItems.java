package luodi.ogc.items;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Zone;
import luodi.ogc.Link;
import luodi.ogc.Schema;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.io.WKTWriter;

/** Features as a table in UTF-8 (RFC 4180): id, properties, and the geometry as WKT. */
public final class CsvItems {
  private static final int BUFFER = 1 << 16;

  private CsvItems() {}

  public static void table(ItemsPage page, List<Link> links, OutputStream out) throws IOException {
    Positions positions = new Positions(page.query().crs());
    WKTWriter wkt = new WKTWriter();
    wkt.setPrecisionModel(
        new org.locationtech.jts.geom.PrecisionModel(Math.pow(10, page.query().crs().decimals())));
    List<Schema.Property> properties = page.query().selection().properties();
    CSVPrinter table =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER),
            CSVFormat.RFC4180);
    List<String> row = new ArrayList<>(List.of("id"));
    properties.forEach(property -> row.add(property.name()));
    row.add("geometry");
    table.printRecord(row);
    for (Zone zone : page.zones()) {
      row.clear();
      row.add(zone.id());
      properties.forEach(property -> row.add(property.of().apply(zone)));
      row.add(wkt.write(positions.of(zone.shape())));
      table.printRecord(row);
    }
    table.flush();
  }
}
