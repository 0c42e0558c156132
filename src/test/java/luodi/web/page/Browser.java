package luodi.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium with a profile of its own, and what it asked the network for. Uses Debian's
 * chromium and chromedriver and never downloads any.
 */
final class Browser implements AutoCloseable {
  private static final String DRIVER = "/usr/bin/chromedriver";
  private static final String CHROMIUM = "/usr/bin/chromium";

  /** Wide enough for the desk's layout; a map drawn by software costs by the pixel. */
  private static final Dimension DESK = new Dimension(1080, 700);

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Browser shared;

  private final Path profile;
  private final ChromeDriver driver;
  private final List<Request> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Object greeting;

  /** One request of the page; the body is empty unless something was sent. */
  record Request(URI address, String method, String body) {}

  private Browser(String... flags) {
    try {
      profile = Files.createTempDirectory("luodi-browser");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of(DRIVER).toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options(profile, flags));
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    size(DESK.width, DESK.height);
  }

  /** The browser that tests share; it ends with the tests. */
  static synchronized Browser shared() {
    if (shared == null) {
      Browser browser = new Browser();
      Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
      shared = browser;
    }
    return shared;
  }

  /** A browser of its own, with more flags. */
  static Browser with(String... flags) {
    return new Browser(flags);
  }

  private static ChromeOptions options(Path profile, String... flags) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-device-scale-factor=1",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // no other host even resolves
        "--user-data-dir=" + profile);
    options.addArguments(flags);
    if (flags.length == 0) {
      options.addArguments(
          "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader");
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  ChromeDriver driver() {
    return driver;
  }

  /**
   * Sets the size of the page itself, CSS pixels; below 500 the window is emulated, as a phone's.
   */
  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  /** What pages opened from now on remember as the reader's language. */
  void speak(String language) {
    if (greeting != null) {
      driver.executeCdpCommand(
          "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", greeting));
    }
    String source = "localStorage.setItem('luodi.language', '%s')".formatted(language);
    greeting =
        driver
            .executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", "if (location.protocol === 'http:') " + source))
            .get("identifier");
  }

  /** Leaves the page and forgets what was asked so far. */
  void forget() {
    driver.get("about:blank");
    size(DESK.width, DESK.height);
    read();
    requests.clear();
    complaints.clear();
  }

  /** Every request since the last {@link #forget}, in order. */
  List<Request> requests() {
    read();
    return List.copyOf(requests);
  }

  /** Errors and warnings of the console since the last {@link #forget}. */
  List<String> complaints() {
    read();
    return List.copyOf(complaints);
  }

  private void read() {
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      read(entry.getMessage());
    }
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      // The software renderer tells how slow it is; a reader's browser has no such line.
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()
          && !entry.getMessage().contains("GL Driver Message")) {
        complaints.add(entry.getMessage());
      }
    }
  }

  private void read(String message) {
    try {
      JsonNode event = JSON.readTree(message).path("message");
      if (event.path("method").asText().equals("Network.requestWillBeSent")) {
        JsonNode request = event.path("params").path("request");
        String address = request.path("url").asText();
        if (!address.startsWith("data:") && !address.startsWith("blob:")) {
          requests.add(
              new Request(
                  URI.create(address),
                  request.path("method").asText(),
                  request.path("postData").asText("")));
        }
      }
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException gone) {
      // The browser may still be tidying its own profile; what is left lies in the temporary files.
    }
  }
}
