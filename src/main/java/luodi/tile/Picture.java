package luodi.tile;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A raster tile of few colours. */
public final class Picture {
  /** Pixels on each side. */
  public static final int SIDE = 256;

  private Picture() {}

  /**
   * A PNG with a palette.
   *
   * @param pixels row by row from the north-west, each the number of a colour
   * @param palette colours as 0xAARRGGBB
   */
  public static byte[] png(byte[] pixels, int[] palette) {
    IndexColorModel colours =
        new IndexColorModel(
            8, palette.length, palette, 0, true, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, colours);
    image.getRaster().setDataElements(0, 0, SIDE, SIDE, pixels);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it is written to memory
    }
  }
}
