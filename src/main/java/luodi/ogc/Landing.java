package luodi.ogc;

import java.util.List;

/** The landing page: where a client begins. */
public record Landing(String title, String description, String attribution, List<Link> links) {
  private static final String TITLE = "落地 Luodi";
  private static final String DESCRIPTION =
      "中国产业落地的底图与法规筛查 / The ground on which industry can land in China, and what the law says of it."
          + " Layers marked synthetic are made by a generator and show no real place.";

  /** The landing page of the server at this address. */
  public static Landing at(String base) {
    return new Landing(
        TITLE,
        DESCRIPTION,
        "Each collection names its source and licence",
        List.of(
            new Link(base + "/?f=json", "self", Media.JSON.type(), "This document"),
            new Link(base + "/?f=html", "alternate", Media.HTML.type(), "This document to read"),
            new Link(base + "/api?f=json", "service-desc", Media.OPENAPI.type(), "OpenAPI 3.0"),
            new Link(base + "/api?f=html", "service-doc", Media.HTML.type(), "Read and try"),
            new Link(
                base + "/conformance",
                "conformance",
                Media.JSON.type(),
                "The standards that this server keeps"),
            new Link(base + "/collections", "data", Media.JSON.type(), "The layers"),
            new Link(
                base + "/tiles",
                "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                Media.JSON.type(),
                "Vector tiles of all layers"),
            new Link(
                base + "/tileMatrixSets",
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                Media.JSON.type(),
                "The grids of the tiles"),
            new Link(
                base + "/styles",
                "http://www.opengis.net/def/rel/ogc/1.0/styles",
                Media.JSON.type(),
                "How the layers are drawn"),
            new Link(
                base + "/processes",
                "http://www.opengis.net/def/rel/ogc/1.0/processes",
                Media.JSON.type(),
                "Screening and ranking as processes"),
            new Link(base + "/map", "related", Media.HTML.type(), "The map")));
  }
}
