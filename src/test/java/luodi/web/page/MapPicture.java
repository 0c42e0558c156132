package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

/**
 * Takes the README's picture of the page. No test of the suite: {@code bin/map-picture} runs it
 * against a running demo, named by the property {@code luodi.at}.
 */
class MapPicture {
  private static final Path PICTURE = Path.of("docs/img/map.png");
  private static final int LARGEST_BYTES = 400_000;

  /** A plot of some 90 ha on the Yangtze's south bank below Wuhan. */
  private static final String PLOT =
      """
      {"type":"Polygon","coordinates":[[[114.441,30.647],[114.453,30.648],[114.452,30.656],
        [114.440,30.655],[114.441,30.647]]]}
      """;

  @Test
  void a_verdict_on_the_map(@TempDir Path directory) throws IOException {
    URI demo = URI.create(System.getProperty("luodi.at", "http://127.0.0.1:8080")).resolve("/map");
    Path plot = Files.writeString(directory.resolve("plot.geojson"), PLOT);
    Browser browser = Browser.shared();
    MapPage page = MapPage.open(browser, "en", demo, "industry=2614&as_of=2026-11-24").ready();
    browser.size(1440, 900);

    page.one("#plot-file").sendKeys(plot.toString());
    page.verdict();
    page.click("#verdict-tab").look(114.434, 30.6535, 12.6);
    page.script("document.querySelector('.panel').scrollTo(0, 0)");

    byte[] picture = browser.driver().getScreenshotAs(OutputType.BYTES);
    assertThat(picture).hasSizeLessThan(LARGEST_BYTES);
    Files.createDirectories(PICTURE.getParent());
    Files.write(PICTURE, picture);
  }
}
