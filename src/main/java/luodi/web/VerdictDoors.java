package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;
import luodi.siting.Verdicts;

/** What a project may do everywhere. */
final class VerdictDoors implements RouteGroup {
  private static final Map<String, Verdicts.By> BY =
      Map.of(
          "province", Verdicts.By.PROVINCE,
          "prefecture", Verdicts.By.PREFECTURE,
          "county", Verdicts.By.COUNTY);

  private final Supplier<Desk> desk;

  VerdictDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/verdicts", this::verdicts);
  }

  private void verdicts(Context context) {
    Desk now = desk.get();
    Query query =
        Query.ofFacts(
            context, Set.of("industry", "product", "as_of", "from", "by", "within", "facts", "f"));
    Proposal anywhere = ProposalReader.readWithoutSite(query.project(), now.today());
    Verdicts verdicts =
        now.landscape()
            .get()
            .verdicts(
                anywhere,
                query.choice("by", BY, Verdicts.By.PROVINCE),
                Optional.ofNullable(query.text("within")),
                query.choice("facts", Map.of("strict", true), false));
    if (query.choice("f", Map.of("csv", true, "json", false), false)) {
      Respond.bytes(
          context, "text/csv; charset=utf-8", csv(verdicts).getBytes(StandardCharsets.UTF_8));
    } else {
      Respond.json(context, verdicts);
    }
  }

  private static String csv(Verdicts verdicts) {
    String head =
        "adcode,name,prohibited_km2,insufficient_km2,conditional_km2,permitted_as_checked_km2,site_dependent_km2,binding\r\n";
    return verdicts.rows().stream()
        .map(VerdictDoors::line)
        .collect(Collectors.joining("", head, ""));
  }

  private static String line(Verdicts.Row row) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%.6f,%.6f,%.6f,%.6f,%.6f,%s\r\n",
        row.adcode(),
        row.name(),
        row.km2().prohibited(),
        row.km2().insufficient(),
        row.km2().conditional(),
        row.km2().permittedAsChecked(),
        row.km2().siteDependent(),
        row.binding().stream().map(Verdicts.Binding::rule).collect(Collectors.joining(" ")));
  }
}
