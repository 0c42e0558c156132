package luodi.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import luodi.fault.Fault;

/**
 * The Chinese font that is embedded in a PDF, in two weights: Noto Sans SC as the build brings it,
 * else one of the system's. TrueType outlines only: collections and CFF cannot be embedded in part.
 *
 * @param bold the regular one where there is no other
 */
record Typeface(URL regular, URL bold) {
  private static final String OURS = "/web/lib/print/NotoSansSC-";

  private static final List<String> FOLDERS =
      List.of("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:/Windows/Fonts");

  /** The system's fonts that hold the characters of Chinese law, by file, the best first. */
  private static final List<String> FILES =
      List.of(
          "NotoSansSC-Regular",
          "NotoSansSC",
          "DroidSansFallbackFull",
          "DroidSansFallback",
          "simhei");

  private static final int DEEPEST = 6;

  /** The best font that this machine has, or {@code UNAVAILABLE}. */
  static Typeface found() {
    return ours()
        .or(Typeface::ofTheSystem)
        .orElseThrow(
            () ->
                Fault.UNAVAILABLE.because(
                    "A PDF needs a Chinese font to embed, and this server has none. Ask with f=html, or let its keeper run"
                        + " bin/web-assets (fetches Noto Sans SC) or, on Debian, apt-get install fonts-droid-fallback."));
  }

  private static Optional<Typeface> ours() {
    URL regular = Typeface.class.getResource(OURS + "Regular.ttf");
    URL bold = Typeface.class.getResource(OURS + "Bold.ttf");
    return regular == null || bold == null
        ? Optional.empty()
        : Optional.of(new Typeface(regular, bold));
  }

  private static Optional<Typeface> ofTheSystem() {
    return FILES.stream()
        .flatMap(name -> FOLDERS.stream().flatMap(folder -> named(name, Path.of(folder))))
        .findFirst();
  }

  private static Stream<Typeface> named(String name, Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files =
        Files.find(
            folder,
            DEEPEST,
            (path, about) -> path.getFileName().toString().equalsIgnoreCase(name + ".ttf"))) {
      return files.sorted().map(Typeface::of).toList().stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  private static Typeface of(Path file) {
    try {
      return new Typeface(file.toUri().toURL(), file.toUri().toURL());
    } catch (IOException impossible) {
      throw new IllegalStateException(file.toString(), impossible);
    }
  }

  /** A font's file, fit to be embedded. */
  static InputStream open(URL font) {
    try (InputStream file = font.openStream()) {
      return new ByteArrayInputStream(FontFile.withoutDoubles(file.readAllBytes()));
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("The font of the PDF cannot be read.").causedBy(unreadable);
    }
  }
}
