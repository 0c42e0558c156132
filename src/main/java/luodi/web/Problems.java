package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faults in the dress of RFC 9457. No other class of Luodi writes an error body. What is our fault
 * shows a number and nothing else; the same number stands in the log.
 */
final class Problems {
  static final String TYPE = "application/problem+json; charset=utf-8";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final AtomicLong NUMBER = new AtomicLong();

  private Problems() {}

  static void install(JavalinConfig config) {
    config.routes.exception(FaultException.class, Problems::tell);
    config.routes.exception(HttpResponseException.class, Problems::tellOfHttp);
    config.routes.exception(EofException.class, Problems::tellOfCutShort);
    config.routes.exception(UncheckedIOException.class, Problems::tellOfUnwritten);
    config.routes.exception(Exception.class, Problems::tellOfOurs);
  }

  /** Writes one fault as the answer. */
  static void tell(FaultException fault, Context context) {
    if (fault.fault().status() == 500 || fault.getCause() != null && fault.fault().status() > 500) {
      long number = NUMBER.incrementAndGet();
      LOG.error("fault={} number={} path={}", fault.fault(), number, context.path(), fault);
      write(
          context,
          fault.fault(),
          "Something went wrong on our side; the log has it under number " + number + ".",
          List.of());
      return;
    }
    write(context, fault.fault(), fault.getMessage(), fault.places());
  }

  private static void tellOfHttp(HttpResponseException http, Context context) {
    switch (http.getStatus()) {
      case 404 ->
          tell(
              Fault.NOT_FOUND.because(
                  "There is nothing at %s; GET /api lists what there is.", context.path()),
              context);
      case 405 -> {
        context.header("Allow", http.getDetails().getOrDefault("availableMethods", "GET"));
        tell(
            Fault.NOT_ALLOWED.because(
                "%s is not answered at %s; see the Allow header.",
                context.method(), context.path()),
            context);
      }
      case 413 -> tell(Body.tooLarge(), context);
      case 415 ->
          tell(
              Fault.UNSUPPORTED_MEDIA_TYPE.because(
                  "The body's media type is not read here; send application/json."),
              context);
      default -> {
        if (http.getStatus() >= 500) {
          tellOfOurs(http, context);
        } else {
          tell(Fault.BAD_PARAMETER.because("%s.", http.getMessage()), context);
        }
      }
    }
  }

  /** The client hung up, or its chunks do not follow each other: nobody here need wake for it. */
  private static void tellOfCutShort(EofException cut, Context context) {
    tell(Fault.BAD_BODY.because("The body ends before it is whole; send it again."), context);
  }

  /** A client that leaves while its answer is under way gets no more of it. */
  private static void tellOfUnwritten(UncheckedIOException failed, Context context) {
    if (failed.getCause() instanceof EofException) {
      LOG.debug("event=client-gone path={}", context.path());
    } else {
      tellOfOurs(failed, context);
    }
  }

  private static void tellOfOurs(Exception unexpected, Context context) {
    tell(Fault.INTERNAL.because("unexpected").causedBy(unexpected), context);
  }

  private static void write(
      Context context, Fault fault, String detail, List<FaultException.Place> places) {
    Leftover.drop(context);
    context
        .removeHeader("ETag")
        .status(fault.status())
        .contentType(TYPE)
        .result(body(fault, detail, places));
  }

  /** The problem as JSON. */
  static byte[] body(FaultException fault) {
    return body(fault.fault(), fault.getMessage(), fault.places());
  }

  private static byte[] body(Fault fault, String detail, List<FaultException.Place> places) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "/problems/" + fault.slug());
    problem.put("title", title(fault));
    problem.put("status", fault.status());
    problem.put("detail", detail);
    List<Map<String, String>> errors = new ArrayList<>();
    for (FaultException.Place place : places) {
      Map<String, String> error = new LinkedHashMap<>();
      error.put(place.kind(), place.where());
      error.put("detail", place.detail());
      errors.add(error);
    }
    problem.put("errors", errors);
    return Json.write(problem);
  }

  private static String title(Fault fault) {
    String words = fault.slug().replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
