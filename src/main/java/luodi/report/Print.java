package luodi.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Fills the templates under {@code resources/report}: well-formed XHTML that is valid HTML too. */
final class Print {
  private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
  private static final String STYLE = read("report.css");

  private Print() {}

  /** One self-contained page, UTF-8. */
  static byte[] html(String template, Object paper) {
    return ("<!DOCTYPE html>\n" + filled(template, paper)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The same page as PDF.
   *
   * @param drawing what stands in the place of the page's one {@code svg}
   * @param day ISO; the day that the document names as its own
   */
  static byte[] pdf(String template, Object paper, Optional<Drawing> drawing, String day) {
    return new Pdf(Typeface.found(), drawing, day).of(filled(template, paper));
  }

  private static String filled(String template, Object paper) {
    Map<String, Object> all = new HashMap<>();
    all.put("style", STYLE);
    all.put("paper", paper);
    return TEMPLATES.computeIfAbsent(template, Print::compiled).execute(all);
  }

  private static Template compiled(String name) {
    return Mustache.compiler()
        .withEscaper(Print::escaped)
        .emptyStringIsFalse(true)
        .nullValue("")
        .compile(read(name + ".html"));
  }

  /** Text that may stand in an element or an attribute of HTML and of XML. */
  static String escaped(String raw) {
    return Escapers.HTML.escape(legible(raw));
  }

  /** Characters that XML cannot hold are shown as replaced. */
  private static String legible(String raw) {
    StringBuilder legible = new StringBuilder(raw.length());
    raw.codePoints().forEach(c -> legible.appendCodePoint(mayStand(c) ? c : '\uFFFD'));
    return legible.toString();
  }

  /**
   * Whether a character may stand in a document.
   *
   * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2</a>
   */
  private static boolean mayStand(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  private static String read(String name) {
    try (InputStream in = Print.class.getResourceAsStream("/report/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException("report/" + name, broken);
    }
  }
}
