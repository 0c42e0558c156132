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

  /** The desk from which a screener's answers come. */
  public static Desk of(Screener screener, Archive archive, Clock clock) {
    Atlas atlas = screener.atlas();
    return new Desk(
        atlas,
        screener.rulebook(),
        screener.industries(),
        screener.profile(),
        screener,
        new Places(screener),
        new RegionalPolicy(screener),
        new Fits(screener, screener.industries()),
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
