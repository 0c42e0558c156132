package luodi.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.industry.Industries;
import luodi.industry.Industry;
import luodi.industry.Qualifier;

/** Industries as the contract writes them. */
final class IndustriesShown {
  private IndustriesShown() {}

  /** What a query finds; without one, all entries in the order of their codes. */
  static List<Map<String, Object>> found(Desk desk, String query, int limit) {
    if (query == null) {
      return desk.industries().all().stream().limit(limit).map(IndustriesShown::brief).toList();
    }
    return desk.industries().search(query, limit).stream().map(IndustriesShown::match).toList();
  }

  /** One industry with its tags and synonyms. */
  static Map<String, Object> inFull(Desk desk, Industry industry) {
    Map<String, Object> shown = brief(industry);
    shown.put(
        "tags",
        desk.rulebook().tags().all().stream()
            .filter(
                tag ->
                    tag.codes().match(industry.code()).yes()
                        || !tag.codes().match(industry.code()).qualifiers().isEmpty())
            .map(
                tag -> {
                  Map<String, Object> of = new LinkedHashMap<>();
                  of.put("id", tag.id());
                  of.put("certain", tag.codes().match(industry.code()).yes());
                  of.put("complete", tag.complete());
                  of.put("source", tag.source());
                  return of;
                })
            .toList());
    shown.put("synonyms", industry.synonyms());
    shown.put("standard", "GB/T 4754-2017");
    return shown;
  }

  private static Map<String, Object> brief(Industry industry) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("code", industry.code());
    shown.put("level", industry.level());
    shown.put("zh", industry.zh());
    shown.put("en", industry.en());
    shown.put("parent", industry.parent());
    return shown;
  }

  private static Map<String, Object> match(Industries.Match match) {
    Map<String, Object> shown = brief(match.industry());
    shown.put("matched", match.matched());
    Map<String, String> facts = new LinkedHashMap<>();
    match.qualifier().ifPresent((Qualifier implied) -> facts.put(implied.fact(), implied.value()));
    shown.put("facts", facts);
    return shown;
  }
}
