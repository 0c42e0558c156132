package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code applies_to} and {@code branches.when}. */
final class GivenGrammar {
  private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");

  private final Catalogue known;
  private final Tokens tokens;
  private final Optional<ListRef> matched;

  private GivenGrammar(Catalogue known, String text, Optional<ListRef> matched) {
    this.known = known;
    this.tokens = new Tokens(text);
    this.matched = matched;
  }

  /**
   * Reads one expression.
   *
   * @param matched the list whose row {@code item} means
   */
  static Given parse(Catalogue known, String text, Optional<ListRef> matched) {
    GivenGrammar grammar = new GivenGrammar(known, text, matched);
    Given given = grammar.any();
    if (!grammar.tokens.atEnd()) {
      throw grammar.tokens.wrong("nothing wanted, '" + grammar.tokens.peek() + "' came");
    }
    return given;
  }

  /** The list that an expression matches rows of. */
  static Optional<ListRef> listIn(Given given) {
    if (given instanceof Given.Listed listed) {
      return Optional.of(listed.list());
    }
    List<Given> parts =
        given instanceof Given.All all
            ? all.parts()
            : given instanceof Given.Any any ? any.parts() : List.of();
    return parts.stream().map(GivenGrammar::listIn).flatMap(Optional::stream).findFirst();
  }

  private Given any() {
    List<Given> parts = new ArrayList<>(List.of(all()));
    while (tokens.accept("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Given.Any(parts);
  }

  private Given all() {
    List<Given> parts = new ArrayList<>(List.of(one()));
    while (tokens.accept("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Given.All(parts);
  }

  private Given one() {
    tokens.enter();
    Given read = unnested();
    tokens.leave();
    return read;
  }

  private Given unnested() {
    if (tokens.accept("not")) {
      return new Given.Not(one());
    }
    if (tokens.accept("(")) {
      Given inner = any();
      tokens.expect(")");
      return inner;
    }
    String word = tokens.next();
    if (word.equals("true")) {
      return new Given.Always();
    }
    if (word.equals("emits") && tokens.accept("any")) {
      tokens.expect("(");
      return emits(tokens.untilClosing('(', ')').trim());
    }
    return tokens.peek().equals("(") ? call(word) : claim(word);
  }

  private Given call(String name) {
    tokens.expect("(");
    String inside = tokens.untilClosing('(', ')').trim();
    return switch (name) {
      case "code" -> new Given.Code(known.codes(inside));
      case "tag" -> new Given.Tagged(inside, known.tag(inside));
      case "listed" -> new Given.Listed(list(inside));
      case "moved_from" -> movedFrom(inside);
      case "paired" -> new Given.Paired();
      case "overlaps" -> approvedPlot(inside);
      case "max" -> compared(greatest(inside));
      default -> throw tokens.wrong("no function '" + name + "'");
    };
  }

  private Given approvedPlot(String inside) {
    if (!inside.equals("plot, approved_plot")) {
      throw tokens.wrong("of a project only overlaps(plot, approved_plot) can be asked");
    }
    return new Given.OverlapsApprovedPlot();
  }

  private Given emits(String inside) {
    if (inside.startsWith("listed(") && inside.endsWith(")")) {
      String list = inside.substring("listed(".length(), inside.length() - 1);
      known.mustKnowList(list);
      return new Given.EmitsListed(list);
    }
    return new Given.EmitsAny(new TreeSet<>(Tokens.split(inside, ',')));
  }

  private Given movedFrom(String inside) {
    if (inside.startsWith("same basin") && inside.contains("part=")) {
      String parts = inside.substring(inside.indexOf("part=") + "part=".length());
      return new Given.MovedWithinBasin(Set.of(parts.split("\\|")));
    }
    return new Given.MovedFrom(WhereGrammar.reference(known, inside));
  }

  private ListRef list(String inside) {
    List<String> arguments = Tokens.split(inside, ',');
    known.mustKnowList(arguments.get(0));
    TreeMap<String, Set<String>> fields = new TreeMap<>();
    for (String argument : arguments.subList(1, arguments.size())) {
      String[] pair = argument.split("=", 2);
      fields.put(
          pair[0].trim(),
          pair.length == 1 ? Set.of() : new TreeSet<>(List.of(pair[1].trim().split("\\|"))));
    }
    known.mustKnowFields(arguments.get(0), fields.keySet());
    return new ListRef(arguments.get(0), fields);
  }

  private Given claim(String word) {
    if (word.startsWith("item.")) {
      return item(word.substring("item.".length()));
    }
    if (!word.equals("origin")) {
      known.mustKnowFact(word);
    }
    if (tokens.accept("is")) {
      boolean given = tokens.next().equals("given");
      return given ? new Given.Told(word) : new Given.Not(new Given.Told(word));
    }
    if (tokens.accept("in")) {
      tokens.expect("(");
      Set<String> words = new TreeSet<>(Tokens.split(tokens.untilClosing('(', ')'), ','));
      known.mustAllow(word, words);
      return new Given.Among(word, words);
    }
    if (COMPARISONS.contains(tokens.peek())) {
      return comparison(word);
    }
    known.mustBeClaim(word);
    return new Given.Claim(word);
  }

  private Given item(String field) {
    ListRef list = matched.orElseThrow(() -> tokens.wrong("'item' without a listed(…) to match"));
    known.mustKnowFields(list.list(), Set.of(field));
    tokens.expect("=");
    return new Given.Item(list, field, Set.of(tokens.word()));
  }

  /** A choice is compared with a word, a number or a day with a measure. */
  private Given comparison(String fact) {
    if (!known.isMeasured(fact)) {
      boolean equal = tokens.next().equals("=");
      Set<String> words = Set.of(tokens.word());
      known.mustAllow(fact, words);
      Given among = new Given.Among(fact, words);
      return equal ? among : new Given.Not(among);
    }
    return compared(new Measure.OfFact(fact));
  }

  private Given compared(Measure left) {
    String operator = tokens.next();
    if (!COMPARISONS.contains(operator)) {
      throw tokens.wrong("a comparison wanted, '" + operator + "' came");
    }
    return new Given.Compared(left, operator, measure());
  }

  private Measure measure() {
    String word = tokens.next();
    if (word.equals("distance")) {
      return tokens.accept("/")
          ? new Measure.Distance(Double.parseDouble(tokens.next()))
          : new Measure.Distance(1);
    }
    if (word.equals("benchmark")) {
      tokens.expect("(");
      tokens.untilClosing('(', ')');
      return new Measure.Benchmark();
    }
    if (word.equals("as_of")) {
      tokens.expect("-");
      return new Measure.YearsBefore(Integer.parseInt(tokens.next().replace("y", "")));
    }
    if (word.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return new Measure.OnDay(LocalDate.parse(word));
    }
    if (word.matches("-?\\d+(\\.\\d+)?")) {
      return new Measure.Constant(Double.parseDouble(word));
    }
    throw tokens.wrong("a number, a day or a measure wanted, '" + word + "' came");
  }

  private Measure greatest(String inside) {
    return new Measure.Greatest(Tokens.split(inside, ',').stream().map(this::factMeasure).toList());
  }

  private Measure factMeasure(String fact) {
    known.mustKnowFact(fact);
    return new Measure.OfFact(fact);
  }
}
