package luodi.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import luodi.archive.Archive;
import luodi.atlas.Atlas;
import luodi.industry.Industries;
import luodi.ogc.LayerCollections;
import luodi.rule.Profile;
import luodi.rule.Rulebook;
import luodi.score.Indicators;
import luodi.siting.Fits;
import luodi.siting.Landscape;
import luodi.siting.Places;
import luodi.siting.RegionalPolicy;
import luodi.siting.Screener;
import luodi.tile.LayerTiles;

/**
 * What the routes of one atlas edition answer with. A request keeps the desk that it began with.
 *
 * @param archive keeps the screenings that somebody asked to keep
 * @param clock tells today's day of the law, in Asia/Shanghai
 */
public record Desk(
    Atlas atlas,
    Rulebook rulebook,
    Industries industries,
    Profile profile,
    Screener screener,
    Places places,
    RegionalPolicy policy,
    Fits fits,
    LayerTiles tiles,
    LayerCollections collections,
    Late<Landscape> landscape,
    Archive archive,
    Clock clock) {
  private static final ZoneId LAW_TIME = ZoneId.of("Asia/Shanghai");

  /** The desk of an atlas where nobody brought indicators. */
  public static Desk of(
      Atlas atlas,
      Rulebook rulebook,
      Industries industries,
      Profile profile,
      Archive archive,
      Clock clock) {
    return of(atlas, rulebook, industries, profile, archive, Indicators.NONE, clock);
  }

  /**
   * The desk of an atlas.
   *
   * @param indicators what users brought of places
   */
  public static Desk of(
      Atlas atlas,
      Rulebook rulebook,
      Industries industries,
      Profile profile,
      Archive archive,
      Indicators indicators,
      Clock clock) {
    Screener screener = new Screener(atlas, rulebook, industries, profile, indicators);
    return new Desk(
        atlas,
        rulebook,
        industries,
        profile,
        screener,
        new Places(screener),
        new RegionalPolicy(screener),
        new Fits(screener, industries),
        new LayerTiles(atlas),
        LayerCollections.of(atlas),
        new Late<>(),
        archive,
        clock);
  }

  /** Today, as the law counts days. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(LAW_TIME));
  }
}
