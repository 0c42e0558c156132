package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Supplier;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.GeoJson;
import luodi.siting.ProposalReader;

/** Which industries fit a spot, a plot or a park. */
final class FitDoors implements RouteGroup {
  private static final String PARKS = "industrial-park";

  private final Supplier<Desk> desk;

  FitDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/fits", this::fitsOfQuery);
    config.routes.post("/fits", this::fitsOfBody);
  }

  private void fitsOfQuery(Context context) {
    Desk now = desk.get();
    Query query = Query.ofFacts(context, Set.of("lon", "lat", "crs", "park", "as_of", "from"));
    ObjectNode place = query.project();
    String park = query.text("park");
    if (place.has("site") == (park != null)) {
      throw Fault.BAD_SITE
          .because(
              "%s; give lon and lat in degrees, such as lon=106.38&lat=38.27, or a park's id, such as park=IP-64101001.",
              park == null ? "No place came" : "Both a position and a park came")
          .inParameter("park");
    }
    if (park != null) {
      place.set("site", GeoJson.write(zone(park, now).shape()));
    }
    fits(context, place, now);
  }

  private static Zone zone(String park, Desk now) {
    return now.atlas()
        .zone(PARKS, park)
        .orElseThrow(
            () ->
                Fault.NOT_FOUND.because(
                    "There is no park '%s'; GET /collections/%s/items lists them.", park, PARKS));
  }

  private void fitsOfBody(Context context) {
    Query.of(context, Set.of());
    JsonNode place = Body.json(context);
    for (String member : new String[] {"industry", "product", "store"}) {
      if (place.has(member)) {
        throw Fault.UNKNOWN_PARAMETER
            .because("'%s' has no place here: all industries are judged. Leave it out.", member)
            .at("/" + member);
      }
    }
    fits(context, place, desk.get());
  }

  private static void fits(Context context, JsonNode place, Desk now) {
    Respond.json(context, now.fits().of(ProposalReader.readForAnyIndustry(place, now.today())));
  }
}
