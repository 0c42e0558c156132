package luodi.report;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;

/**
 * Shapes in a frame, the same as SVG and on paper; it holds no text, so that it needs no font.
 *
 * @param width of the frame, tenths of a millimetre
 * @param height of the frame, tenths of a millimetre
 * @param figures from the bottom to the top
 */
public record Drawing(int width, int height, List<Figure> figures) {
  private static final float[] DASHES = {14, 8};

  public Drawing {
    figures = List.copyOf(figures);
  }

  /** The drawing as an {@code svg} element of its true size. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%.1fmm\" height=\"%.1fmm\" role=\"img\" aria-label=\"map\">",
            width,
            height,
            width / 10.0,
            height / 10.0));
    figures.forEach(figure -> append(figure, svg));
    return svg.append("</svg>").toString();
  }

  private static void append(Figure figure, StringBuilder svg) {
    svg.append("<path fill-rule=\"evenodd\" stroke-linejoin=\"round\"");
    svg.append(" fill=\"").append(figure.fill().isEmpty() ? "none" : figure.fill()).append('"');
    if (!figure.fill().isEmpty() && figure.opacity() < 1) {
      svg.append(" fill-opacity=\"").append(figure.opacity()).append('"');
    }
    if (!figure.line().isEmpty()) {
      svg.append(" stroke=\"").append(figure.line()).append('"');
      svg.append(" stroke-width=\"").append(figure.width()).append('"');
      svg.append(figure.dashed() ? " stroke-dasharray=\"14 8\"" : "");
    }
    svg.append(" d=\"");
    for (int[] path : figure.paths()) {
      for (int i = 0; i < path.length; i += 2) {
        svg.append(i == 0 ? 'M' : 'L').append(path[i]).append(' ').append(path[i + 1]);
      }
      svg.append(figure.closed() ? "Z" : "");
    }
    svg.append("\"/>\n");
  }

  /** Draws everything; the graphics' units must be the drawing's. */
  void paint(Graphics2D graphics) {
    graphics.clipRect(0, 0, width, height);
    for (Figure figure : figures) {
      Path2D path = path(figure);
      if (!figure.fill().isEmpty()) {
        graphics.setComposite(
            AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) figure.opacity()));
        graphics.setColor(Color.decode(figure.fill()));
        graphics.fill(path);
        graphics.setComposite(AlphaComposite.SrcOver);
      }
      if (!figure.line().isEmpty()) {
        graphics.setColor(Color.decode(figure.line()));
        graphics.setStroke(stroke(figure));
        graphics.draw(path);
      }
    }
  }

  private static BasicStroke stroke(Figure figure) {
    return new BasicStroke(
        (float) figure.width(),
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10,
        figure.dashed() ? DASHES : null,
        0);
  }

  private static Path2D path(Figure figure) {
    Path2D all = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int[] path : figure.paths()) {
      for (int i = 0; i < path.length; i += 2) {
        if (i == 0) {
          all.moveTo(path[i], path[i + 1]);
        } else {
          all.lineTo(path[i], path[i + 1]);
        }
      }
      if (figure.closed()) {
        all.closePath();
      }
    }
    return all;
  }
}
