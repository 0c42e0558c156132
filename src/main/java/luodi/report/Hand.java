package luodi.report;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Draws a page's one {@code svg} from the drawing behind it, as lines and areas. So no SVG is
 * parsed and no further library is needed.
 */
final class Hand implements SVGDrawer {
  private static final double PIXELS_PER_UNIT = 96 / 254.0;

  private final Optional<Drawing> drawing;

  Hand(Optional<Drawing> drawing) {
    this.drawing = drawing;
  }

  @Override
  public SVGImage buildSVGImage(
      Element svg,
      Box box,
      CssContext context,
      double cssWidth,
      double cssHeight,
      double dotsPerPixel) {
    return new Drawn(drawing.orElseThrow(), dotsPerPixel);
  }

  private record Drawn(Drawing drawing, double dotsPerPixel) implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) (drawing.width() * PIXELS_PER_UNIT * dotsPerPixel);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) (drawing.height() * PIXELS_PER_UNIT * dotsPerPixel);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      float width = (float) (drawing.width() * PIXELS_PER_UNIT);
      float height = (float) (drawing.height() * PIXELS_PER_UNIT);
      device.drawWithGraphics(
          (float) x,
          (float) y,
          width,
          height,
          graphics -> {
            graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
            drawing.paint(graphics);
          });
    }
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

  @Override
  public void addFontStream(
      FSSupplier<InputStream> font, String family, Integer weight, FontStyle style) {}

  @Override
  public void close() {}
}
