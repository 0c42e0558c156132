package luodi.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.industry.Industry;

/** Industries as the contract writes them. */
final class IndustriesShown {
  private IndustriesShown() {}

  static List<Map<String, Object>> found(Desk desk, String query, int limit) {
    return List.of();
  }

  static Map<String, Object> inFull(Desk desk, Industry industry) {
    return new LinkedHashMap<>();
  }
}
