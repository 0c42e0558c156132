package luodi.web.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes pages by the templates under {@code resources/ogc/html}. */
public final class Html {
  private static final Template PAGE = template("page");
  private static final Template TRY_IT = template("try-it");

  private Html() {}

  /**
   * What stands around every page.
   *
   * @param base the server's address as the client sees it
   * @param form the query of a link to another page
   * @param told true when the address names the language
   * @param other the address of this page in the other language
   */
  public record Frame(Tongue tongue, String base, String form, boolean told, String other) {
    private Map<String, Object> values() {
      Map<String, Object> all = new HashMap<>();
      all.put("lang", tongue.tag());
      all.put("base", base);
      all.put("query", form);
      all.put("told", told ? tongue.word() : "");
      all.put("other", other);
      all.put("w", Words.in(tongue));
      return all;
    }
  }

  /** The page as UTF-8. */
  public static byte[] write(HtmlPage page, Frame frame) {
    Map<String, Object> all = frame.values();
    all.put("page", page);
    return PAGE.execute(all).getBytes(StandardCharsets.UTF_8);
  }

  /** The page where the API's description can be read and tried. */
  public static byte[] tryIt(Frame frame) {
    return TRY_IT.execute(frame.values()).getBytes(StandardCharsets.UTF_8);
  }

  private static Template template(String name) {
    String file = "/ogc/html/" + name + ".html";
    try (InputStream in = Html.class.getResourceAsStream(file)) {
      return Mustache.compiler()
          .escapeHTML(true)
          .emptyStringIsFalse(true)
          .nullValue("")
          .compile(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(file, broken);
    }
  }
}
