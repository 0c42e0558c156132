package luodi.ogc.items;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON on its way out, piece by piece: memory stays bounded whatever its length. Numbers of a grid
 * are written by whole-number arithmetic, several times faster than shortest-decimal printing.
 */
final class JsonText {
  private static final int FULL = 1 << 16;
  private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000};

  private final OutputStream out;
  private final byte[] bytes = new byte[FULL + 1024];
  private int size;

  JsonText(OutputStream out) {
    this.out = out;
  }

  /** Text that is JSON already, ASCII or not. */
  JsonText raw(String json) {
    return put(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The same in UTF-8. */
  JsonText raw(byte[] json) {
    return put(json);
  }

  JsonText raw(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  /** A string with its quotation marks, or null. */
  JsonText string(String text) {
    if (text == null) {
      return raw("null");
    }
    return raw('"').put(JsonStringEncoder.getInstance().quoteAsUTF8(text)).raw('"');
  }

  /** A number rounded to so many decimals, at most 7, without trailing zeros. */
  JsonText number(double value, int decimals) {
    long unit = POWERS[decimals];
    long scaled = Math.round(value * unit);
    room(24);
    if (scaled < 0) {
      bytes[size++] = '-';
      scaled = -scaled;
    }
    whole(scaled / unit);
    fraction(scaled % unit, decimals);
    return this;
  }

  /** Sends what is left on its way. */
  void flush() {
    send();
    try {
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void whole(long value) {
    int start = size;
    long rest = value;
    do {
      bytes[size++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    for (int i = start, j = size - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
  }

  private void fraction(long value, int decimals) {
    if (value == 0) {
      return;
    }
    long rest = value;
    int digits = decimals;
    while (rest % 10 == 0) {
      rest /= 10;
      digits--;
    }
    bytes[size++] = '.';
    for (int i = digits - 1; i >= 0; i--) {
      bytes[size + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  private JsonText put(byte[] more) {
    if (more.length > FULL) {
      send();
      return through(more);
    }
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  private JsonText through(byte[] more) {
    try {
      out.write(more);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return this;
  }

  private void room(int wanted) {
    if (size + wanted > bytes.length) {
      send();
    }
  }

  private void send() {
    if (size == 0) {
      return;
    }
    try {
      out.write(bytes, 0, size);
      size = 0;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
