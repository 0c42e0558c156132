package luodi.ingest.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import luodi.fault.Fault;

/**
 * A ZIP with one file, or one shapefile, of another format within. What is in it is unpacked into a
 * folder of ours under names of ours: no name of the archive ever becomes a path.
 */
final class ZipFormat implements Format {
  private final Formats formats;

  ZipFormat(Formats formats) {
    this.formats = formats;
  }

  @Override
  public boolean recognises(Path file, byte[] start) {
    return start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] < 9 && start[3] < 9;
  }

  @Override
  public Source open(Path file, Wishes wishes) {
    try (ZipFile zip = archive(file)) {
      return open(new ZipMembers(zip, file.getFileName().toString()), wishes);
    } catch (IOException broken) {
      throw Fault.BAD_FILE
          .because(
              "'%s' is no whole ZIP: %s. Pack it again.", file.getFileName(), broken.getMessage())
          .causedBy(broken);
    }
  }

  private Source open(ZipMembers members, Wishes wishes) throws IOException {
    List<ZipEntry> main = members.main(wishes.table());
    ZipEntry chosen =
        main.stream()
            .findFirst()
            .orElseThrow(
                () ->
                    Fault.BAD_FILE.because(
                        "'%s' holds no file that is read here%s; it holds %s.",
                        members.name(),
                        wishes.table().map(table -> " and is named '" + table + "'").orElse(""),
                        members.shown()));
    if (main.size() > 1) {
      throw Fault.BAD_PARAMETER.because(
          "'%s' holds several files; name one of %s as the table.",
          members.name(), main.stream().map(ZipMembers::stem).toList());
    }
    Path folder = Files.createTempDirectory("luodi-zip");
    try {
      Path unpacked = members.unpack(chosen, folder);
      boolean byTable = wishes.table().filter(ZipMembers.stem(chosen)::equals).isPresent();
      return new Unpacked(formats.open(unpacked, byTable ? withoutTable(wishes) : wishes), folder);
    } catch (IOException | RuntimeException failed) {
      delete(folder);
      throw failed;
    }
  }

  private static Wishes withoutTable(Wishes wishes) {
    return new Wishes(
        wishes.encoding(),
        Optional.empty(),
        wishes.wktColumn(),
        wishes.lonColumn(),
        wishes.latColumn());
  }

  /** Names without the UTF-8 flag are GBK in archives of Chinese Windows, or else any bytes. */
  private static ZipFile archive(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), Charset.forName("GB18030"));
    } catch (ZipException perhapsItsNames) {
      return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException undeletable) {
      throw Fault.UNAVAILABLE
          .because("A temporary folder cannot be deleted.")
          .causedBy(undeletable);
    }
  }

  /** The file's rows; its folder goes when it is closed. */
  private record Unpacked(Source inner, Path folder) implements Source {
    @Override
    public Found found() {
      Found found = inner.found();
      return new Found(
          found.format().toLowerCase(Locale.ROOT).startsWith("shape")
              ? "Shapefile (zipped)"
              : found.format() + " (zipped)",
          found.crs(),
          found.columns(),
          found.encoding(),
          found.remarks());
    }

    @Override
    public Optional<Row> next() {
      return inner.next();
    }

    @Override
    public double done() {
      return inner.done();
    }

    @Override
    public List<String> remarks() {
      return inner.remarks();
    }

    @Override
    public void close() {
      inner.close();
      delete(folder);
    }
  }
}
