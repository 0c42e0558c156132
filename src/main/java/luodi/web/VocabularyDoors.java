package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Supplier;
import luodi.rule.Terms;

/** The words that rules, facts and declared ground are written in, in Chinese and English. */
final class VocabularyDoors implements RouteGroup {
  private final Supplier<Desk> desk;
  private final Terms terms = Terms.load();

  VocabularyDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/vocabulary", this::vocabulary);
  }

  private void vocabulary(Context context) {
    Query.of(context, Set.of());
    Respond.json(context, new VocabularyShown(desk.get().rulebook(), terms).all());
  }
}
