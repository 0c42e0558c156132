package luodi.siting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Rule;

/**
 * What all rules said of one part, and the facts that each looked at to say so. Of a project that
 * tells more only those rules are heard again that looked at what it tells.
 *
 * @param judge of such a part
 */
record Hearing(GroundUnderPart under, Judge judge, List<Heard> heard) {

  /** One rule's word. */
  private record Heard(Judgement.Entry entry, Set<String> read) {}

  /** Hears every rule, in the order of the rulebook. */
  static Hearing of(GroundUnderPart under, Judge judge) {
    Judge own = judge.about(under.kind().word());
    List<Heard> heard = new ArrayList<>();
    for (Rule rule : own.rules()) {
      if (under.isMeantBy(rule)) {
        Set<String> read = new HashSet<>(own.settledBy(rule));
        heard.add(new Heard(entry(rule, under, own, read::add), read));
      }
    }
    return new Hearing(under, own, heard);
  }

  private static Judgement.Entry entry(
      Rule rule, GroundUnderPart under, Judge own, Consumer<String> read) {
    return new Judgement.Entry(rule, under.kind().word(), under.worst(rule, own, read));
  }

  /** What they said. */
  List<Judgement.Entry> entries() {
    return heard.stream().map(Heard::entry).toList();
  }

  /** What they say of the same ground for the same project on the same day, told more of it. */
  List<Judgement.Entry> again(Judge more) {
    Judge own = more.about(under.kind().word());
    Set<String> differing = own.differingFrom(judge);
    List<Judgement.Entry> entries = new ArrayList<>();
    for (Heard before : heard) {
      Rule rule = before.entry().rule();
      boolean same = !rule.readsApprovedPlot() && Collections.disjoint(before.read(), differing);
      entries.add(same ? before.entry() : entry(rule, under, own, fact -> {}));
    }
    return entries;
  }
}
