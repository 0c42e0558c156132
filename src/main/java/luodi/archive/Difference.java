package luodi.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.siting.Proposal;
import luodi.siting.Screening;

/**
 * Two screenings side by side: what changed of the law, of the ground and of the project, and which
 * reasons each change moved.
 *
 * @param reasons the outcomes that are not the same
 */
public record Difference(
    Verdicts verdict,
    List<Change> rules,
    List<Change> layers,
    List<Change> inputs,
    List<MovedReason> reasons) {

  /** The verdict of either. */
  public record Verdicts(String before, String after) {}

  /**
   * Something that is not the same; null where it is missing.
   *
   * @param moved the rules whose outcome may have moved because of it
   */
  public record Change(String id, Object before, Object after, List<String> moved) {}

  /** A rule that says something else of a part than before; empty where it said nothing. */
  public record MovedReason(
      String rule, String part, Optional<String> before, Optional<String> after) {}

  /** A screening and the project that it was made from. */
  public record Side(Proposal proposal, Screening screening) {}

  /**
   * Compares two screenings.
   *
   * @param rulebook tells what a rule reads; a rule that it does not know moves with everything
   */
  public static Difference between(Side before, Side after, Rulebook rulebook) {
    return new Comparison(before, after, rulebook).told();
  }

  private static final class Comparison {
    private final Side before;
    private final Side after;
    private final Rulebook rulebook;
    private final List<MovedReason> reasons;
    private final SortedSet<String> moved = new TreeSet<>();

    Comparison(Side before, Side after, Rulebook rulebook) {
      this.before = before;
      this.after = after;
      this.rulebook = rulebook;
      this.reasons = reasons();
      reasons.forEach(reason -> moved.add(reason.rule()));
    }

    Difference told() {
      List<Change> rules = rules();
      List<Change> layers = layers();
      List<Change> inputs = new Inputs(before, after, rulebook).changes(this::moved);
      boolean alone = rules.size() + layers.size() + inputs.size() == 1;
      return new Difference(
          new Verdicts(
              before.screening().decision().verdict().name(),
              after.screening().decision().verdict().name()),
          alone ? movingAll(rules) : rules,
          alone ? movingAll(layers) : layers,
          alone ? movingAll(inputs) : inputs,
          reasons);
    }

    /** When nothing else changed, all that moved, moved because of it. */
    private List<Change> movingAll(List<Change> changes) {
      return changes.stream()
          .map(
              change ->
                  new Change(change.id(), change.before(), change.after(), List.copyOf(moved)))
          .toList();
    }

    private List<MovedReason> reasons() {
      Map<String, Screening.Reason> earlier = byRuleAndPart(before);
      Map<String, Screening.Reason> later = byRuleAndPart(after);
      SortedSet<String> all = new TreeSet<>(earlier.keySet());
      all.addAll(later.keySet());
      List<MovedReason> changed = new ArrayList<>();
      for (String key : all) {
        Optional<String> then = Optional.ofNullable(earlier.get(key)).map(Comparison::outcome);
        Optional<String> now = Optional.ofNullable(later.get(key)).map(Comparison::outcome);
        if (!then.equals(now)) {
          String[] ruleAndPart = key.split(" ");
          changed.add(new MovedReason(ruleAndPart[0], ruleAndPart[1], then, now));
        }
      }
      return changed;
    }

    private static Map<String, Screening.Reason> byRuleAndPart(Side side) {
      Map<String, Screening.Reason> reasons = new LinkedHashMap<>();
      for (Screening.Reason reason : side.screening().reasons()) {
        reasons.putIfAbsent(reason.rule() + " " + reason.part(), reason);
      }
      return reasons;
    }

    private static String outcome(Screening.Reason reason) {
      return reason.outcome().name();
    }

    /** Rules whose text or standing is not the same on both days. */
    private List<Change> rules() {
      Map<String, Law> earlier = laws(before);
      Map<String, Law> later = laws(after);
      SortedSet<String> ids = new TreeSet<>(earlier.keySet());
      ids.addAll(later.keySet());
      List<Change> changes = new ArrayList<>();
      for (String id : ids) {
        Law then = earlier.get(id);
        Law now = later.get(id);
        boolean changed = then == null || now == null ? lawDiffers(id) : !then.equals(now);
        if (changed) {
          changes.add(new Change(id, then, now, moved.contains(id) ? List.of(id) : List.of()));
        }
      }
      return changes;
    }

    private static Map<String, Law> laws(Side side) {
      Map<String, Law> laws = new TreeMap<>();
      side.screening().reasons().forEach(reason -> laws.putIfAbsent(reason.rule(), Law.of(reason)));
      return laws;
    }

    /** Whether a rule that speaks in one answer only stood otherwise when the other was given. */
    private boolean lawDiffers(String id) {
      Optional<Rule> rule = rulebook.rule(id);
      boolean sameBook =
          before.screening().decision().rulebook().equals(after.screening().decision().rulebook());
      if (rule.isEmpty() || !sameBook) {
        return !sameBook;
      }
      return Law.standing(rule.get(), before.proposal().asOf())
          != Law.standing(rule.get(), after.proposal().asOf());
    }

    private List<Change> layers() {
      Map<String, String> earlier = before.screening().decision().editions();
      Map<String, String> later = after.screening().decision().editions();
      SortedSet<String> ids = new TreeSet<>(earlier.keySet());
      ids.addAll(later.keySet());
      return ids.stream()
          .filter(id -> !Objects.equals(earlier.get(id), later.get(id)))
          .map(
              id ->
                  new Change(
                      id,
                      ground(before, id, earlier.get(id)),
                      ground(after, id, later.get(id)),
                      moved(rule -> readsLayer(rule, id))))
          .toList();
    }

    /** The edition of a layer with the zones that reasons rest on. */
    private static Map<String, Object> ground(Side side, String layer, String edition) {
      if (edition == null) {
        return null;
      }
      SortedSet<String> zones = new TreeSet<>();
      side.screening().reasons().stream()
          .flatMap(reason -> reason.evidence().stream())
          .filter(evidence -> evidence.layer().equals(layer))
          .forEach(evidence -> evidence.zone().ifPresent(zones::add));
      Map<String, Object> ground = new LinkedHashMap<>();
      ground.put("edition", edition);
      ground.put("zones", zones);
      return ground;
    }

    private static boolean readsLayer(Rule rule, String layer) {
      boolean[] reads = {!rule.memberships().isEmpty() && layer.equals("counties")};
      rule.where()
          .meaning()
          .atoms(atom -> atom.ground().ifPresent(ref -> reads[0] |= ref.layer().equals(layer)));
      return reads[0];
    }

    private List<String> moved(Predicate<Rule> because) {
      return moved.stream()
          .filter(id -> rulebook.rule(id).map(because::test).orElse(true))
          .toList();
    }
  }
}
