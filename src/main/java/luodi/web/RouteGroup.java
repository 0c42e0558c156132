package luodi.web;

import io.javalin.config.JavalinConfig;

/** Routes that belong together; each parses, calls once, renders. */
public interface RouteGroup {
  void addTo(JavalinConfig config);
}
