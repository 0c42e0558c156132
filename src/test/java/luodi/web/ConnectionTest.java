package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * A connection that closes behind an answer is announced in it: a client that keeps connections
 * would else send its next request into nothing.
 */
class ConnectionTest {
  private static final String HEAD = " HTTP/1.1\r\nHost: x\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  /** Some megabytes each. */
  private static final int ANSWERS = 10;

  private static final String NEXT = "GET /health/live" + HEAD + "\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /collections/%zz/items",
        "GET /collections/a%00b",
        "GET /collections/%ff/items",
        "GET /collections?f=%zz",
        "GET /collections/a b",
        "GET /collections/\u0001",
        "GET /collections?f=%LONG%",
        "FOO /collections",
        "TRACE /collections",
        "GET http://elsewhere/health/live"
      })
  void behind_any_address_the_next_request_is_answered_or_the_end_was_told(String line)
      throws IOException {
    mustGoOnOrTell(line.replace("%LONG%", "x".repeat(100_000)) + HEAD + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -5\r\n\r\n",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
        "Transfer-Encoding: foo\r\n\r\n",
        "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        "X: a\u0000b\r\n\r\n",
        "no colon\r\n\r\n",
        "Expect: 100-continue\r\nContent-Length: 50000000\r\n\r\n"
      })
  void behind_any_body_the_next_request_is_answered_or_the_end_was_told(String rest)
      throws IOException {
    mustGoOnOrTell("POST /screenings" + HEAD + JSON + rest);
  }

  @Test
  void a_version_of_http_that_is_not_spoken_is_the_callers_mistake() throws IOException {
    mustGoOnOrTell("GET /health/live HTTP/3.7\r\nHost: x\r\n\r\n");
  }

  @Test
  void a_body_that_get_does_not_read_ends_the_connection_and_says_so() throws IOException {
    String body = "Content-Length: 5000000\r\n\r\n";

    assertThat(answer("GET /health/live" + HEAD + body))
        .startsWith("HTTP/1.1 200")
        .contains("connection: close");
  }

  @Test
  void who_announces_too_large_a_body_need_not_send_it() throws IOException {
    String announced = "Expect: 100-continue\r\nContent-Length: 50000000\r\n\r\n";

    assertThat(answer("POST /screenings" + HEAD + JSON + announced)).startsWith("HTTP/1.1 413");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /collections", "POST /nowhere", "POST /screenings"})
  void who_is_refused_while_sending_gets_the_reason_and_not_a_broken_connection(String line) {
    String[] target = line.split(" ");

    Answered refused =
        Answered.send(target[0], target[1], "x".repeat(30_000_000), "Content-Type", "text/plain");

    assertThat(refused.status()).isIn(404, 405, 415);
    assertThat(refused.json().path("detail").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json&limit=10000", "csv", "geojsonl", "fgb"})
  void who_leaves_in_the_middle_of_an_answer_wakes_nobody(String form) throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
    Level before = log.getLevel();
    BlockingQueue<ILoggingEvent> told = new LinkedBlockingQueue<>();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            told.add(event);
          }
        };
    appender.start();
    log.addAppender(appender);
    log.setLevel(Level.DEBUG);
    try {
      try (Socket socket = connected()) {
        String all = "GET /collections/counties/items?f=" + form + HEAD + "\r\n";
        // more answers than the system holds for a reader who does not read
        String again = all.repeat(ANSWERS);
        socket.getOutputStream().write(again.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(socket.getInputStream().read()).isNotNegative();
        socket.setSoLinger(true, 0); // hangs up at once, with the answer unread
      }

      assertThat(told.poll(20, TimeUnit.SECONDS))
          .isNotNull()
          .satisfies(event -> assertThat(event.getLevel()).isEqualTo(Level.DEBUG));
    } finally {
      log.setLevel(before);
      log.detachAppender(appender);
    }
  }

  private static void mustGoOnOrTell(String request) throws IOException {
    try (Socket socket = connected()) {
      String first = ask(socket, request);

      assertThat(first).matches("(?s)HTTP/1.1 [24]\\d\\d .*");
      assertThat(first).containsAnyOf("application/problem+json", "HTTP/1.1 2");
      if (!first.contains("connection: close")) {
        assertThat(ask(socket, NEXT)).startsWith("HTTP/1.1 200");
      }
    }
  }

  private static String answer(String request) throws IOException {
    try (Socket socket = connected()) {
      return ask(socket, request);
    }
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket("127.0.0.1", ServedGround.at("").getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** The answer's head, its headers in small letters; its body has been read. */
  private static String ask(Socket socket, String request) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    DataInputStream in = new DataInputStream(socket.getInputStream());
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("no answer, after: " + head).isNotNegative();
      head.append((char) next);
    }
    String told = head.toString();
    int length = told.toLowerCase(Locale.ROOT).indexOf("content-length: ");
    if (length >= 0) {
      in.skipNBytes(Long.parseLong(told.substring(length + 16, told.indexOf('\r', length))));
    }
    return told.substring(0, told.indexOf('\n'))
        + told.substring(told.indexOf('\n')).toLowerCase(Locale.ROOT);
  }
}
