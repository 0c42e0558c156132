package luodi.ingest.flatgeobuf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.ingest.format.Columns;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Header;

/**
 * What a FlatGeobuf file says of itself.
 *
 * @param type of the geometries; 0 when each tells its own
 * @param count of the features; 0 when it is not known
 * @param indexBytes how long the index behind the header is
 */
record FlatGeobufHead(
    int type,
    long count,
    long indexBytes,
    Optional<String> crs,
    List<FeatureValues.Column> columns) {
  private static final int NODE_BYTES = 40;
  private static final int MOST_COLUMNS = 2000;

  static FlatGeobufHead read(ByteBuffer bytes, String file) {
    try {
      Header header = Header.getRootAsHeader(bytes);
      return new FlatGeobufHead(
          header.geometryType(),
          header.featuresCount(),
          indexBytes(header.featuresCount(), header.indexNodeSize()),
          crs(header.crs()),
          columns(header));
    } catch (IndexOutOfBoundsException | IllegalArgumentException | AssertionError offsets) {
      throw Fault.BAD_FILE.because(
          "'%s' is broken: its header does not fit its length. Export it again.", file);
    }
  }

  private static List<FeatureValues.Column> columns(Header header) {
    int count = header.columnsLength();
    if (count < 0 || count > MOST_COLUMNS) {
      throw new IllegalArgumentException("columns");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(String.valueOf(header.columns(i).name()));
    }
    List<String> distinct = Columns.distinct(names);
    List<FeatureValues.Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(new FeatureValues.Column(distinct.get(i), header.columns(i).type()));
    }
    return columns;
  }

  private static Optional<String> crs(Crs crs) {
    if (crs == null) {
      return Optional.empty();
    }
    if (crs.code() > 0 && (crs.org() == null || crs.org().equalsIgnoreCase("EPSG"))) {
      return Optional.of("EPSG:" + crs.code());
    }
    return Optional.ofNullable(crs.wkt()).filter(text -> !text.isBlank());
  }

  /** The nodes of a packed R-tree: the features, then ever fewer boxes up to one. */
  private static long indexBytes(long count, int nodeSize) {
    if (nodeSize == 0 || count == 0) {
      return 0;
    }
    if (count < 0 || count > Integer.MAX_VALUE || nodeSize < 2) {
      throw new IllegalArgumentException("index");
    }
    long nodes = count;
    long level = count;
    do {
      level = (level + nodeSize - 1) / nodeSize;
      nodes += level;
    } while (level != 1);
    return nodes * NODE_BYTES;
  }
}
