package luodi.postgis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import luodi.fault.Fault;

/**
 * Where a database is and who asks it: {@code postgresql://user[:password]@host:port/name}.
 * Characters that an address cannot hold are percent-encoded. As text it hides the password.
 *
 * @param sslMode as PostgreSQL's own clients name it, such as {@code require}
 */
public record DatabaseUrl(
    String host,
    int port,
    String name,
    String user,
    Optional<String> password,
    Optional<String> sslMode) {
  private static final int USUAL_PORT = 5432;
  private static final String WANTED =
      "write it as postgresql://user[:password]@host:port/name[?sslmode=require], with other characters than letters, digits and -._~ percent-encoded";

  /** Reads an address; a wrong one is told without being shown, as it may hold a password. */
  public static DatabaseUrl parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException wrong) {
      throw bad("it is no address"); // the cause would show the address
    }
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw bad("it does not begin with postgresql://");
    }
    if (uri.getHost() == null || uri.getUserInfo() == null) {
      throw bad("it names no host or no user");
    }
    String name = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (name.isEmpty()) {
      throw bad("it names no database");
    }
    String[] who = uri.getRawUserInfo().split(":", 2);
    return new DatabaseUrl(
        uri.getHost(),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        name,
        decoded(who[0]),
        who.length < 2 ? Optional.empty() : Optional.of(decoded(who[1])),
        sslMode(uri.getRawQuery()));
  }

  /** As the driver wants it; user and password are given apart. */
  String jdbc() {
    return "jdbc:postgresql://"
        + host
        + ":"
        + port
        + "/"
        + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** Who asks, and how. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    password.ifPresent(secret -> properties.setProperty("password", secret));
    properties.putAll(manners());
    return properties;
  }

  /** How the database is asked. */
  Map<String, String> manners() {
    Map<String, String> manners = new HashMap<>();
    sslMode.ifPresent(mode -> manners.put("sslmode", mode));
    manners.put("ApplicationName", "luodi");
    manners.put("connectTimeout", "10");
    manners.put("loginTimeout", "20");
    manners.put("tcpKeepAlive", "true");
    return manners;
  }

  /** The address without its password. */
  @Override
  public String toString() {
    return "postgresql://%s%s@%s:%d/%s%s"
        .formatted(
            user,
            password.isPresent() ? ":(hidden)" : "",
            host,
            port,
            name,
            sslMode.map(mode -> "?sslmode=" + mode).orElse(""));
  }

  private static Optional<String> sslMode(String query) {
    if (query == null) {
      return Optional.empty();
    }
    if (!query.matches("sslmode=[a-z-]+")) {
      throw bad("after the question mark only sslmode=… is read");
    }
    return Optional.of(query.substring("sslmode=".length()));
  }

  private static String decoded(String part) {
    return URI.create("x:///" + part).getPath().substring(1); // unlike a form, + stays a plus
  }

  private static RuntimeException bad(String why) {
    return Fault.BAD_PARAMETER.because(
        "The database's address cannot be read: %s; %s.", why, WANTED);
  }
}
