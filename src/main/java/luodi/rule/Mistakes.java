package luodi.rule;

import java.util.ArrayList;
import java.util.List;

/** The mistakes of one reading, in the order in which they were found. */
final class Mistakes {
  private final List<Mistake> all = new ArrayList<>();

  void add(LinedJson file, String pointer, String what) {
    all.add(new Mistake(file.name(), file.line(pointer), pointer, file.subject(pointer), what));
  }

  void add(Mistake mistake) {
    all.add(mistake);
  }

  List<Mistake> all() {
    return List.copyOf(all);
  }

  /** True when something is wrong with a value or within it. */
  boolean any(LinedJson file, String pointer) {
    return all.stream()
        .anyMatch(
            mistake ->
                mistake.file().equals(file.name())
                    && (mistake.pointer() + "/").startsWith(pointer + "/"));
  }

  /** One a line. */
  static String told(List<Mistake> mistakes) {
    return String.join("\n", mistakes.stream().map(Mistake::toString).toList());
  }
}
