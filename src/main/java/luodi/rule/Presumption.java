package luodi.rule;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import luodi.ground.Signature;

/**
 * What is presumed of a project when nobody told: the strict usual case, always shown as presumed.
 */
final class Presumption {
  private Presumption() {}

  /**
   * The project with a presumed value for every fact that was left out and that the table presumes.
   */
  static Project applied(Project project, Rulebook rulebook) {
    SortedMap<String, Project.Fact> facts = new TreeMap<>(project.facts());
    for (FactTable.Entry entry : rulebook.facts().all()) {
      if (!facts.containsKey(entry.key()) && !entry.presumed().isEmpty()) {
        value(entry, project, facts, rulebook)
            .ifPresent(value -> facts.put(entry.key(), new Project.Fact(value, true)));
      }
    }
    return new Project(project.industry(), facts, project.origin(), project.day());
  }

  /** The project as it is presumed to be at one kind of part; the same one when nothing differs. */
  static Project about(String part, Project project, Rulebook rulebook) {
    Project.Fact no = new Project.Fact(new Value.Flag(false), true);
    SortedMap<String, Project.Fact> changed = new TreeMap<>();
    for (FactTable.Entry entry : rulebook.facts().presumedFalseFor(part)) {
      Project.Fact told = project.facts().get(entry.key());
      if (told == null || told.presumed() && !told.equals(no)) {
        changed.put(entry.key(), no);
      }
    }
    if (changed.isEmpty()) {
      return project;
    }
    SortedMap<String, Project.Fact> facts = new TreeMap<>(project.facts());
    facts.putAll(changed);
    return new Project(project.industry(), facts, project.origin(), project.day());
  }

  /**
   * @param facts what is known of the project so far
   */
  private static Optional<Value> value(
      FactTable.Entry entry,
      Project project,
      SortedMap<String, Project.Fact> facts,
      Rulebook rulebook) {
    if (!entry.presumedByExpression()) {
      return Optional.of(literal(entry));
    }
    Project known = new Project(project.industry(), facts, project.origin(), project.day());
    Situation nowhere =
        new Situation(known, rulebook, Signature.NOTHING, Optional.empty(), SiteMeasures.NONE);
    Truth truth = rulebook.presumption(entry).in(nowhere);
    boolean silent = truth.unknown() || truth.no() && entry.presumedOnlyTrue();
    return silent ? Optional.empty() : Optional.of(new Value.Flag(truth.yes()));
  }

  private static Value literal(FactTable.Entry entry) {
    return entry.type() == FactTable.Type.BOOLEAN
        ? new Value.Flag(Boolean.parseBoolean(entry.presumed()))
        : new Value.Text(entry.presumed());
  }
}
