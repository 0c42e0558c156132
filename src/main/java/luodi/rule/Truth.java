package luodi.rule;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Yes, no, or unknown with what is missing: facts of the project, data about the ground.
 *
 * @param facts keys of the project facts that would settle it
 * @param data layers, attributes or lists that would settle it
 */
public record Truth(Value value, SortedSet<String> facts, SortedSet<String> data) {
  /** The three values of Kleene's logic. */
  public enum Value {
    YES,
    NO,
    UNKNOWN
  }

  public static final Truth YES = new Truth(Value.YES, none(), none());
  public static final Truth NO = new Truth(Value.NO, none(), none());

  public Truth {
    facts = Collections.unmodifiableSortedSet(facts);
    data = Collections.unmodifiableSortedSet(data);
  }

  public static Truth of(boolean yes) {
    return yes ? YES : NO;
  }

  /** Unknown until the project tells this fact. */
  public static Truth needs(String fact) {
    return new Truth(Value.UNKNOWN, one(fact), none());
  }

  /** Unknown until this layer, attribute or list is known. */
  public static Truth lacks(String data) {
    return new Truth(Value.UNKNOWN, none(), one(data));
  }

  public boolean yes() {
    return value == Value.YES;
  }

  public boolean no() {
    return value == Value.NO;
  }

  public boolean unknown() {
    return value == Value.UNKNOWN;
  }

  public Truth and(Truth other) {
    if (no() || other.no()) {
      return NO;
    }
    return yes() ? other : other.yes() ? this : both(other);
  }

  public Truth or(Truth other) {
    if (yes() || other.yes()) {
      return YES;
    }
    return no() ? other : other.no() ? this : both(other);
  }

  public Truth negated() {
    return yes() ? NO : no() ? YES : this;
  }

  private Truth both(Truth other) {
    SortedSet<String> allFacts = new TreeSet<>(facts);
    allFacts.addAll(other.facts);
    SortedSet<String> allData = new TreeSet<>(data);
    allData.addAll(other.data);
    return new Truth(Value.UNKNOWN, allFacts, allData);
  }

  private static SortedSet<String> none() {
    return Collections.emptySortedSet();
  }

  private static SortedSet<String> one(String what) {
    SortedSet<String> set = new TreeSet<>();
    set.add(what);
    return set;
  }
}
