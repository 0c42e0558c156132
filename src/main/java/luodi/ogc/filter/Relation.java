package luodi.ogc.filter;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How two shapes, or two times, lie to each other. */
sealed interface Relation extends Expression {
  @Override
  default Kind kind() {
    return Kind.BOOLEAN;
  }

  /** The eight relations of simple features, each with the one that holds the other way round. */
  enum InSpace {
    S_INTERSECTS(RelatePredicate::intersects, RelatePredicate::intersects),
    S_EQUALS(RelatePredicate::equalsTopo, RelatePredicate::equalsTopo),
    S_DISJOINT(RelatePredicate::disjoint, RelatePredicate::disjoint),
    S_TOUCHES(RelatePredicate::touches, RelatePredicate::touches),
    S_WITHIN(RelatePredicate::within, RelatePredicate::contains),
    S_OVERLAPS(RelatePredicate::overlaps, RelatePredicate::overlaps),
    S_CROSSES(RelatePredicate::crosses, RelatePredicate::crosses),
    S_CONTAINS(RelatePredicate::contains, RelatePredicate::within);

    private final Supplier<TopologyPredicate> forwards;
    private final Supplier<TopologyPredicate> backwards;

    InSpace(Supplier<TopologyPredicate> forwards, Supplier<TopologyPredicate> backwards) {
      this.forwards = forwards;
      this.backwards = backwards;
    }

    static Optional<InSpace> named(String name) {
      return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The relation; a side that is the same for all features is prepared once. */
    Relation between(Expression left, Expression right) {
      if (right instanceof Expression.Literal literal
          && literal.value() instanceof Value.Shape shape) {
        return new Prepared(RelateNG.prepare(shape.shape()), left, backwards);
      }
      if (left instanceof Expression.Literal literal
          && literal.value() instanceof Value.Shape shape) {
        return new Prepared(RelateNG.prepare(shape.shape()), right, forwards);
      }
      return new Shapes(this, left, right);
    }
  }

  /** A shape that stays beside one that is the feature's. */
  record Prepared(RelateNG fixed, Expression other, Supplier<TopologyPredicate> relation)
      implements Relation {
    @Override
    public Value of(Zone zone) {
      return other.of(zone) instanceof Value.Shape shape
          ? Value.of(fixed.evaluate(shape.shape(), relation.get()))
          : null;
    }
  }

  /** Two shapes of the feature. */
  record Shapes(InSpace relation, Expression left, Expression right) implements Relation {
    @Override
    public Value of(Zone zone) {
      if (left.of(zone) instanceof Value.Shape a && right.of(zone) instanceof Value.Shape b) {
        Geometry first = a.shape();
        return Value.of(RelateNG.relate(first, b.shape(), relation.forwards.get()));
      }
      return null;
    }
  }

  /** Allen's relations of intervals; an instant is an interval that ends as it begins. */
  enum InTime {
    T_AFTER((a, b) -> after(a.begin(), b.end())),
    T_BEFORE((a, b) -> after(b.begin(), a.end())),
    T_CONTAINS((a, b) -> after(b.begin(), a.begin()) && after(a.end(), b.end())),
    T_DISJOINT((a, b) -> after(a.begin(), b.end()) || after(b.begin(), a.end())),
    T_DURING((a, b) -> after(a.begin(), b.begin()) && after(b.end(), a.end())),
    T_EQUALS((a, b) -> a.begin().equals(b.begin()) && a.end().equals(b.end())),
    T_FINISHEDBY((a, b) -> after(b.begin(), a.begin()) && a.end().equals(b.end())),
    T_FINISHES((a, b) -> after(a.begin(), b.begin()) && a.end().equals(b.end())),
    T_INTERSECTS((a, b) -> !after(a.begin(), b.end()) && !after(b.begin(), a.end())),
    T_MEETS((a, b) -> a.end().equals(b.begin())),
    T_METBY((a, b) -> a.begin().equals(b.end())),
    T_OVERLAPPEDBY(
        (a, b) ->
            after(a.begin(), b.begin()) && after(b.end(), a.begin()) && after(a.end(), b.end())),
    T_OVERLAPS(
        (a, b) ->
            after(b.begin(), a.begin()) && after(a.end(), b.begin()) && after(b.end(), a.end())),
    T_STARTEDBY((a, b) -> a.begin().equals(b.begin()) && after(a.end(), b.end())),
    T_STARTS((a, b) -> a.begin().equals(b.begin()) && after(b.end(), a.end()));

    private final BiPredicate<Value.Span, Value.Span> holds;

    InTime(BiPredicate<Value.Span, Value.Span> holds) {
      this.holds = holds;
    }

    static Optional<InTime> named(String name) {
      return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    private static boolean after(Instant a, Instant b) {
      return a.isAfter(b);
    }
  }

  /** Two times. */
  record Times(InTime relation, Expression left, Expression right) implements Relation {
    @Override
    public Value of(Zone zone) {
      return left.of(zone) instanceof Value.Span a && right.of(zone) instanceof Value.Span b
          ? Value.of(relation.holds.test(a, b))
          : null;
    }
  }

  /**
   * An interval from one expression to another; an end that is open, or that the feature leaves
   * open, never comes.
   */
  record Interval(Expression from, Expression to) implements Relation {
    @Override
    public Kind kind() {
      return Kind.INTERVAL;
    }

    @Override
    public Value of(Zone zone) {
      Instant begin = from.of(zone) instanceof Value.Span a ? a.begin() : Instant.MIN;
      Instant end = to.of(zone) instanceof Value.Span b ? b.end() : Instant.MAX;
      return new Value.Span(begin, end);
    }
  }
}
