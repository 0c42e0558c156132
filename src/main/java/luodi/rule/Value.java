package luodi.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The value of one fact of a project. */
public sealed interface Value {
  /** As answers write it: text, number, Boolean, or a list of texts. */
  Object plain();

  /** A choice or free text. */
  record Text(String plain) implements Value {}

  /** A number in the fact's own unit. */
  record Amount(Double plain) implements Value {}

  record Flag(Boolean plain) implements Value {}

  record Day(LocalDate day) implements Value {
    @Override
    public Object plain() {
      return day.toString();
    }
  }

  /** A set of words, such as pollutants. */
  record Words(Set<String> plain) implements Value {
    public Words {
      plain = Collections.unmodifiableSortedSet(new TreeSet<>(plain));
    }
  }

  /** Given, but read by no rule as a value: a shape or a table. */
  record Other(Object plain) implements Value {}
}
