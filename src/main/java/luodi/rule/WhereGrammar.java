package luodi.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** Reads {@code where}. */
final class WhereGrammar {
  private final Catalogue known;
  private final Tokens tokens;

  private WhereGrammar(Catalogue known, String text) {
    this.known = known;
    this.tokens = new Tokens(text);
  }

  static Where parse(Catalogue known, String text) {
    WhereGrammar grammar = new WhereGrammar(known, text);
    Where where = grammar.any();
    if (!grammar.tokens.atEnd()) {
      throw grammar.tokens.wrong("nothing wanted, '" + grammar.tokens.peek() + "' came");
    }
    return where;
  }

  /** Reads {@code layer[attribute=a|b; other>=1]}. */
  static LayerRef reference(Catalogue known, String text) {
    int bracket = text.indexOf('[');
    String layer = (bracket < 0 ? text : text.substring(0, bracket)).trim();
    List<LayerRef.Condition> conditions = new ArrayList<>();
    if (bracket >= 0) {
      if (!text.endsWith("]")) {
        throw new Tokens.IllegalExpression("']' is missing at the end of \"" + text + "\"");
      }
      String inside = text.substring(bracket + 1, text.length() - 1);
      for (String part : inside.split(";")) {
        conditions.add(condition(part.trim()));
      }
    }
    LayerRef reference = new LayerRef(layer, conditions);
    known.mustKnow(reference);
    return reference;
  }

  private static LayerRef.Condition condition(String text) {
    String operator = text.contains(">=") ? ">=" : text.contains("<=") ? "<=" : "=";
    String[] sides = text.split(operator, 2);
    if (sides.length < 2) {
      throw new Tokens.IllegalExpression("attribute=value wanted, '" + text + "' came");
    }
    if (!operator.equals("=") && !sides[1].trim().matches("\\d+(\\.\\d+)?")) {
      throw new Tokens.IllegalExpression("a number wanted, '" + sides[1].trim() + "' came");
    }
    return new LayerRef.Condition(
        sides[0].trim(), operator, new TreeSet<>(List.of(sides[1].trim().split("\\|"))));
  }

  private Where any() {
    List<Where> parts = new ArrayList<>(List.of(all()));
    while (tokens.accept("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Where.Any(parts);
  }

  private Where all() {
    List<Where> parts = new ArrayList<>(List.of(one()));
    while (tokens.accept("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Where.All(parts);
  }

  private Where one() {
    tokens.enter();
    Where read = unnested();
    tokens.leave();
    return read;
  }

  private Where unnested() {
    if (tokens.accept("not")) {
      return new Where.Not(one());
    }
    if (tokens.accept("(")) {
      Where inner = any();
      tokens.expect(")");
      return inner;
    }
    String word = tokens.next();
    if (word.equals("everywhere")) {
      return new Where.Everywhere();
    }
    tokens.expect("(");
    String inside = tokens.untilClosing('(', ')').trim();
    return switch (word) {
      case "overlaps" -> overlaps(reference(known, inside));
      case "in" -> new Where.Member(reference(known, inside));
      case "within" -> within(inside);
      default -> throw tokens.wrong("no ground is meant by '" + word + "'");
    };
  }

  private Where overlaps(LayerRef reference) {
    return known.isRegionList(reference.layer())
        ? new Where.Member(reference)
        : new Where.On(reference);
  }

  private Where within(String inside) {
    List<String> arguments = Tokens.split(inside, ',');
    if (arguments.size() != 2 || !arguments.get(0).startsWith("d=")) {
      throw tokens.wrong("within(d=metres, layer) wanted");
    }
    String metres = arguments.get(0).substring("d=".length());
    return new Where.Within(
        metres.equals("?") ? OptionalDouble.empty() : OptionalDouble.of(distanceM(metres)),
        reference(known, arguments.get(1)));
  }

  private double distanceM(String metres) {
    if (!metres.matches("\\d{1,6}(\\.\\d+)?") || Double.parseDouble(metres) <= 0) {
      throw tokens.wrong("'" + metres + "' is no distance; give metres, such as within(d=1000, …)");
    }
    return Double.parseDouble(metres);
  }
}
