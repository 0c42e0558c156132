package luodi.industry;

import java.util.Optional;

/**
 * A range of GB/T 4754 prefixes.
 *
 * @param first the first prefix
 * @param last the last prefix, of the same length; equal to the first for a single one
 * @param except true when the range is taken out of the set
 */
public record CodeRow(String first, String last, boolean except, Optional<Qualifier> qualifier) {
  /** True when everything under the code lies in the range. */
  boolean holds(String code) {
    if (code.length() < first.length()) {
      return false;
    }
    String prefix = code.substring(0, first.length());
    return prefix.compareTo(first) >= 0 && prefix.compareTo(last) <= 0;
  }

  /** True when only something under the code can lie in the range. */
  boolean mayHold(String code) {
    return code.length() < first.length()
        && first.substring(0, code.length()).compareTo(code) <= 0
        && last.substring(0, code.length()).compareTo(code) >= 0;
  }
}
