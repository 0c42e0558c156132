package luodi.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luodi.ogc.Link;
import luodi.ogc.Media;
import luodi.ogc.items.ItemsPage;

/**
 * Where a page of features leads: to itself in other forms, onwards, back, and to its collection.
 */
final class ItemLinks {
  private static final List<Media> FORMS =
      List.of(Media.GEOJSON, Media.HTML, Media.GEOJSON_LINES, Media.CSV, Media.FLATGEOBUF);

  private ItemLinks() {}

  /** What the HTML page of features leads to. */
  record OfHtml(
      String geojson,
      String csv,
      String filter,
      Optional<String> previous,
      Optional<String> next) {}

  static OfHtml ofHtml(Context context, ItemsPage page) {
    String filter = context.queryParam("filter");
    return new OfHtml(
        address(context, Map.of("f", "json")),
        address(context, Map.of("f", "csv")),
        filter == null ? "" : filter,
        page.hasPrevious()
            ? Optional.of(turned(context, page, page.previous(), "prev", Media.HTML).href())
            : Optional.empty(),
        page.hasNext()
            ? Optional.of(turned(context, page, page.next(), "next", Media.HTML).href())
            : Optional.empty());
  }

  static List<Link> of(Context context, ItemsPage page, Media form) {
    List<Link> links = new ArrayList<>();
    for (Media other : FORMS) {
      links.add(
          link(
              context,
              Map.of("f", other.word()),
              other == form ? "self" : "alternate",
              other,
              other == form ? "This page" : "This page as " + other.type()));
    }
    if (page.hasNext()) {
      links.add(turned(context, page, page.next(), "next", form));
    }
    if (page.hasPrevious()) {
      links.add(turned(context, page, page.previous(), "prev", form));
    }
    links.add(toCollection(context, page));
    return links;
  }

  static List<Link> ofSingle(Context context, ItemsPage page) {
    return List.of(
        link(context, Map.of("f", "json"), "self", Media.GEOJSON, page.zones().get(0).name()),
        link(context, Map.of("f", "html"), "alternate", Media.HTML, page.zones().get(0).name()),
        toCollection(context, page));
  }

  /** The links as a header, without their titles: a header holds no Chinese. */
  static String header(List<Link> links) {
    return links.stream()
        .map(
            link -> "<%s>; rel=\"%s\"; type=\"%s\"".formatted(link.href(), link.rel(), link.type()))
        .collect(Collectors.joining(", "));
  }

  private static Link toCollection(Context context, ItemsPage page) {
    return new Link(
        Address.of(context) + "/collections/" + encoded(page.collection().id()),
        "collection",
        Media.JSON.type(),
        page.collection().title());
  }

  /** The page that begins elsewhere; it names the edition, so that pages never mix two. */
  private static Link turned(Context context, ItemsPage page, int offset, String rel, Media form) {
    Map<String, String> with =
        Map.of(
            "f",
            form.word(),
            "offset",
            String.valueOf(offset),
            "edition",
            page.collection().layer().edition());
    return link(context, with, rel, form, rel.equals("next") ? "Next page" : "Previous page");
  }

  private static Link link(
      Context context, Map<String, String> with, String rel, Media type, String title) {
    return new Link(address(context, with), rel, type.type(), title);
  }

  /** The address of this request with some of its parameters replaced. */
  static String address(Context context, Map<String, String> with) {
    Map<String, String> parameters = new TreeMap<>();
    context.queryParamMap().forEach((name, values) -> parameters.put(name, values.get(0)));
    parameters.putAll(with);
    if (!"html".equals(parameters.get("f"))) {
      parameters.remove(Pages.LANG);
    }
    String query =
        parameters.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return Address.of(context) + context.req().getRequestURI() + "?" + query;
  }

  /** Text as one segment of a path. */
  static String encodedSegment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%3A", ":")
        .replace("%2F", "/");
  }
}
