package luodi.ogc.filter;

import luodi.atlas.Zone;

/** A part of a filter: what it gives for one feature, null when that is not known. */
sealed interface Expression
    permits Expression.Literal, Expression.Property, Logic, Comparison, Text, Arithmetic, Relation {
  Kind kind();

  Value of(Zone zone);

  /** A value that is the same for all features. */
  record Literal(Kind kind, Value value) implements Expression {
    @Override
    public Value of(Zone zone) {
      return value;
    }
  }

  /** A property of the feature. */
  record Property(Queryable queryable) implements Expression {
    @Override
    public Kind kind() {
      return queryable.kind();
    }

    @Override
    public Value of(Zone zone) {
      return queryable.of().apply(zone);
    }
  }
}
