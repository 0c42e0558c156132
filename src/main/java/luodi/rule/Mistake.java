package luodi.rule;

/**
 * One thing that is wrong with a file of the rulebook or with a pack.
 *
 * @param file as the caller named it
 * @param line from 1
 * @param pointer where it stands, as a JSON pointer into the file
 * @param subject the id of the rule; empty when it stands in none
 * @param what what came, what was wanted
 */
public record Mistake(String file, int line, String pointer, String subject, String what) {
  /** {@code file:line: rule: what}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + (subject.isEmpty() ? "" : subject + ": ") + what;
  }
}
