package luodi.ingest.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import luodi.fault.Fault;
import luodi.ingest.format.Window;

/**
 * What a {@code .dbf} says of itself, checked against its length.
 *
 * @param rows deleted ones too
 * @param language the language driver byte
 */
record DbfHeader(long rows, int length, int rowLength, int language, List<Field> fields) {
  private static final int HEADER = 32;
  private static final int FIELD = 32;
  private static final int NAME = 11;

  /**
   * A column before its name is decoded.
   *
   * @param offset of its text within a row, after the byte that marks deleted rows
   */
  record Field(byte[] name, char type, int offset, int length) {}

  static DbfHeader read(Window file) {
    if (file.size() <= HEADER) {
      throw Fault.BAD_FILE.because(
          "'%s' is no dBase table: it has %d bytes.", file.name(), file.size());
    }
    ByteBuffer start = file.piece(0, HEADER, ByteOrder.LITTLE_ENDIAN);
    long rows = Integer.toUnsignedLong(start.getInt(4));
    int length = Short.toUnsignedInt(start.getShort(8));
    int rowLength = Short.toUnsignedInt(start.getShort(10));
    if (length <= HEADER || rowLength < 1 || length + rows * rowLength > file.size()) {
      throw Fault.BAD_FILE.because(
          "'%s' is cut off or broken: its header tells of %d rows of %d bytes and it has %d bytes. Send the whole file again.",
          file.name(), rows, rowLength, file.size());
    }
    byte[] header = new byte[length];
    int language = Byte.toUnsignedInt(start.get(29));
    file.piece(0, length, ByteOrder.LITTLE_ENDIAN).get(header);
    return new DbfHeader(rows, length, rowLength, language, fields(header, rowLength, file.name()));
  }

  private static List<Field> fields(byte[] header, int rowLength, String file) {
    boolean wide = sum(header, false) != rowLength && sum(header, true) == rowLength;
    List<Field> fields = new ArrayList<>();
    int offset = 1;
    for (int at = HEADER; isField(header, at); at += FIELD) {
      int length = length(header, at, wide);
      fields.add(new Field(name(header, at), (char) header[at + NAME], offset, length));
      offset += length;
    }
    if (offset > rowLength) {
      throw Fault.BAD_FILE.because(
          "'%s' is broken: its fields take %d bytes and its rows have %d.",
          file, offset, rowLength);
    }
    return fields;
  }

  private static boolean isField(byte[] header, int at) {
    return at + FIELD <= header.length && header[at] != '\r';
  }

  private static int sum(byte[] header, boolean wide) {
    int sum = 1;
    for (int at = HEADER; isField(header, at); at += FIELD) {
      sum += length(header, at, wide);
    }
    return sum;
  }

  /** A field's length; some writers keep the high byte of a long text where decimals stand. */
  private static int length(byte[] header, int at, boolean wide) {
    int length = Byte.toUnsignedInt(header[at + 16]);
    return wide && header[at + NAME] == 'C'
        ? length + 256 * Byte.toUnsignedInt(header[at + 17])
        : length;
  }

  private static byte[] name(byte[] header, int at) {
    int end = at;
    while (end < at + NAME && header[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(header, at, end);
  }
}
