package luodi.atlas;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import luodi.fault.Fault;

/**
 * The attributes that the zones of one edition have: names that every store, and every format that
 * a store may be written to, takes as they are. They differ in more than case.
 */
public final class AttributeNames {
  private static final int LONGEST = 100;
  private static final int MOST = 1000; // SQLite takes 2,000 columns

  private final String layerId;
  private final Map<String, String> folded = new HashMap<>();

  public AttributeNames(String layerId) {
    this.layerId = layerId;
  }

  /**
   * Takes a name.
   *
   * @return true when it did not come before
   * @throws luodi.fault.FaultException {@code BAD_DATA} when it is no name, {@code CONFLICT} when
   *     another differs from it in case only, or there are too many
   */
  public boolean add(String attribute) {
    String lower = attribute.toLowerCase(Locale.ROOT);
    String known = folded.get(lower);
    if (attribute.equals(known)) {
      return false;
    }
    if (attribute.isBlank() || attribute.length() > LONGEST || attribute.indexOf('\0') >= 0) {
      throw Fault.BAD_DATA.because(
          "'%s' is no attribute name; use 1 to %d characters.", attribute, LONGEST);
    }
    if (known != null || folded.size() == MOST) {
      throw Fault.CONFLICT.because(
          "Layer '%s' cannot have the attribute '%s': another differs from it in case only, or there are %d already.",
          layerId, attribute, folded.size());
    }
    folded.put(lower, attribute);
    return true;
  }
}
