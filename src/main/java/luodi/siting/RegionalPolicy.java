package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;
import luodi.industry.CodeRow;
import luodi.industry.CodeSet;
import luodi.rule.Rulebook;
import luodi.rule.Terms;
import luodi.rule.Transfers;

/**
 * What policy says of regions, whatever the site: who suits whom, which special areas there are.
 * Safe for many threads.
 */
public final class RegionalPolicy {
  private final Screener screener;
  private final Terms terms = Terms.load();
  private volatile Optional<CountyAreas> areas = Optional.empty(); // measured when first asked for

  public RegionalPolicy(Screener screener) {
    this.screener = screener;
  }

  /**
   * The special areas on the day of a project, and the rules that support it there.
   *
   * @param proposal a project; its site is not read
   */
  public SpecialAreas specialAreas(Proposal proposal) {
    Screener.Standing standing = screener.standing(proposal);
    return new SpecialAreaSurvey(screener, areas(), terms, standing.judge()).told();
  }

  private CountyAreas areas() {
    if (areas.isEmpty()) {
      areas = Optional.of(new CountyAreas(screener.atlas()));
    }
    return areas.orElseThrow();
  }

  /**
   * What the origin lets go beside what the destination takes in.
   *
   * @throws luodi.fault.FaultException {@code BAD_FACT} when there is no such division
   */
  public Complementarity complementarity(String from, String to, LocalDate day) {
    Set<String> origin = screener.divisions().withCodes(from, "/from").codes();
    Set<String> destination = screener.divisions().withCodes(to, "/to").codes();
    Rulebook rulebook = screener.rulebook();
    List<Transfers.Catalogued> exits = rows(origin, Set.of("exit"), day);
    List<Transfers.Catalogued> entries = rows(destination, Set.of("priority", "no-more"), day);
    List<Complementarity.Cell> cells = new ArrayList<>();
    for (Transfers.Catalogued exit : exits) {
      Optional<Complementarity.Link> link = link(exit, to, day);
      for (Transfers.Catalogued entry : entries) {
        cells.add(
            new Complementarity.Cell(
                Moves.Listed.of(exit, day),
                Optional.of(Moves.Listed.of(entry, day)),
                relation(exit.codes(), entry.codes()),
                link));
      }
      if (entries.isEmpty()) {
        cells.add(
            new Complementarity.Cell(
                Moves.Listed.of(exit, day), Optional.empty(), Complementarity.Relation.NONE, link));
      }
    }
    return new Complementarity(
        end(from),
        end(to),
        day.toString(),
        exits.stream().map(row -> Moves.Listed.of(row, day)).toList(),
        entries.stream().map(row -> Moves.Listed.of(row, day)).toList(),
        cells,
        rulebook.regions().pairingsBetween(origin, destination, day).stream()
            .map(Moves.Pairing::of)
            .toList(),
        false,
        List.of(
            "the transfer catalogue is here in part: only the rows that the rulebook quotes; the codes beside them are ours"));
  }

  /** Rows of the catalogue in these divisions, of these kinds. */
  private List<Transfers.Catalogued> rows(Set<String> codes, Set<String> kinds, LocalDate day) {
    return screener.rulebook().transfers().catalogue().stream()
        .filter(row -> codes.contains(row.adcode()) && kinds.contains(row.kind()))
        .filter(row -> row.rule().standsOn(day))
        .toList();
  }

  private Moves.End end(String adcode) {
    return new Moves.End(
        Optional.of(adcode),
        screener.divisions().named(adcode).map(Divisions.Division::fullName),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Complementarity.Relation relation(CodeSet exit, CodeSet entry) {
    boolean same =
        entry.rows().stream().anyMatch(row -> exit.mayHold(row.first()))
            || exit.rows().stream().anyMatch(row -> entry.mayHold(row.first()));
    if (same) {
      return Complementarity.Relation.SAME_INDUSTRY;
    }
    Set<String> shared = divisions(exit);
    shared.retainAll(divisions(entry));
    return shared.isEmpty()
        ? Complementarity.Relation.NONE
        : Complementarity.Relation.SAME_DIVISION;
  }

  private static Set<String> divisions(CodeSet codes) {
    Set<String> divisions = new TreeSet<>();
    codes.rows().stream().map(CodeRow::first).forEach(code -> divisions.add(code.substring(0, 2)));
    return divisions;
  }

  /** The destination's parks that lead in the exit's divisions, by the rule that speaks of them. */
  private Optional<Complementarity.Link> link(Transfers.Catalogued exit, String to, LocalDate day) {
    Atlas atlas = screener.atlas();
    boolean synthetic =
        atlas.layer(ParksByDivision.PARKS).map(layer -> layer.synthetic()).orElse(false);
    List<Zone> there = screener.parks().in(to);
    List<Moves.LeadingPark> leading =
        ParksByDivision.leadingIn(divisions(exit.codes()), there, day, synthetic);
    return screener.rulebook().transfers().modes().stream()
        .filter(mode -> mode.needs().isPresent() && mode.rule().standsOn(day))
        .filter(mode -> !leading.isEmpty())
        .findFirst()
        .map(
            mode ->
                new Complementarity.Link(
                    mode.rule().id(), mode.quote(), Moves.Source.of(mode.rule(), day), leading));
  }
}
