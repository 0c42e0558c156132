package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import luodi.web.ServedGround;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages of the OGC API in a real browser: maps by MapLibre, and the API to try. */
class OgcPagesTest {
  private final ChromeDriver driver = Browser.shared().driver();
  private final WebDriverWait patience = new WebDriverWait(driver, Duration.ofSeconds(90));

  @BeforeEach
  void leave() {
    Browser.shared().forget();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections/env-unit?f=html",
        "/collections/counties/items?f=html&bbox=105,37,107,39",
        "/collections/counties/items/640104?f=html",
        "/styles/river-shoreline?f=html"
      })
  void the_map_on_a_page_draws_features(String path) {
    driver.get(ServedGround.at(path).toString());

    patience.until(page -> !drawn().isEmpty());
    assertThat(Integer.parseInt(drawn())).isPositive();
  }

  @Test
  void a_row_of_the_table_leads_to_the_feature() {
    driver.get(
        ServedGround.at("/collections/counties/items?f=html&filter=id%3D'640104'").toString());
    driver.findElement(By.linkText("640104")).click();

    patience.until(ExpectedConditions.urlContains("/items/640104"));
    assertThat(driver.findElement(By.tagName("h1")).getText()).isNotBlank();
    assertThat(driver.findElement(By.tagName("dl")).getText()).contains("640104");
  }

  @Test
  void a_filter_in_the_form_leaves_what_fulfils_it() {
    driver.get(ServedGround.at("/collections/env-unit/items?f=html&lang=en").toString());
    WebElement filter = driver.findElement(By.name("filter"));
    filter.sendKeys("class = 'priority'");
    filter.submit();

    patience.until(ExpectedConditions.urlContains("priority"));
    assertThat(driver.findElement(By.tagName("table")).getText())
        .contains("priority")
        .doesNotContain("general");
  }

  @Test
  void the_api_can_be_read_and_tried() {
    driver.get(ServedGround.at("/api?f=html").toString());
    patience.until(
        ExpectedConditions.presenceOfElementLocated(By.id("operations-start-conformance")));
    WebElement conformance = driver.findElement(By.id("operations-start-conformance"));
    conformance.findElement(By.tagName("button")).click();
    patience.until(page -> conformance.findElements(By.className("try-out__btn"))).get(0).click();
    patience.until(page -> !conformance.findElements(By.className("execute")).isEmpty());
    conformance.findElement(By.className("execute")).click();

    patience.until(page -> conformance.getText().contains("conformsTo"));
    assertThat(conformance.getText()).contains("ogcapi-features-1/1.0/conf/core");
  }

  private String drawn() {
    String drawn = driver.findElement(By.id("map")).getDomAttribute("data-drawn");
    return drawn == null ? "" : drawn;
  }
}
