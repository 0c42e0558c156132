package luodi.siting;

import java.util.List;
import java.util.Optional;
import luodi.rule.Outcome;

/**
 * Special areas on a day, and which rules support an industry there. Areas are those of whole
 * county polygons.
 *
 * @param union ground that lies in any of them, counted once
 * @param memberships ground by the exact set of types that it belongs to; adds up to the union
 * @param counties every county in one or more
 * @param everywhere rules that support the industry wherever it stands
 */
public record SpecialAreas(
    String industry,
    String investor,
    String asOf,
    List<Type> types,
    Ground union,
    List<Membership> memberships,
    List<Member> counties,
    List<Support> everywhere,
    List<String> warnings) {

  /** Counties and their ground, km². */
  public record Ground(int counties, double km2) {}

  /**
   * One type of special area.
   *
   * @param known false when no table of it is loaded; nothing is counted then
   * @param complete false when a place that is not listed may belong all the same
   * @param listed divisions on the list on that day
   * @param withoutPolygon those of them for which there is no geometry here
   * @param parts the named areas that it consists of, where it has such
   */
  public record Type(
      String type,
      String titleZh,
      String titleEn,
      boolean known,
      boolean complete,
      int listed,
      List<String> withoutPolygon,
      Optional<Ground> ground,
      List<Part> parts,
      List<String> sources,
      List<String> confidence,
      List<Support> support) {}

  /** A named area, such as one city cluster. */
  public record Part(String name, int listed, Ground ground) {}

  /** Ground in exactly these types. */
  public record Membership(List<String> types, Ground ground) {}

  /** One county and the types that it belongs to. */
  public record Member(String adcode, String name, List<String> types, double km2) {}

  /**
   * A rule in force that favours industries there.
   *
   * @param outcome for this industry: ENCOURAGED, NEED_INFO, OUTSIDE_PROFILE when it hangs on a
   *     list that is not loaded, or NOT_APPLICABLE
   */
  public record Support(
      String rule,
      Outcome outcome,
      String titleZh,
      String titleEn,
      List<Screening.Cited> citations,
      Optional<String> benefit,
      Optional<String> deliverable,
      String[] inForce,
      List<String> missingFacts,
      List<String> listsNotLoaded) {}
}
