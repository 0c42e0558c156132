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
            new Link(base + "/map", "alternate", Media.HTML.type(), "The map"),
            new Link(base + "/api", "service-desc", Media.OPENAPI.type(), "OpenAPI 3.0"),
            new Link(
                base + "/conformance",
                "conformance",
                Media.JSON.type(),
                "The standards that this server keeps"),
            new Link(base + "/collections", "data", Media.JSON.type(), "The layers")));
  }
}
