package luodi.atlas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** What tells editions apart: SHA-256 over manifests and zones, edition by edition at once. */
final class Fingerprint {
  private Fingerprint() {}

  /** Of editions in their order, as hexadecimal digits. */
  static String of(List<LayerEdition> editions) {
    MessageDigest all = sha();
    editions.parallelStream().map(Fingerprint::of).forEachOrdered(all::update);
    return HexFormat.of().formatHex(all.digest());
  }

  private static byte[] of(LayerEdition edition) {
    MessageDigest sha = sha();
    Layer layer = edition.layer();
    text(sha, layer.id(), layer.edition(), layer.geometry(), layer.source(), layer.accuracyM());
    text(sha, layer.exact(), layer.synthetic(), layer.coverage().isPresent());
    layer.coverage().ifPresent(extent -> shape(sha, extent));
    for (Zone zone : edition.zones()) {
      text(sha, zone.id(), zone.name(), zone.attributes(), zone.from(), zone.to());
      text(sha, zone.source(), zone.confidence());
      shape(sha, zone.shape());
    }
    return sha.digest();
  }

  private static void text(MessageDigest sha, Object... parts) {
    for (Object part : parts) {
      sha.update(part.toString().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0); // so that no text runs into the next
    }
  }

  private static void shape(MessageDigest sha, Geometry shape) {
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(mixed(shape)).array());
  }

  /** All positions folded into one word, so that hashing a national atlas takes a second. */
  private static long mixed(Geometry shape) {
    long[] hash = {shape.getNumPoints()};
    shape.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            long x = (hash[0] ^ Double.doubleToLongBits(points.getX(i))) * 0x9E3779B97F4A7C15L;
            hash[0] = Long.rotateLeft(x, 29) ^ Double.doubleToLongBits(points.getY(i));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return false;
          }
        });
    return hash[0];
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
