package luodi.atlas;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A county polygon with the codes of all divisions that hold it: its own, those of 2024, its
 * prefecture and its province. What dated lists of divisions say is read by these codes.
 */
public record County(Zone zone, Set<String> codes) {
  /** The layer that counties lie in. */
  public static final String LAYER = "counties";

  private static final List<String> CODES =
      List.of("adcode", "adcodes_2024", "prefecture", "province");

  public County {
    codes = Set.copyOf(codes);
  }

  /** The county of a zone of layer {@code counties}. */
  public static County of(Zone zone) {
    Set<String> codes = new TreeSet<>(Set.of(zone.id()));
    for (String attribute : CODES) {
      for (String code : zone.attributes().getOrDefault(attribute, "").split(";")) {
        if (!code.isBlank()) {
          codes.add(code);
        }
      }
    }
    return new County(zone, codes);
  }

  /** The county's own code of six digits. */
  public String adcode() {
    return zone.attributes().getOrDefault("adcode", zone.id());
  }
}
