package luodi.rule;

/**
 * Rules that somebody below the nation added: they tighten the rulebook, and never loosen it.
 *
 * @param level {@code provincial}, {@code municipal}, {@code county} or {@code park}; {@code none}
 *     for bare rules
 * @param sha256 of the file
 * @param rules how many it adds
 */
public record Pack(
    String id,
    String edition,
    String titleZh,
    String titleEn,
    String level,
    String sha256,
    int rules) {
  /** As answers name it. */
  public String name() {
    return id + "-" + edition + "@" + sha256;
  }
}
