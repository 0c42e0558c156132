package luodi.siting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import luodi.rule.Finding;
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

  /** One rule's word, and the facts that it looked at. */
  private record Heard(Rule rule, GroundUnderPart.Found found, Set<String> read) {}

  /** The facts that a rule looks at beside those that settle it; most rules look at no other. */
  private static final class Looking implements Consumer<String> {
    private Set<String> read;
    private boolean copied;

    private Looking(Set<String> settledBy) {
      this.read = settledBy;
    }

    @Override
    public void accept(String fact) {
      if (!read.contains(fact)) {
        read = copied ? read : new HashSet<>(read);
        copied = true;
        read.add(fact);
      }
    }
  }

  /** Hears every rule, in the order of the rulebook. */
  static Hearing of(GroundUnderPart under, Judge judge) {
    Judge own = judge.about(under.kind().word());
    List<Heard> heard = new ArrayList<>();
    for (Rule rule : own.rules()) {
      if (under.isMeantBy(rule)) {
        Looking looking = new Looking(own.settledBy(rule));
        GroundUnderPart.Found found = under.found(rule, own, looking);
        heard.add(new Heard(rule, found, looking.read));
      }
    }
    return new Hearing(under, own, heard);
  }

  /** What they said. */
  List<Judgement.Entry> entries() {
    return heard.stream().map(one -> entry(one.rule(), one.found().worst())).toList();
  }

  /** What they said of one face alone. */
  List<Judgement.Entry> entries(int face) {
    return heard.stream().map(one -> entry(one.rule(), one.found().of(face))).toList();
  }

  private Judgement.Entry entry(Rule rule, Finding finding) {
    return new Judgement.Entry(rule, under.kind().word(), finding);
  }

  /** What they say of the same ground for the same project on the same day, told more of it. */
  List<Judgement.Entry> again(Judge more) {
    Judge own = more.about(under.kind().word());
    Set<String> differing = own.differingFrom(judge);
    List<Judgement.Entry> entries = new ArrayList<>(heard.size());
    for (Heard before : heard) {
      Rule rule = before.rule();
      boolean same = Collections.disjoint(before.read(), differing);
      GroundUnderPart.Found found = same ? before.found() : under.found(rule, own, fact -> {});
      entries.add(entry(rule, found.worst()));
    }
    return entries;
  }
}
