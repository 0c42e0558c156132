package luodi.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The few parts of the protobuf wire format that tiles need.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers, encoding</a>
 */
final class Protobuf {
  private byte[] bytes = new byte[64];
  private int size;

  int size() {
    return size;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  void number(int field, int value) {
    varint(field << 3);
    varint(value);
  }

  void real(int field, double value) {
    varint(field << 3 | 1);
    byte[] bits =
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
    append(bits, bits.length);
  }

  void text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(field << 3 | 2);
    varint(utf8.length);
    append(utf8, utf8.length);
  }

  /** A message, or packed numbers, under a field. */
  void block(int field, Protobuf content) {
    varint(field << 3 | 2);
    varint(content.size);
    raw(content);
  }

  void raw(Protobuf other) {
    append(other.bytes, other.size);
  }

  void varint(int value) {
    room(5);
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void append(byte[] more, int count) {
    room(count);
    System.arraycopy(more, 0, bytes, size, count);
    size += count;
  }

  private void room(int wanted) {
    if (size + wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + wanted));
    }
  }
}
