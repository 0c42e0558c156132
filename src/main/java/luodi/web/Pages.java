package luodi.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luodi.atlas.Layer;
import luodi.ogc.LayerCollection;
import luodi.web.html.Html;
import luodi.web.html.HtmlPage;
import luodi.web.html.HtmlPage.Reference;
import luodi.web.html.Tongue;
import luodi.web.html.Words;
import org.locationtech.jts.geom.Envelope;

/**
 * What the HTML pages of one request share: its language and the server's address.
 *
 * @param base the server's address as the client sees it
 * @param told true when the address names the language, so that links name it too
 */
record Pages(Tongue tongue, String base, boolean told) {
  /** The page runs its own scripts only; MapLibre needs blobs for its workers and images. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; worker-src 'self' blob:";

  /** Swagger UI writes styles into its elements. */
  private static final String POLICY_OF_TRY_IT =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'";

  /** The parameter that names a language; HTML pages take it beside {@code Accept-Language}. */
  static final String LANG = "lang";

  static Pages of(Context context) {
    String told = context.queryParam(LANG);
    Tongue tongue =
        told == null ? Tongue.preferred(context.header("Accept-Language")) : Tongue.preferred(told);
    return new Pages(tongue, Address.of(context), told != null);
  }

  /** Sends a page. */
  void send(Context context, HtmlPage page) {
    send(context, POLICY, Html.write(page, frame(context)));
  }

  /** Sends the page where the API can be tried. */
  void sendTryIt(Context context) {
    send(context, POLICY_OF_TRY_IT, Html.tryIt(frame(context)));
  }

  /** What a link to another page asks for. */
  String form() {
    return told ? "f=html&" + LANG + "=" + tongue.word() : "f=html";
  }

  private Html.Frame frame(Context context) {
    return new Html.Frame(tongue, base, form(), told, other(context));
  }

  String word(String key) {
    return Words.of(key, tongue);
  }

  String word(String key, Object... values) {
    return String.format(Locale.ROOT, Words.of(key, tongue), values);
  }

  String title(Layer layer) {
    return tongue.of(layer.titleZh(), layer.titleEn());
  }

  /** A page below the landing page. */
  HtmlPage.Builder below(String title) {
    return HtmlPage.titled(title).crumb(word("start"), base + "/?" + form());
  }

  /** A page about a part of a collection; what is synthetic says so. */
  HtmlPage.Builder below(LayerCollection collection, String title) {
    HtmlPage.Builder page =
        below(title)
            .crumb(word("collections"), base + "/collections?" + form())
            .crumb(title(collection.layer()), at(collection) + "?" + form());
    if (collection.layer().synthetic()) {
      page.notice(word("synthetic_notice"));
    }
    return page;
  }

  /** The address of a collection. */
  String at(LayerCollection collection) {
    return base + "/collections/" + collection.id();
  }

  static List<Reference> row(Object... cells) {
    return Arrays.stream(cells)
        .map(
            cell ->
                cell instanceof Reference link
                    ? link
                    : Reference.plain(cell == null ? "" : cell.toString()))
        .toList();
  }

  /** West, south, east, north; the whole country when nothing is there. */
  static String bounds(Envelope box) {
    return box == null || box.isNull()
        ? "73,17,136,54"
        : "%s,%s,%s,%s".formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private void send(Context context, String policy, byte[] html) {
    context
        .header("Vary", "Accept, Accept-Encoding, Accept-Language")
        .header("Content-Language", tongue.tag())
        .header("Content-Security-Policy", policy);
    Respond.bytes(context, "text/html; charset=utf-8", html);
  }

  private String other(Context context) {
    return ItemLinks.address(context, Map.of("f", "html", LANG, tongue.of("en", "zh")));
  }
}
