package luodi.web.page;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import luodi.web.ServedGround;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The map page as a reader works it. */
final class MapPage {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Browser browser;
  private final WebDriver driver;

  private MapPage(Browser browser) {
    this.browser = browser;
    this.driver = browser.driver();
  }

  /** Opens the page in a language, with a question in its address: {@code industry=3011&lon=…}. */
  static MapPage open(Browser browser, String language, String question) {
    return open(browser, language, ServedGround.at("/map"), question).ready();
  }

  /** Opens a page that may not become ready. */
  static MapPage open(Browser browser, String language, URI address, String question) {
    browser.forget();
    browser.speak(language);
    MapPage page = new MapPage(browser);
    browser.driver().get(address + (question.isEmpty() ? "" : "#" + question));
    return page;
  }

  /** Waits until map and fields are there. */
  MapPage ready() {
    until(any -> Boolean.TRUE.equals(script("return window.luodiReady === true")));
    return this;
  }

  /** Waits until the map has drawn all that it asked for. */
  MapPage drawn() {
    ((JavascriptExecutor) driver)
        .executeAsyncScript(
            "const done = arguments[0], map = window.luodiMap;"
                + "if (map.loaded() && !map.isMoving()) done(); else map.once('idle', () => done());");
    return this;
  }

  // What a reader does

  MapPage type(String id, String text) {
    WebElement field = id(id);
    field.click();
    field.clear();
    field.sendKeys(text);
    return this;
  }

  /** The options that the field offers, once they have come. */
  List<WebElement> options(String id) {
    return until(any -> nonEmpty(all("#" + id + "-options [role=option]")));
  }

  /** Types into the industry field and takes the option of a code. */
  MapPage chooseIndustry(String text, String code) {
    type("industry-input", text);
    options("industry-input");
    until(any -> shown("#industry-input-options [data-code='" + code + "']")).click();
    return this;
  }

  MapPage press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Clicks the map where a position lies. */
  MapPage clickMap(double lon, double lat) {
    drawn();
    Map<?, ?> at = at(lon, lat);
    new Actions(driver)
        .moveToElement(one("#map canvas"), offset(at, "x"), offset(at, "y"))
        .click()
        .perform();
    return this;
  }

  private static int offset(Map<?, ?> at, String axis) {
    return ((Number) at.get(axis)).intValue();
  }

  /** Where a position lies on the map, pixels from its middle. */
  private Map<?, ?> at(double lon, double lat) {
    return (Map<?, ?>)
        script(
            "const m = window.luodiMap, p = m.project([arguments[0], arguments[1]]), c = m.getCanvas();"
                + "return {x: p.x - c.clientWidth / 2, y: p.y - c.clientHeight / 2}",
            lon,
            lat);
  }

  MapPage look(double lon, double lat, double zoom) {
    script(
        "window.luodiMap.jumpTo({center: [arguments[0], arguments[1]], zoom: arguments[2]})",
        lon,
        lat,
        zoom);
    return drawn();
  }

  MapPage click(String selector) {
    WebElement element = until(any -> shown(selector));
    script("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
    return this;
  }

  /** Opens a fold, if it is closed. */
  MapPage unfold(String selector) {
    WebElement fold = one(selector);
    if (fold.getDomAttribute("open") == null) {
      WebElement summary = fold.findElement(By.tagName("summary"));
      script("arguments[0].scrollIntoView({block: 'center'})", summary);
      summary.click();
    }
    return this;
  }

  /** Chooses in a select, as a reader does, by value. */
  MapPage select(String selector, String value) {
    WebElement select = one(selector);
    script("arguments[0].scrollIntoView({block: 'center'})", select);
    new org.openqa.selenium.support.ui.Select(select).selectByValue(value);
    return this;
  }

  // What a reader sees

  /** Waits for a verdict and returns it. */
  String verdict() {
    return until(any -> attribute("#verdict", "data-verdict"));
  }

  /** Waits until the verdict is another than that of an answer seen before. */
  String verdictAfter(Runnable act) {
    script(
        "document.querySelector('#verdict').dataset.seen = 'yes';"
            + "document.querySelector('#verdict .headline').dataset.old = 'yes'");
    act.run();
    until(any -> shown("#verdict .headline:not([data-old])"));
    return verdict();
  }

  String text(String selector) {
    return until(any -> shown(selector)).getText();
  }

  List<String> texts(String selector) {
    return all(selector).stream().map(WebElement::getText).toList();
  }

  /** The text of each element, seen or folded away. */
  List<String> contents(String selector) {
    return all(selector).stream().map(MapPage::content).toList();
  }

  String content(String selector) {
    return content(one(selector));
  }

  private static String content(WebElement element) {
    return element.getDomProperty("textContent");
  }

  List<String> attributes(String selector, String name) {
    return all(selector).stream().map(element -> element.getDomAttribute(name)).toList();
  }

  String attribute(String selector, String name) {
    List<WebElement> found = all(selector);
    return found.isEmpty() ? null : found.get(0).getDomAttribute(name);
  }

  String value(String id) {
    return id(id).getDomProperty("value");
  }

  boolean sees(String selector) {
    return shown(selector) != null;
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What the focus is on, by id, else by class or tag. */
  String focused() {
    return (String)
        script(
            "const e = document.activeElement; return e.id || e.className || e.tagName.toLowerCase()");
  }

  Object script(String code, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(code, arguments);
  }

  /** Runs code that calls its last argument with what it gives. */
  Object asyncScript(String code) {
    return ((JavascriptExecutor) driver).executeAsyncScript(code);
  }

  /** The body of the last request of this kind, as the page sent it. */
  String lastSent(String path) {
    return browser.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.address().getPath().equals(path))
        .reduce((before, after) -> after)
        .orElseThrow(() -> new AssertionError("nothing was sent to " + path))
        .body();
  }

  <T> T until(ExpectedCondition<T> condition) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .until(condition);
  }

  private WebElement shown(String selector) {
    return all(selector).stream().filter(WebElement::isDisplayed).findFirst().orElse(null);
  }

  private WebElement id(String id) {
    return driver.findElement(By.id(id));
  }

  private static <T> List<T> nonEmpty(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  /** Tabs until the focus is on an element of this id or class; fails when it never comes there. */
  MapPage tabTo(String wanted) {
    for (int i = 0; i < 80; i++) {
      if (focused().contains(wanted)) {
        return this;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("the tabulator never comes to " + wanted);
  }
}
