package luodi.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import luodi.atlas.Layer;
import luodi.tile.TileGrid;
import luodi.web.html.HtmlPage;
import luodi.web.html.HtmlPage.Reference;

/** Tilesets and grids for people. */
final class TilePages {
  private TilePages() {}

  /**
   * @param at path of the tilesets
   */
  static HtmlPage tilesets(Pages pages, String at) {
    return pages
        .below(pages.word("tilesets"))
        .table(
            pages.word("tilesets"),
            List.of(pages.word("title"), pages.word("crs")),
            Arrays.stream(TileGrid.values())
                .map(
                    grid ->
                        Pages.row(
                            Reference.to(
                                grid.id(),
                                pages.base() + at + "/" + grid.id() + "?" + pages.form()),
                            grid.crs()))
                .toList())
        .as("JSON", pages.base() + at + "?f=json")
        .build();
  }

  static HtmlPage tileset(Pages pages, List<Layer> layers, TileGrid grid, String at) {
    String address = pages.base() + at + "/" + grid.id();
    HtmlPage.Builder page =
        pages
            .below(grid.id())
            .crumb(pages.word("tilesets"), pages.base() + at + "?" + pages.form())
            .onward(
                pages.word("tile_matrix_sets"),
                pages.base() + "/tileMatrixSets/" + grid.id() + "?" + pages.form())
            .fact(pages.word("crs"), grid.crs())
            .fact(pages.word("address"), address + "/{tileMatrix}/{tileRow}/{tileCol}")
            .fact(pages.word("zooms"), grid.first() + " – " + TileGrid.DEEPEST)
            .table(
                pages.word("collections"),
                List.of(pages.word("title"), pages.word("id")),
                layers.stream()
                    .map(
                        layer ->
                            Pages.row(
                                Reference.to(
                                    pages.title(layer),
                                    pages.base()
                                        + "/collections/"
                                        + layer.id()
                                        + "?"
                                        + pages.form()),
                                layer.id()))
                    .toList())
            .as("JSON", address + "?f=json");
    return page.build();
  }

  static HtmlPage grids(Pages pages) {
    return pages
        .below(pages.word("tile_matrix_sets"))
        .table(
            pages.word("tile_matrix_sets"),
            List.of(pages.word("id"), pages.word("title"), pages.word("crs")),
            Arrays.stream(TileGrid.values())
                .map(
                    grid ->
                        Pages.row(
                            Reference.to(
                                grid.id(),
                                pages.base() + "/tileMatrixSets/" + grid.id() + "?" + pages.form()),
                            grid.title(),
                            grid.crs()))
                .toList())
        .as("JSON", pages.base() + "/tileMatrixSets?f=json")
        .build();
  }

  static HtmlPage grid(Pages pages, TileGrid grid) {
    return pages
        .below(grid.id())
        .crumb(pages.word("tile_matrix_sets"), pages.base() + "/tileMatrixSets?" + pages.form())
        .intro(grid.title())
        .fact(pages.word("crs"), grid.crs())
        .table(
            pages.word("zooms"),
            List.of(
                pages.word("id"), "scaleDenominator", "cellSize", "matrixWidth", "matrixHeight"),
            IntStream.rangeClosed(grid.first(), TileGrid.DEEPEST)
                .mapToObj(
                    level ->
                        Pages.row(
                            level,
                            grid.scaleDenominator(level),
                            grid.cellSize(level),
                            grid.width(level),
                            grid.height(level)))
                .toList())
        .as("JSON", pages.base() + "/tileMatrixSets/" + grid.id() + "?f=json")
        .build();
  }
}
