package luodi.synthetic;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.synthetic.draw.Dice;

/** A park's attributes, by rates that docs/synthetic.md lists. Unknown is an absent attribute. */
final class ParkFacts {
  private static final double UNKNOWN = 0.05;

  /** Divisions of GB/T 4754 that parks name as their leading industries. */
  private static final String[] INDUSTRIES = {
    "13", "14", "15", "17", "18", "20", "24", "27", "28", "29", "30", "32", "33", "34", "35", "36",
    "37", "38", "39", "40", "42"
  };

  private static final String CHEMICALS = "26";

  private ParkFacts() {}

  private record Rates(
      double legal,
      double compliant,
      double planEia,
      double chemical,
      double suspended,
      double infrastructure,
      double pilot) {

    static Rates of(ParkRoll.Grade grade) {
      return switch (grade) {
        case NATIONAL -> new Rates(0.99, 0.95, 0.92, 0.10, 0.02, 0.93, 0.10);
        case PROVINCIAL -> new Rates(0.96, 0.86, 0.80, 0.05, 0.05, 0.78, 0.04);
        case OTHER -> new Rates(0.97, 0.92, 0.88, 1.00, 0.04, 0.85, 0.03);
      };
    }
  }

  static Map<String, String> of(ParkRoll.Park park, Dice dice) {
    Rates rates = Rates.of(park.grade());
    Map<String, String> facts = new TreeMap<>();
    facts.put("grade", park.grade().word());
    park.zoneCode().ifPresent(code -> facts.put("zone_code", code));
    say(facts, "legal", rates.legal(), dice);
    say(facts, "compliant", rates.compliant(), dice);
    say(facts, "suspended", rates.suspended(), dice);
    say(facts, "infrastructure", rates.infrastructure(), dice);
    say(facts, "pilot", rates.pilot(), dice);
    boolean approved = dice.hits(rates.planEia());
    if (!dice.hits(UNKNOWN)) {
      facts.put("plan_eia", approved ? "approved" : "none");
    }
    say(facts, "chemical_recognised", rates.chemical(), dice);
    if (park.chemical()) {
      facts.put("chemical_recognised", "true");
    }
    String industries = industries("true".equals(facts.get("chemical_recognised")), dice);
    if (!dice.hits(UNKNOWN)) {
      facts.put("leading_industries", industries);
    }
    return facts;
  }

  private static void say(Map<String, String> facts, String fact, double rate, Dice dice) {
    boolean holds = dice.hits(rate);
    if (!dice.hits(UNKNOWN)) {
      facts.put(fact, Boolean.toString(holds));
    }
  }

  private static String industries(boolean chemical, Dice dice) {
    TreeSet<String> chosen = new TreeSet<>();
    int wanted = 2 + dice.below(3);
    if (chemical) {
      chosen.add(CHEMICALS);
    }
    while (chosen.size() < wanted) {
      chosen.add(INDUSTRIES[dice.below(INDUSTRIES.length)]);
    }
    return String.join(",", chosen);
  }
}
