package luodi.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import luodi.industry.CodeSet;

/**
 * What a rule asks of the project: {@code applies_to} and {@code branches.when} of the rulebook.
 */
public sealed interface Given {
  Truth in(Situation situation);

  /** True when the answer can depend on where the project stands. */
  default boolean readsThePlace() {
    return false;
  }

  /** True when for this project the answer can depend on the county that it stands in. */
  default boolean readsTheCounty(Situation project) {
    return false;
  }

  /** Hands over the name of every list that it reads. */
  default void lists(Consumer<String> each) {}

  /** {@code true}. */
  record Always() implements Given {
    @Override
    public Truth in(Situation situation) {
      return Truth.YES;
    }
  }

  /** {@code discharges}: a fact that is a claim. */
  record Claim(String fact) implements Given {
    @Override
    public Truth in(Situation situation) {
      return situation
          .fact(fact)
          .map(value -> Truth.of(value instanceof Value.Flag flag && flag.plain()))
          .orElseGet(() -> situation.presumed(fact));
    }
  }

  /** {@code activity in (new, expansion)}. */
  record Among(String fact, Set<String> words) implements Given {
    @Override
    public Truth in(Situation situation) {
      return situation
          .fact(fact)
          .map(value -> Truth.of(words.contains(String.valueOf(value.plain()))))
          .orElseGet(() -> situation.mayBe(fact, words) ? Truth.needs(fact) : Truth.NO);
    }
  }

  /** {@code origin is given}. */
  record Told(String fact) implements Given {
    @Override
    public Truth in(Situation situation) {
      return fact.equals("origin")
          ? Truth.of(situation.origin().isPresent())
          : Truth.of(situation.fact(fact).isPresent());
    }
  }

  /** {@code energy_tce_a >= 1000}. */
  record Compared(Measure left, String operator, Measure right) implements Given {
    @Override
    public Truth in(Situation situation) {
      return left.in(situation).compare(operator, right.in(situation));
    }

    @Override
    public boolean readsThePlace() {
      return left.readsThePlace() || right.readsThePlace();
    }
  }

  /** {@code emits any (COD, NOx)}. */
  record EmitsAny(Set<String> pollutants) implements Given {
    @Override
    public Truth in(Situation situation) {
      return situation
          .fact("emits")
          .map(value -> Truth.of(pollutants.stream().anyMatch(words(value)::contains)))
          .orElseGet(() -> Truth.needs("emits"));
    }

    private static Set<String> words(Value value) {
      return value instanceof Value.Words set ? set.plain() : Set.of();
    }
  }

  /**
   * {@code emits any (listed(eia-suspension.pollutants))}: the pollutants that a list names here.
   */
  record EmitsListed(String list) implements Given {
    @Override
    public Truth in(Situation situation) {
      Set<String> pollutants = situation.lists().words(list, situation);
      Truth listed = pollutants.isEmpty() ? Truth.NO : new EmitsAny(pollutants).in(situation);
      return listed.no() && situation.supposesHitIn(list) ? Truth.YES : listed;
    }

    @Override
    public void lists(Consumer<String> each) {
      each.accept(list);
    }

    @Override
    public boolean readsThePlace() {
      return true;
    }

    @Override
    public boolean readsTheCounty(Situation project) {
      return project.lists().has(list);
    }
  }

  /** {@code code(26, 321-323)}. */
  record Code(CodeSet codes) implements Given {
    @Override
    public Truth in(Situation situation) {
      return situation.matches(codes);
    }
  }

  /** {@code tag(chemical)}. */
  record Tagged(String tag, CodeSet codes) implements Given {
    @Override
    public Truth in(Situation situation) {
      return situation.matches(codes);
    }
  }

  /** {@code listed(catalogue, class=eliminated)}: some row of a dated list matches. */
  record Listed(ListRef list) implements Given {
    @Override
    public Truth in(Situation situation) {
      Truth listed = situation.rowsOf(list).any(row -> true);
      return listed.no() && situation.supposesHitIn(list.list()) ? Truth.YES : listed;
    }

    @Override
    public void lists(Consumer<String> each) {
      each.accept(list.list());
    }

    @Override
    public boolean readsThePlace() {
      return list.readsThePlace();
    }

    @Override
    public boolean readsTheCounty(Situation project) {
      return list.readsTheCounty() && project.lists().has(list.list())
          || project.lists().readsTheCounty(list.list());
    }
  }

