package luodi.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.siting.Declared;
import luodi.siting.Part;
import luodi.siting.Proposal;
import luodi.siting.Screening;

/** What was told of the project, and under which day, profile, law and engine. */
record Inputs(Difference.Side before, Difference.Side after, Rulebook rulebook) {
  /** All that is not the same, each with the rules that read it. */
  List<Difference.Change> changes(Function<Predicate<Rule>, List<String>> moved) {
    List<Difference.Change> changes = new ArrayList<>();
    Predicate<Rule> any = rule -> true;
    add(changes, "industry", side -> side.screening().project().industry(), moved.apply(any));
    if (!shapes(before).equals(shapes(after))) {
      changes.add(
          new Difference.Change(
              "site",
              before.screening().site(),
              after.screening().site(),
              moved.apply(Rule::readsThePlace)));
    }
    add(changes, "adcode", side -> told(side.proposal().adcode()), moved.apply(any));
    add(
        changes,
        "declared",
        side -> side.proposal().declared().stream().map(Declared::told).toList(),
        moved.apply(Rule::readsThePlace));
    add(
        changes,
        "from",
        side -> side.screening().project().from(),
        moved.apply(Inputs::readsTheOrigin));
    facts().forEach(fact -> addFact(changes, fact, moved));
    add(changes, "as_of", side -> side.screening().decision().asOf(), moved.apply(this::redated));
    add(changes, "profile", side -> side.screening().decision().profile(), moved.apply(any));
    add(changes, "rulebook", side -> side.screening().decision().rulebook(), moved.apply(any));
    add(changes, "engine", side -> side.screening().decision().engine(), moved.apply(any));
    return changes;
  }

  private void add(
      List<Difference.Change> changes,
      String id,
      Function<Difference.Side, Object> of,
      List<String> moved) {
    Object then = of.apply(before);
    Object now = of.apply(after);
    if (!Objects.equals(then, now)) {
      changes.add(new Difference.Change(id, then, now, moved));
    }
  }

  private void addFact(
      List<Difference.Change> changes, String fact, Function<Predicate<Rule>, List<String>> moved) {
    add(
        changes,
        "facts." + fact,
        side -> facts(side).get(fact),
        moved.apply(rule -> rulebook.reads(rule, fact)));
  }

  private SortedSet<String> facts() {
    SortedSet<String> all = new TreeSet<>(facts(before).keySet());
    all.addAll(facts(after).keySet());
    return all;
  }

  private static Map<String, Screening.ToldFact> facts(Difference.Side side) {
    return side.screening().project().facts();
  }

  private static Object told(java.util.Optional<String> text) {
    return text.orElse(null);
  }

  /** Positions of all parts, so that two outlines of one area are told apart. */
  private static List<String> shapes(Difference.Side side) {
    return side.proposal().parts().stream().map(Inputs::shape).toList();
  }

  private static String shape(Part part) {
    return part.kind().word() + " " + part.shape().toText();
  }

  private static boolean readsTheOrigin(Rule rule) {
    return rule.reads("origin") || rule.reads("moved_from");
  }

  private boolean redated(Rule rule) {
    Proposal then = before.proposal();
    Proposal now = after.proposal();
    return Law.standing(rule, then.asOf()) != Law.standing(rule, now.asOf())
        || !rule.citationsOn(then.asOf()).equals(rule.citationsOn(now.asOf()))
        || !rule.suspendedOn(then.asOf()).equals(rule.suspendedOn(now.asOf()));
  }
}
