package luodi.fabric;

import java.util.List;
import java.util.OptionalDouble;
import luodi.ground.Ask;
import luodi.rule.Rulebook;
import luodi.synthetic.MadeGround;

/** The fabric of the made ground for all that the law asks: small, or national. */
final class MadeFabric {
  static final boolean NATIONAL = Boolean.getBoolean("luodi.national");
  static final List<Ask> ASKS = Rulebook.load().asks(OptionalDouble.empty());

  private MadeFabric() {}

  private static final class Compiled {
    static final Fabric FABRIC = compile();
  }

  static Fabric get() {
    return Compiled.FABRIC;
  }

  private static Fabric compile() {
    return Fabric.of(MadeGround.get().atlas(), ASKS, MadeFabric::unheard);
  }

  private static void unheard(int done, int all) {
    // Workers tell of their progress; a lambda of the class being made would wait for it for ever.
  }
}
