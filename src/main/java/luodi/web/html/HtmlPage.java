package luodi.web.html;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands on a page, from top to bottom. All text is plain; it is escaped when it is written.
 * What a page does not have is empty.
 *
 * @param crumbs the way from the landing page to here
 * @param notice what must not be overlooked, such as that the ground is synthetic
 * @param map at most one
 * @param form where the reader can ask for less; at most one
 */
public record HtmlPage(
    String title,
    String intro,
    String notice,
    List<Reference> crumbs,
    List<MapView> map,
    List<Form> form,
    List<Fact> facts,
    List<Table> tables,
    List<Reference> onward,
    List<Reference> forms) {

  /** Text that leads elsewhere when it has an address; templates read "" as none. */
  public record Reference(String text, String href) {
    public static Reference to(String text, String href) {
      return new Reference(text, href);
    }

    public static Reference plain(String text) {
      return new Reference(text == null ? "" : text, "");
    }
  }

  /** One line of a list of facts. */
  public record Fact(String label, Reference value) {}

  /** A table; every row has as many cells as there are columns. */
  public record Table(String heading, List<String> columns, List<List<Reference>> rows) {}

  /**
   * A map that the page's script draws.
   *
   * @param features address of GeoJSON to draw; empty for a map of tiles
   * @param layer whose tiles to draw; empty for a map of features
   * @param bounds west, south, east, north in degrees
   * @param items address under which each feature has its page
   */
  public record MapView(String features, String layer, String bounds, String items) {}

  /** A form of one text and a number, sent back to the page's own address. */
  public record Form(
      String action, String filter, String filterLabel, String limit, String limitLabel) {}

  /** A page under way. */
  public static Builder titled(String title) {
    return new Builder(title);
  }

  /** Collects what stands on a page. Used by one thread. */
  public static final class Builder {
    private final String title;
    private String intro = "";
    private String notice = "";
    private final List<MapView> map = new ArrayList<>();
    private final List<Form> form = new ArrayList<>();
    private final List<Reference> crumbs = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Reference> onward = new ArrayList<>();
    private final List<Reference> forms = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
    }

    public Builder intro(String text) {
      intro = text;
      return this;
    }

    public Builder notice(String text) {
      notice = text;
      return this;
    }

    public Builder map(MapView view) {
      map.add(view);
      return this;
    }

    public Builder form(Form asked) {
      form.add(asked);
      return this;
    }

    public Builder crumb(String text, String href) {
      crumbs.add(Reference.to(text, href));
      return this;
    }

    public Builder fact(String label, String value) {
      facts.add(new Fact(label, Reference.plain(value)));
      return this;
    }

    public Builder table(String heading, List<String> columns, List<List<Reference>> rows) {
      tables.add(new Table(heading, columns, rows));
      return this;
    }

    public Builder onward(String text, String href) {
      onward.add(Reference.to(text, href));
      return this;
    }

    /** The same resource in a form for machines. */
    public Builder as(String text, String href) {
      forms.add(Reference.to(text, href));
      return this;
    }

    public HtmlPage build() {
      return new HtmlPage(
          title,
          intro,
          notice,
          List.copyOf(crumbs),
          List.copyOf(map),
          List.copyOf(form),
          List.copyOf(facts),
          List.copyOf(tables),
          List.copyOf(onward),
          List.copyOf(forms));
    }
  }
}
