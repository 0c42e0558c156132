package luodi.industry;

import java.util.List;

/**
 * One entry of GB/T 4754-2017.
 *
 * @param code digits without the section's letter; a section's own letter
 * @param level 1 section, 2 division, 3 group, 4 class
 * @param en empty when no English name is known
 * @param parent the code above, empty for a section
 * @param synonyms what people call its products
 */
public record Industry(
    String code, int level, String zh, String en, String parent, List<Synonym> synonyms) {
  public Industry {
    synonyms = List.copyOf(synonyms);
  }
}
