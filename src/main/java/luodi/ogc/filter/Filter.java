package luodi.ogc.filter;

import java.util.Map;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.PublishedCrs;

/** A condition on features, read from CQL2. Used by one thread. */
public final class Filter {
  /** The two languages, by the names of {@code filter-lang}. */
  public enum Language {
    TEXT("cql2-text"),
    JSON("cql2-json");

    private final String word;

    Language(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** By the word, or {@code BAD_PARAMETER}. */
    public static Language named(String word) {
      for (Language language : values()) {
        if (language.word.equals(word)) {
          return language;
        }
      }
      throw Fault.BAD_PARAMETER
          .because("There is no filter language '%s'; give cql2-text or cql2-json.", word)
          .inParameter("filter-lang");
    }
  }

  private final Expression condition;

  private Filter(Expression condition) {
    this.condition = condition;
  }

  /**
   * Reads a filter.
   *
   * @param crs that its geometries are written in
   * @param queryables the properties that it may name
   * @throws FaultException {@code BAD_FILTER} telling what stands where something else is wanted
   */
  public static Filter parse(
      String filter, Language language, PublishedCrs crs, Map<String, Queryable> queryables) {
    Operations operations = new Operations(queryables);
    Literals literals = new Literals(operations, crs);
    try {
      Expression condition =
          language == Language.TEXT
              ? TextParser.parse(filter, operations, literals)
              : JsonParser.parse(filter, operations, literals);
      if (condition.kind() != Kind.BOOLEAN) {
        throw Operations.bad("it gives %s and not true or false", condition.kind().words());
      }
      return new Filter(condition);
    } catch (FaultException wrong) {
      throw wrong.places().isEmpty() ? wrong.inParameter("filter") : wrong;
    }
  }

  /** A filter that wants one property to have one value. */
  public static Filter equal(Queryable queryable, String text) {
    Expression property = new Expression.Property(queryable);
    Value wanted =
        switch (queryable.kind()) {
          case NUMBER -> number(queryable.name(), text);
          case BOOLEAN -> truth(queryable.name(), text);
          case INSTANT -> ((Expression.Literal) literals().instant(text)).value();
          default -> Value.of(text);
        };
    return new Filter(
        new Comparison.Binary(
            property, Comparison.Operator.EQUAL, new Expression.Literal(queryable.kind(), wanted)));
  }

  /** True when the feature fulfils the condition; what is not known does not. */
  public boolean holdsFor(Zone zone) {
    return condition.of(zone) instanceof Value.Truth truth && truth.yes();
  }

  private static Literals literals() {
    return new Literals(new Operations(Map.of()), PublishedCrs.CRS84);
  }

  private static Value number(String name, String text) {
    if (!text.matches("[-+]?\\d{1,15}(\\.\\d{1,15})?")) {
      throw Fault.BAD_PARAMETER
          .because("'%s' is no %s; give a number.", text, name)
          .inParameter(name);
    }
    return Value.of(Double.parseDouble(text));
  }

  private static Value truth(String name, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw Fault.BAD_PARAMETER
          .because("'%s' is no %s; give true or false.", text, name)
          .inParameter(name);
    }
    return Value.of(text.equals("true"));
  }
}
