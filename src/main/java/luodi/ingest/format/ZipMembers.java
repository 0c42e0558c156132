package luodi.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import luodi.fault.Fault;

/** What lies in a ZIP, and how it gets out without harm. */
final class ZipMembers {
  private static final List<String> MAIN =
      List.of(
          ".shp",
          ".gpkg",
          ".geojson",
          ".geojsonl",
          ".geojsons",
          ".json",
          ".ndjson",
          ".fgb",
          ".csv",
          ".tsv");
  private static final List<String> BESIDE_SHP = List.of(".shp", ".shx", ".dbf", ".prj", ".cpg");
  private static final int MOST_MEMBERS = 10_000;

  /** What may come out of an archive in any case, and how many times its own size beyond that. */
  private static final long SURELY = 64L << 20;

  private static final long MOST_RATIO = 150;
  private static final long MOST = 16L << 30;

  private final ZipFile zip;
  private final String name;
  private final List<ZipEntry> members;
  private long left;

  ZipMembers(ZipFile zip, String name) {
    if (zip.size() > MOST_MEMBERS) {
      throw Fault.TOO_LARGE.because(
          "'%s' holds %d files; at most %d are looked at.", name, zip.size(), MOST_MEMBERS);
    }
    this.zip = zip;
    this.name = name;
    this.members =
        zip.stream()
            .filter(member -> !member.isDirectory() && !member.getName().contains("__MACOSX/"))
            .map(ZipEntry.class::cast)
            .toList();
    long packed =
        members.stream().mapToLong(member -> Math.max(0, member.getCompressedSize())).sum();
    this.left = Math.min(MOST, Math.max(SURELY, packed * MOST_RATIO));
  }

  String name() {
    return name;
  }

  /** The first names, for messages. */
  List<String> shown() {
    return members.stream().map(ZipEntry::getName).limit(10).toList();
  }

  /** The members that can be read by themselves, or only that of this name. */
  List<ZipEntry> main(Optional<String> wanted) {
    List<ZipEntry> main =
        members.stream().filter(member -> MAIN.contains(extension(member))).toList();
    List<ZipEntry> named =
        main.stream().filter(member -> wanted.filter(stem(member)::equals).isPresent()).toList();
    return wanted.isPresent() && (main.size() > 1 || !named.isEmpty()) ? named : main;
  }

  /** Unpacks a member, of a shapefile also the files beside it; the path to read. */
  Path unpack(ZipEntry chosen, Path folder) throws IOException {
    String extension = extension(chosen);
    if (!extension.equals(".shp")) {
      return write(chosen, folder.resolve(harmless(chosen) + extension));
    }
    String stem = whole(chosen);
    for (ZipEntry member : members) {
      if (whole(member).equalsIgnoreCase(stem) && BESIDE_SHP.contains(extension(member))) {
        write(member, folder.resolve(harmless(chosen) + extension(member)));
      }
    }
    return folder.resolve(harmless(chosen) + extension);
  }

  /** A name for our folder that is like the member's, and cannot lead out of it. */
  private static String harmless(ZipEntry member) {
    String plain = stem(member).replaceAll("[^A-Za-z0-9_-]", "_");
    return "zipped_" + plain.substring(0, Math.min(60, plain.length()));
  }

  /** The name without folders and extension. */
  static String stem(ZipEntry member) {
    String whole = whole(member);
    return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
  }

  private static String whole(ZipEntry member) {
    String name = member.getName();
    return name.substring(0, name.length() - extension(member).length());
  }

  private static String extension(ZipEntry member) {
    String name = member.getName();
    int dot = name.lastIndexOf('.');
    return dot < 0 || dot < name.lastIndexOf('/')
        ? ""
        : name.substring(dot).toLowerCase(Locale.ROOT);
  }

  /** Counts what really comes out: what the archive says of it may be a lie. */
  private Path write(ZipEntry member, Path to) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(member);
        OutputStream out = Files.newOutputStream(to)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw Fault.TOO_LARGE.because(
              "'%s' unpacks to far more than it holds, as a bomb does; send the files as they are.",
              name);
        }
        out.write(buffer, 0, read);
      }
    }
    return to;
  }
}
