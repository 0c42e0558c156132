package luodi.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import luodi.fault.Fault;

/**
 * The encoding of a file's text: as declared, or found out. GBK and GB2312 are read as GB18030,
 * which contains them.
 *
 * @param how how it is known
 */
public record TextEncoding(Charset charset, String how) {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<String> CHINESE_NAMES =
      List.of("936", "GBK", "GB2312", "GB18030", "54936", "EUCCN");
  private static final List<String> LATIN_NAMES =
      List.of("1252", "88591", "LATIN1", "ISO88591", "28591");

  /** By a name that the caller gave; {@code BAD_PARAMETER} when there is no such encoding. */
  public static TextEncoding wished(String name) {
    return new TextEncoding(
        named(name)
            .orElseThrow(
                () ->
                    Fault.BAD_PARAMETER.because(
                        "There is no encoding '%s'; give UTF-8, GBK or GB18030.", name)),
        "as told");
  }

  /**
   * By a name that the file gives, unless its text shows that the name is wrong; else by its text.
   *
   * @param declared empty when the file gives none
   * @param sample texts of the file that hold more than ASCII
   */
  public static TextEncoding of(Optional<String> declared, String where, List<byte[]> sample) {
    Optional<Charset> named = declared.flatMap(TextEncoding::named);
    if (named.isPresent() && !(isLatin(declared.get()) && looksChinese(sample))) {
      return new TextEncoding(named.get(), "declared by " + where);
    }
    String why =
        declared
            .map(name -> "found by its text; " + where + " says '" + name.trim() + "'")
            .orElse("found by its text; the file does not declare it");
    return new TextEncoding(
        allDecode(sample, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : GB18030, why);
  }

  /** As a report shows it. */
  public String shown() {
    return charset.name() + " (" + how + ")";
  }

  /**
   * One text.
   *
   * @param value {@code U+FFFD} stands where bytes are none of this encoding
   * @param cut true when the last character was cut in its middle, and is left out
   */
  public record Text(String value, boolean cut, boolean broken) {}

  /** Decodes bytes that may end within a character, as fields of fixed width do. */
  public Text decode(byte[] bytes, int from, int length) {
    if (isAscii(bytes, from, length)) {
      return new Text(new String(bytes, from, length, StandardCharsets.US_ASCII), false, false);
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
    CharBuffer out = CharBuffer.allocate(2 * length + 2);
    decoder.decode(in, out, false);
    String value = out.flip().toString();
    return new Text(value, in.hasRemaining(), value.indexOf('\uFFFD') >= 0);
  }

  private static Optional<Charset> named(String name) {
    String plain =
        name.trim()
            .toUpperCase(Locale.ROOT)
            .replaceAll("^(ANSI|CP|MS|OEM|WINDOWS)[ _-]*", "")
            .replaceAll("[ _-]", "");
    if (plain.equals("65001") || plain.equals("UTF8")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (CHINESE_NAMES.contains(plain)) {
      return Optional.of(GB18030);
    }
    if (LATIN_NAMES.contains(plain)) {
      return Optional.of(Charset.forName("windows-1252"));
    }
    if (plain.equals("950") || plain.equals("BIG5")) {
      return Optional.of(Charset.forName("Big5"));
    }
    try {
      return Charset.isSupported(name.trim())
          ? Optional.of(Charset.forName(name.trim()))
          : Optional.empty();
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static boolean isLatin(String name) {
    return named(name).map(charset -> charset.name().equals("windows-1252")).orElse(false);
  }

  private static boolean looksChinese(List<byte[]> sample) {
    return !sample.isEmpty()
        && (allDecode(sample, StandardCharsets.UTF_8)
            || sample.stream().allMatch(TextEncoding::isHan));
  }

  /**
   * True when every character beyond ASCII is Chinese, and nearly all are of two high bytes, as the
   * common ones are: Latin text with accents would be read with ASCII as second bytes.
   */
  private static boolean isHan(byte[] bytes) {
    if (!decodes(bytes, GB18030)) {
      return false;
    }
    String text = new TextEncoding(GB18030, "").decode(bytes, 0, bytes.length).value();
    long high = 0;
    for (byte each : bytes) {
      high += each < 0 ? 1 : 0;
    }
    long wide = text.codePoints().filter(c -> c >= 0x80).count();
    return high >= 1.8 * wide
        && text.codePoints()
            .allMatch(c -> c < 0x80 || c == 0xB7 || c >= 0x2010 && c < 0xA000 || c >= 0xFF00);
  }

  private static boolean allDecode(List<byte[]> sample, Charset charset) {
    return sample.stream().allMatch(bytes -> decodes(bytes, charset));
  }

  private static boolean decodes(byte[] bytes, Charset charset) {
    CharsetDecoder strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result =
        strict.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(2 * bytes.length + 2), false);
    return !result.isError();
  }

  /** True when the bytes are ASCII alone, which all encodings here share. */
  public static boolean isAscii(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
