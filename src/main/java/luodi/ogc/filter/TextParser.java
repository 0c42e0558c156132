package luodi.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** CQL2 text, read from left to right with the precedence of the standard's grammar. */
final class TextParser {
  private static final int DEEPEST = 64;
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
  private static final Set<String> WKT =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  private final String filter;
  private final List<Token> tokens;
  private final Operations operations;
  private final Literals literals;
  private int at;
  private int depth;

  private TextParser(String filter, Operations operations, Literals literals) {
    this.filter = filter;
    this.tokens = Token.of(filter);
    this.operations = operations;
    this.literals = literals;
  }

  static Expression parse(String filter, Operations operations, Literals literals) {
    TextParser parser = new TextParser(filter, operations, literals);
    Expression whole = parser.expression();
    if (parser.now().kind() != Token.Kind.END) {
      throw parser.unexpected("an operator or the end");
    }
    return whole;
  }

  private Expression expression() {
    if (++depth > DEEPEST) {
      throw Operations.bad("it is nested deeper than %d", DEEPEST);
    }
    Expression whole = joined("OR", "or");
    depth--;
    return whole;
  }

  private Expression joined(String word, String op) {
    boolean or = op.equals("or");
    List<Expression> all = new ArrayList<>(List.of(or ? joined("AND", "and") : negation()));
    while (take(word)) {
      all.add(or ? joined("AND", "and") : negation());
    }
    return all.size() == 1 ? all.get(0) : operations.of(op, all);
  }

  private Expression negation() {
    boolean negative = false;
    while (take("NOT")) {
      negative = !negative;
    }
    Expression what = predicate();
    return negative ? operations.of("not", List.of(what)) : what;
  }

  private Expression predicate() {
    Expression left = sum();
    if (COMPARISONS.contains(now().text()) && now().kind() == Token.Kind.SIGN) {
      String sign = next().text();
      return operations.of(sign, List.of(left, sum()));
    }
    if (take("IS")) {
      boolean negative = take("NOT");
      mustTake("NULL");
      return perhaps(negative, operations.of("isNull", List.of(left)));
    }
    boolean negative = take("NOT");
    if (take("LIKE")) {
      return perhaps(negative, operations.of("like", List.of(left, sum())));
    }
    if (take("BETWEEN")) {
      Expression low = sum();
      mustTake("AND");
      return perhaps(negative, operations.of("between", List.of(left, low, sum())));
    }
    if (take("IN")) {
      List<Expression> with = new ArrayList<>(List.of(left));
      with.addAll(arguments());
      return perhaps(negative, operations.of("in", with));
    }
    if (negative) {
      throw unexpected("LIKE, BETWEEN or IN after NOT");
    }
    return left;
  }

  private Expression perhaps(boolean negative, Expression what) {
    return negative ? operations.of("not", List.of(what)) : what;
  }

  private Expression sum() {
    Expression left = product();
    while (now().is("+") || now().is("-")) {
      String sign = next().text();
      left = operations.of(sign, List.of(left, product()));
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (now().is("*") || now().is("/") || now().is("%") || now().is("DIV")) {
      String sign = next().text();
      left = operations.of(sign, List.of(left, power()));
    }
    return left;
  }

  private Expression power() {
    Expression base = signed();
    return take("^") ? operations.of("^", List.of(base, signed())) : base;
  }

  private Expression signed() {
    if (take("+")) {
      return single();
    }
    if (take("-")) {
      return operations.of("-", List.of(operations.literal(Kind.NUMBER, Value.of(0)), single()));
    }
    return single();
  }

  private Expression single() {
    Token token = next();
    return switch (token.kind()) {
      case NUMBER -> literals.number(token.text());
      case STRING -> operations.literal(Kind.TEXT, Value.of(token.text()));
      case QUOTED_NAME -> operations.property(token.text());
      case NAME -> named(token);
      case SIGN, END -> {
        if (!token.is("(")) {
          at--;
          throw unexpected("a property, a value or (");
        }
        Expression within = expression();
        mustTake(")");
        yield within;
      }
    };
  }

  private Expression named(Token token) {
    String word = token.text().toUpperCase(Locale.ROOT);
    if (word.equals("TRUE") || word.equals("FALSE")) {
      return operations.literal(Kind.BOOLEAN, Value.of(word.equals("TRUE")));
    }
    if (WKT.contains(word) && (now().is("(") || now().is("Z"))) {
      return wkt(token);
    }
    if (!now().is("(")) {
      return operations.property(token.text());
    }
    return switch (word) {
      case "DATE" -> literals.date(onlyString());
      case "TIMESTAMP" -> literals.timestamp(onlyString());
      case "INTERVAL" -> interval();
      case "BBOX" -> bbox();
      default -> operations.of(token.text(), arguments());
    };
  }

  private List<Expression> arguments() {
    mustTake("(");
    List<Expression> all = new ArrayList<>();
    do {
      all.add(expression());
    } while (take(","));
    mustTake(")");
    return all;
  }

  private String onlyString() {
    mustTake("(");
    String text = string();
    mustTake(")");
    return text;
  }

  private String string() {
    if (now().kind() != Token.Kind.STRING) {
      throw unexpected("text in single quotation marks");
    }
    return next().text();
  }

  private Expression interval() {
    mustTake("(");
    Expression from = end();
    mustTake(",");
    Expression to = end();
    mustTake(")");
    return operations.of("interval", List.of(from, to));
  }

  private Expression end() {
    return now().kind() == Token.Kind.STRING ? literals.instant(next().text()) : single();
  }

  private Expression bbox() {
    mustTake("(");
    List<Double> numbers = new ArrayList<>();
    do {
      boolean negative = take("-");
      if (now().kind() != Token.Kind.NUMBER) {
        throw unexpected("a number");
      }
      double number = Double.parseDouble(next().text());
      numbers.add(negative ? -number : number);
    } while (take(","));
    mustTake(")");
    return literals.bbox(numbers);
  }

  /** The text from the type's name to the parenthesis that closes it. */
  private Expression wkt(Token type) {
    take("Z");
    int open = 0;
    do {
      open += now().is("(") ? 1 : now().is(")") ? -1 : 0;
      if (open > DEEPEST || now().kind() == Token.Kind.END) {
        throw unexpected("the end of the geometry");
      }
      next();
    } while (open > 0);
    return literals.wkt(filter.substring(type.start(), tokens.get(at - 1).end()));
  }

  private Token now() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    if (token.kind() == Token.Kind.END) {
      throw unexpected("more");
    }
    at++;
    return token;
  }

  private boolean take(String word) {
    if (now().is(word)) {
      at++;
      return true;
    }
    return false;
  }

  private void mustTake(String word) {
    if (!take(word)) {
      throw unexpected(word);
    }
  }

  private RuntimeException unexpected(String wanted) {
    return now().kind() == Token.Kind.END
        ? Operations.bad("it ends where %s is wanted", wanted)
        : Operations.bad(
            "at character %d stands '%s' where %s is wanted",
            now().start() + 1, now().text(), wanted);
  }
}
