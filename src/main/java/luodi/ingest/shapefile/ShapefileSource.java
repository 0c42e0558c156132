package luodi.ingest.shapefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.ingest.format.Format.Wishes;
import luodi.ingest.format.Found;
import luodi.ingest.format.Row;
import luodi.ingest.format.Source;

/** A shapefile's shapes with their rows; deleted rows are passed over and counted. */
final class ShapefileSource implements Source {
  private final Siblings files;
  private final ShpFile shapes;
  private final Optional<DbfFile> table;
  private long number;
  private long deleted;

  private ShapefileSource(Siblings files, ShpFile shapes, Optional<DbfFile> table) {
    this.files = files;
    this.shapes = shapes;
    this.table = table;
  }

  static Source open(Siblings files, Wishes wishes) {
    ShpFile shapes = ShpFile.open(files.shp(), files.with(".shx"));
    try {
      Optional<DbfFile> table =
          files.with(".dbf").map(dbf -> DbfFile.open(dbf, files.text(".cpg"), wishes.encoding()));
      ShapefileSource source = new ShapefileSource(files, shapes, table);
      source.mustBelongTogether();
      return source;
    } catch (RuntimeException broken) {
      shapes.close();
      throw broken;
    }
  }

  @Override
  public Found found() {
    List<String> remarks = new ArrayList<>();
    if (shapes.count() < 0) {
      remarks.add("there is no .shx; the records were read one after the other");
    }
    if (table.isEmpty()) {
      remarks.add("there is no .dbf, so the rows have no attributes");
    }
    List<String> columns = new ArrayList<>();
    for (DbfField field : table.map(DbfFile::fields).orElse(List.of())) {
      if (field.isReadable()) {
        columns.add(field.name());
      } else {
        remarks.add(
            "column '%s' is of type %s, which is not read".formatted(field.name(), field.type()));
      }
    }
    return new Found(
        "Shapefile",
        files.text(".prj").map(String::strip).filter(text -> !text.isEmpty()),
        columns,
        table.map(rows -> rows.encoding().shown()).orElse("none"),
        remarks);
  }

  @Override
  public Optional<Row> next() {
    while (true) {
      Optional<Row.Shape> shape = shapes.next();
      if (shape.isEmpty()) {
        mustEndTogether();
        return Optional.empty();
      }
      number++;
      if (table.isEmpty()) {
        return Optional.of(Row.of(number, shape.get(), Map.of()));
      }
      if (number > table.get().rows()) {
        throw mismatch(number);
      }
      DbfFile.Values values = table.get().next();
      if (!values.deleted()) {
        return Optional.of(Row.of(number, shape.get(), values.values()));
      }
      deleted++;
    }
  }

  @Override
  public double done() {
    return shapes.done();
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>(table.map(DbfFile::remarks).orElse(List.of()));
    if (deleted > 0) {
      remarks.add(
          "%d rows are marked as deleted in the .dbf and were passed over".formatted(deleted));
    }
    return remarks;
  }

  @Override
  public void close() {
    shapes.close();
    table.ifPresent(DbfFile::close);
  }

  private void mustBelongTogether() {
    if (shapes.count() >= 0 && table.isPresent() && shapes.count() != table.get().rows()) {
      throw mismatch(shapes.count());
    }
  }

  private void mustEndTogether() {
    if (table.isPresent() && number != table.get().rows()) {
      throw mismatch(number);
    }
  }

  private RuntimeException mismatch(long count) {
    return Fault.BAD_FILE.because(
        "'%s' has %d shapes and its .dbf %d rows, so they do not belong together. Export the shapefile again.",
        files.shp().getFileName(), count, table.map(DbfFile::rows).orElse(0L));
  }
}
