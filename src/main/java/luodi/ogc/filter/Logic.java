package luodi.ogc.filter;

import java.util.List;
import luodi.atlas.Zone;

/** Logic in three values: what is not known stays not known unless the rest decides. */
sealed interface Logic extends Expression {
  @Override
  default Kind kind() {
    return Kind.BOOLEAN;
  }

  /** True when all are, false when one is. */
  record And(List<Expression> all) implements Logic {
    @Override
    public Value of(Zone zone) {
      return joined(all, zone, false);
    }
  }

  /** True when one is, false when all are. */
  record Or(List<Expression> all) implements Logic {
    @Override
    public Value of(Zone zone) {
      return joined(all, zone, true);
    }
  }

  /** The opposite. */
  record Not(Expression other) implements Logic {
    @Override
    public Value of(Zone zone) {
      return other.of(zone) instanceof Value.Truth truth ? Value.of(!truth.yes()) : null;
    }
  }

  /** Whether a value is not known; this itself is always known. */
  record IsNull(Expression other) implements Logic {
    @Override
    public Value of(Zone zone) {
      return Value.of(other.of(zone) == null);
    }
  }

  private static Value joined(List<Expression> all, Zone zone, boolean decides) {
    boolean unknown = false;
    for (Expression one : all) {
      if (one.of(zone) instanceof Value.Truth truth) {
        if (truth.yes() == decides) {
          return truth;
        }
      } else {
        unknown = true;
      }
    }
    return unknown ? null : Value.of(!decides);
  }
}
