package luodi.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import luodi.Gdal;

/**
 * One way in which files come, and what becomes of it: a test, and a line of docs/formats.md.
 *
 * @param format under which the document lists it
 * @param file what the file is like
 * @param outcome what is done with it
 * @param proof makes such a file in the folder, mostly with GDAL, and shows the outcome
 */
record Trap(String format, String file, String outcome, Proof proof) {

  /** What a test does in a folder of its own. */
  interface Proof {
    void in(Path folder) throws IOException;
  }

  /** A text file. */
  static Path write(Path file, String text) throws IOException {
    return write(file, text, StandardCharsets.UTF_8);
  }

  static Path write(Path file, String text, Charset charset) throws IOException {
    return Files.write(file, text.getBytes(charset));
  }

  /** A CSV with WKT in EPSG:4490, made another format by GDAL. */
  static Path made(Path folder, String csv, String name, Object... options) throws IOException {
    Path from = write(folder.resolve("made.csv"), csv);
    Path to = folder.resolve(name);
    Object[] fixed = {
      to,
      from,
      "-a_srs",
      "EPSG:4490",
      "-oo",
      "KEEP_GEOM_COLUMNS=NO",
      "-oo",
      "GEOM_POSSIBLE_NAMES=WKT"
    };
    Gdal.convert(concat(fixed, options));
    return to;
  }

  /** A GeoJSON file, made another format by GDAL. */
  static Path converted(Path folder, String geoJson, String name, Object... options)
      throws IOException {
    Path to = folder.resolve(name);
    Object[] fixed = {to, write(folder.resolve("from.geojson"), geoJson)};
    Gdal.convert(concat(fixed, options));
    return to;
  }

  /** Changes one byte of a file. */
  static void patch(Path file, int offset, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[offset] = (byte) value;
    Files.write(file, bytes);
  }

  static Path beside(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + extension);
  }

  private static Object[] concat(Object[] a, Object[] b) {
    Object[] all = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
