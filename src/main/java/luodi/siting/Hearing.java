package luodi.siting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Rule;

/**
 * What all rules said of one part, and the facts that each looked at to say so. Of a project that
 * tells more only those rules are heard again that looked at what it tells.
 *
 * @param judge of such a part
 */
record Hearing(GroundUnderPart under, Judge judge, Map<String, Heard> byRule) {

  /** One rule's word. */
  private record Heard(Judgement.Entry entry, Set<String> read) {}

  /** Hears every rule. */
  static Hearing of(GroundUnderPart under, Judge judge) {
    Judge own = judge.about(under.kind().word());
    Map<String, Heard> byRule = new TreeMap<>();
    for (Rule rule : own.rules()) {
      if (under.isMeantBy(rule)) {
        Set<String> read = new HashSet<>();
        byRule.put(rule.id(), new Heard(entry(rule, under, own, read), read));
      }
    }
    return new Hearing(under, own, byRule);
  }

  private static Judgement.Entry entry(
      Rule rule, GroundUnderPart under, Judge own, Set<String> read) {
    return new Judgement.Entry(rule, under.kind().word(), under.find(rule, own, read));
  }

  /** In the order of the rulebook. */
  List<Judgement.Entry> entries() {
    return judge.rules().stream()
        .filter(under::isMeantBy)
        .map(rule -> byRule.get(rule.id()).entry())
        .toList();
  }

  /** What they say of the same ground for the same project on the same day, told more of it. */
  List<Judgement.Entry> again(Judge more) {
    Judge own = more.about(under.kind().word());
    Set<String> differing = own.differingFrom(judge);
    List<Judgement.Entry> entries = new ArrayList<>();
    for (Rule rule : judge.rules()) {
      if (under.isMeantBy(rule)) {
        Heard before = byRule.get(rule.id());
        boolean same = !rule.readsApprovedPlot() && Collections.disjoint(before.read(), differing);
        entries.add(same ? before.entry() : entry(rule, under, own, new HashSet<>()));
      }
    }
    return entries;
  }
}