  /** {@code item.effect = prohibit}: a row that matched says so. */
  record Item(ListRef list, String field, Set<String> words) implements Given {
    @Override
    public Truth in(Situation situation) {
      return situation.rowsOf(list).any(row -> words.contains(row.field(field)));
    }

    @Override
    public boolean readsThePlace() {
      return list.readsThePlace();
    }

    @Override
    public boolean readsTheCounty(Situation project) {
      return list.readsTheCounty() && project.lists().has(list.list());
    }
  }

  /** {@code moved_from(basin[basin=yangtze; part=upper|middle])}. */
  record MovedFrom(LayerRef region) implements Given {
    @Override
    public Truth in(Situation situation) {
      return situation
          .origin()
          .map(origin -> situation.regions().member(region, origin, situation.day()))
          .orElse(Truth.NO);
    }
  }

  /**
   * {@code moved_from(same basin; part=upper|middle)}: from such a part of a basin that the site
   * lies in.
   */
  record MovedWithinBasin(Set<String> parts) implements Given {
    @Override
    public Truth in(Situation situation) {
      if (situation.origin().isEmpty()) {
        return Truth.NO;
      }
      return situation
          .here()
          .map(here -> situation.regions().sameBasin(here, situation.origin().get(), parts))
          .orElseGet(() -> Truth.lacks("region"));
    }

    @Override
    public boolean readsThePlace() {
      return true;
    }

    @Override
    public boolean readsTheCounty(Situation project) {
      return project.origin().isPresent();
    }
  }

  /** {@code paired(origin, here)}: an official pairing joins the two regions on that day. */
  record Paired() implements Given {
    @Override
    public Truth in(Situation situation) {
      if (situation.origin().isEmpty()) {
        return Truth.NO;
      }
      return situation
          .here()
          .map(here -> situation.regions().paired(situation.origin().get(), here, situation.day()))
          .orElseGet(() -> Truth.lacks("region"));
    }

    @Override
    public boolean readsThePlace() {
      return true;
    }

    @Override
    public boolean readsTheCounty(Situation project) {
      return project.origin().isPresent();
    }
  }

  /** {@code overlaps(plot, approved_plot)}: measured at the site. */
  record OverlapsApprovedPlot() implements Given {
    @Override
    public Truth in(Situation situation) {
      return situation.overlapsApprovedPlot();
    }

    @Override
    public boolean readsThePlace() {
      return true;
    }
  }

  /** All of them. */
  record All(List<Given> parts) implements Given {
    @Override
    public Truth in(Situation situation) {
      Truth all = Truth.YES;
      for (int i = 0; i < parts.size() && !all.no(); i++) {
        all = all.and(parts.get(i).in(situation));
      }
      return all;
    }

    @Override
    public boolean readsThePlace() {
      return parts.stream().anyMatch(Given::readsThePlace);
    }

    @Override
    public boolean readsTheCounty(Situation project) {
      return parts.stream().anyMatch(part -> part.readsTheCounty(project));
    }

    @Override
    public void lists(Consumer<String> each) {
      parts.forEach(part -> part.lists(each));
    }
  }

  /** Any of them. */
  record Any(List<Given> parts) implements Given {
    @Override
    public Truth in(Situation situation) {
      Truth any = Truth.NO;
      for (int i = 0; i < parts.size() && !any.yes(); i++) {
        any = any.or(parts.get(i).in(situation));
      }
      return any;
    }

    @Override
    public boolean readsThePlace() {
      return parts.stream().anyMatch(Given::readsThePlace);
    }

    @Override
    public boolean readsTheCounty(Situation project) {
      return parts.stream().anyMatch(part -> part.readsTheCounty(project));
    }

    @Override
    public void lists(Consumer<String> each) {
      parts.forEach(part -> part.lists(each));
    }
  }

  /** Not so. */
  record Not(Given other) implements Given {
    @Override
    public Truth in(Situation situation) {
      return other.in(situation).negated();
    }

    @Override
    public boolean readsThePlace() {
      return other.readsThePlace();
    }

    @Override
    public boolean readsTheCounty(Situation project) {
      return other.readsTheCounty(project);
    }

    @Override
    public void lists(Consumer<String> each) {
      other.lists(each);
    }
  }
}
