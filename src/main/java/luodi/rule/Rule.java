package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import luodi.ground.Interval;

/**
 * One dated, cited rule.
 *
 * @param subject the chapter of the rulebook
 * @param authority law, regulation, local-regulation, ministry-rule, normative, standard, guidance,
 *     interpretation
 * @param citations oldest first
 * @param suspensions days on which its procedure was shut
 * @param appliesTo which projects it speaks of
 * @param where which ground it speaks of
 * @param part plot, outfall, or any
 * @param branches what it does; independent, the strictest that holds counts
 * @param canBeMet false when the condition is a procedure that is shut
 * @param family rules of one document line
 * @param exceptionTo the rule of the same document that this one lifts to a condition
 * @param before how it read on earlier days, and on which days its forerunner was not read
 * @param pack the pack that adds it; empty for a rule of the national rulebook
 * @param tightens the rule below the pack that it makes stricter
 */
public record Rule(
    String id,
    String subject,
    String titleZh,
    String titleEn,
    String authority,
    List<Citation> citations,
    Interval inForce,
    List<Suspension> suspensions,
    Written<Given> appliesTo,
    Written<Where> where,
    String part,
    List<Branch> branches,
    Optional<String> condition,
    Optional<String> approver,
    Optional<String> deliverable,
    boolean canBeMet,
    String family,
    Optional<String> exceptionTo,
    String remarks,
    String confidence,
    List<Before> before,
    Optional<String> pack,
    Optional<String> tightens) {

  /** An expression beside the text it was read from. */
  public record Written<T>(String text, T meaning) {}

  /** One effect and when the project meets with it. */
  public record Branch(Written<Given> when, Effect effect, OptionalDouble weight) {}

  /** Days on which the procedure was shut, and by whose notice. */
  public record Suspension(Interval interval, String by) {}

  /**
   * How a rule stood on some days before: in other words, or in words that this rulebook does not
   * carry. Parts that are empty read as today.
   *
   * @param unread true when a forerunner bound on these days and its text is not in the book
   * @param why what the book says of it
   */
  public record Before(
      Interval interval,
      boolean unread,
      Optional<Written<Given>> appliesTo,
      Optional<Written<Where>> where,
      Optional<List<Branch>> branches,
      String why) {}

  public Rule {
    before = List.copyOf(before);
    citations = List.copyOf(citations);
    suspensions = List.copyOf(suspensions);
    branches = List.copyOf(branches);
  }

  /** The same rule with its history. */
  Rule with(List<Before> history) {
    return reading(appliesTo, where, branches, history);
  }

  /**
   * True on days on which the rule binds, or a forerunner did that this rulebook does not carry.
   */
  public boolean standsOn(LocalDate day) {
    return inForce.holds(day) || unreadOn(day);
  }

  /** True on days on which a forerunner bound whose text is not in the book. */
  public boolean unreadOn(LocalDate day) {
    return !before.isEmpty()
        && before.stream().anyMatch(one -> one.unread() && one.interval().holds(day));
  }

  /** The rule as it read on a day. */
  public Rule on(LocalDate day) {
    if (before.isEmpty()) {
      return this;
    }
    return before.stream()
        .filter(one -> one.interval().holds(day))
        .findFirst()
        .map(this::as)
        .orElse(this);
  }

  private Rule as(Before one) {
    return reading(
        one.appliesTo().orElse(appliesTo),
        one.where().orElse(where),
        one.branches().orElse(branches),
        before);
  }

  /** The rule as it reads today, and as it read on any day before. */
  private Stream<Rule> versions() {
    return Stream.concat(Stream.of(this), before.stream().map(this::as));
  }

  private Rule reading(
      Written<Given> applies, Written<Where> ground, List<Branch> does, List<Before> history) {
    return new Rule(
        id,
        subject,
        titleZh,
        titleEn,
        authority,
        citations,
        inForce,
        suspensions,
        applies,
        ground,
        part,
        does,
        condition,
        approver,
        deliverable,
        canBeMet,
        family,
        exceptionTo,
        remarks,
        confidence,
        history,
        pack,
        tightens);
  }

  /** True when the rule's outcome can depend on where the project stands. */
  public boolean readsThePlace() {
    if (!(where.meaning() instanceof Where.Everywhere) || appliesTo.meaning().readsThePlace()) {
      return true;
    }
    for (Branch branch : branches) {
      if (branch.when().meaning().readsThePlace()) {
        return true;
      }
    }
    return false;
  }

  /** True when rows of control units' access lists are matched. */
  boolean readsAccessLists() {
    boolean[] read = {false};
    Consumer<String> look = list -> read[0] |= list.equals(ListRef.ACCESS_LISTS);
    appliesTo.meaning().lists(look);
    branches.forEach(branch -> branch.when().meaning().lists(look));
    return read[0];
  }

  /** True when what it asks of this project can depend on the county that it stands in. */
  boolean asksOfTheCounty(Situation project) {
    return appliesTo.meaning().readsTheCounty(project)
        || branches.stream().anyMatch(branch -> branch.when().meaning().readsTheCounty(project));
  }

  /** The dated sets of divisions that its {@code where} reads. */
  public List<LayerRef> memberships() {
    List<LayerRef> read = new ArrayList<>();
    where
        .meaning()
        .atoms(
            atom -> {
              if (atom instanceof Where.Member member) {
                read.add(member.ref());
              }
            });
    return read;
  }

  /** What it reads of a signature, on whatever day. */
  public Reads reads() {
    return versions().map(Reads::of).reduce(Reads::and).orElseThrow();
  }

  /** True when it can prohibit or restrict on some day. */
  public boolean canDecide() {
    return versions().anyMatch(version -> version.strictest().decides());
  }

  /** True when a branch compares the distance at the site. */
  public boolean readsDistance() {
    return anyBranchSays("distance /");
  }

  /** True when a branch asks whether the plot overlaps the one that was approved. */
  public boolean readsApprovedPlot() {
    return anyBranchSays("approved_plot)");
  }

  private boolean anyBranchSays(String words) {
    for (Branch branch : branches) {
      if (branch.when().text().contains(words)) {
        return true;
      }
    }
    return false;
  }

  /** True when it can prohibit, restrict or require, and not only advise. */
  public boolean binds() {
    for (Branch branch : branches) {
      if (branch.effect().stricterThan(Effect.ENCOURAGE)) {
        return true;
      }
    }
    return false;
  }

  /** True when the rule's own words name the fact. */
  public boolean reads(String fact) {
    return appliesTo.text().contains(fact) || anyBranchSays(fact);
  }

  /** The strictest effect that any of its branches has. */
  public Effect strictest() {
    return branches.stream().map(Branch::effect).max(Comparator.naturalOrder()).orElse(Effect.NONE);
  }

  /** The notice that shuts its procedure on a day. */
  public Optional<Suspension> suspendedOn(LocalDate day) {
    return suspensions.stream().filter(pause -> pause.interval().holds(day)).findFirst();
  }

  /**
   * All articles that carry the rule on a day, the main one first; a stale one when none is known
   * to be in force.
   */
  public List<Citation> citationsOn(LocalDate day) {
    if (unreadOn(day)) {
      return List.of(citations.get(0).as("stale"));
    }
    List<Citation> holding = citations.stream().filter(citation -> citation.holdsOn(day)).toList();
    if (holding.isEmpty()) {
      return List.of(citations.get(citations.size() - 1).as("stale"));
    }
    List<Citation> mainFirst = new ArrayList<>();
    mainFirst.add(main(holding));
    holding.stream().filter(citation -> citation != mainFirst.get(0)).forEach(mainFirst::add);
    String status = suspendedOn(day).isPresent() ? "suspended" : "in_force";
    return mainFirst.stream().map(citation -> citation.as(status)).toList();
  }

  /**
   * The line that was folded into the Code leads; then the first document of the rule's own
   * authority.
   */
  private Citation main(List<Citation> holding) {
    Optional<Citation> folded = citations.stream().filter(Citation::foldedAway).findFirst();
    if (folded.isPresent()) {
      Optional<LocalDate> end = folded.get().interval().to();
      Optional<Citation> line =
          holding.stream()
              .filter(one -> one.foldedAway() || one.interval().from().equals(end))
              .findFirst();
      if (line.isPresent()) {
        return line.get();
      }
    }
    return holding.stream()
        .filter(citation -> citation.isOf(authority))
        .findFirst()
        .orElse(holding.get(0));
  }
}
