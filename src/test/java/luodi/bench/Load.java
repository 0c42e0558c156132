package luodi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks a server over connections that stay open, as fast as it answers, for some seconds. Plain
 * sockets, so that the asker takes little of the cores that it shares with the server.
 */
final class Load {
  private static final int MOST_SAMPLES = 2_000_000;

  private final int port;
  private final List<byte[]> requests;

  Load(int port, List<String> paths) {
    this.port = port;
    this.requests =
        paths.stream()
            .map(
                path ->
                    "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                        .formatted(path)
                        .getBytes(StandardCharsets.US_ASCII))
            .toList();
  }

  /**
   * What came of it.
   *
   * @param sorted latencies in nanoseconds
   * @param seconds that the asking took
   */
  record Outcome(long[] sorted, long errors, long bytes, double seconds) {
    double perSecond() {
      return sorted.length / seconds;
    }

    double millis(double share) {
      return sorted.length == 0
          ? Double.NaN
          : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }
  }

  /** Asks each path once, one after the other. */
  Outcome once() throws IOException {
    long start = System.nanoTime();
    Connection connection = new Connection();
    for (byte[] request : requests) {
      connection.ask(request);
    }
    return outcome(List.of(connection), start);
  }

  /** Asks random paths over so many connections. */
  Outcome run(int connections, double seconds) throws InterruptedException {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    List<Connection> all = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Connection connection = new Connection();
      all.add(connection);
      threads.add(new Thread(() -> connection.askUntil(end), "asker"));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return outcome(all, start);
  }

  private static Outcome outcome(List<Connection> all, long start) {
    long[] latencies =
        all.stream()
            .flatMapToLong(one -> Arrays.stream(one.latencies, 0, one.count))
            .sorted()
            .toArray();
    return new Outcome(
        latencies,
        all.stream().mapToLong(one -> one.errors).sum(),
        all.stream().mapToLong(one -> one.bytes).sum(),
        (System.nanoTime() - start) / 1e9);
  }

  /** One connection and what it saw. */
  private final class Connection {
    private long[] latencies = new long[1024];
    private int count;
    private long errors;
    private long bytes;
    private Socket socket;
    private InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private OutputStream out;

    void askUntil(long end) {
      while (System.nanoTime() < end && count < MOST_SAMPLES) {
        byte[] request = requests.get(ThreadLocalRandom.current().nextInt(requests.size()));
        try {
          ask(request);
        } catch (IOException broken) {
          errors++;
          socket = null;
        }
      }
    }

    void ask(byte[] request) throws IOException {
      if (socket == null) {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        from = 0;
        to = 0;
        out = socket.getOutputStream();
      }
      long begin = System.nanoTime();
      out.write(request);
      int status = read();
      if (status >= 400) {
        errors++;
      }
      if (count == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * count);
      }
      latencies[count++] = System.nanoTime() - begin;
    }

    private int read() throws IOException {
      String head = head();
      int status = Integer.parseInt(head.substring(9, 12));
      if (head.contains("transfer-encoding: chunked")) {
        for (long size = chunk(); size > 0; size = chunk()) {
          skip(size + 2);
        }
        skip(2);
      } else {
        skip(length(head));
      }
      return status;
    }

    private static long length(String head) {
      int at = head.indexOf("content-length: ");
      return at < 0 ? 0 : Long.parseLong(head.substring(at + 16, head.indexOf('\r', at)));
    }

    /** All up to the empty line, in small letters. */
    private String head() throws IOException {
      int searched = from;
      while (true) {
        for (; searched + 3 < to; searched++) {
          if (buffer[searched + 3] == '\n' && buffer[searched + 1] == '\n') {
            String head = text(searched + 4).toLowerCase(Locale.ROOT);
            from = searched + 4;
            return head;
          }
        }
        searched -= from;
        more();
        searched += from;
      }
    }

    private long chunk() throws IOException {
      int searched = from;
      while (true) {
        for (; searched < to; searched++) {
          if (buffer[searched] == '\n') {
            long size = Long.parseLong(text(searched).trim(), 16);
            from = searched + 1;
            return size;
          }
        }
        searched -= from;
        more();
        searched += from;
      }
    }

    private String text(int end) {
      return new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /** Reads on behind what is not used yet. */
    private void more() throws IOException {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
      int got = in.read(buffer, to, buffer.length - to);
      if (got <= 0) {
        throw new IOException("the server closed the connection");
      }
      to += got;
    }

    private void skip(long length) throws IOException {
      bytes += length;
      long wanted = length;
      while (wanted > to - from) {
        wanted -= to - from;
        from = to;
        more();
      }
      from += (int) wanted;
    }
  }
}
