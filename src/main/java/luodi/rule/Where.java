package luodi.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import luodi.ground.Letter;

/** The ground that a rule speaks of. It denotes a region, so plot and map read it alike. */
public sealed interface Where {
  /**
   * Whether the spot lies in the region.
   *
   * @param leaning how an atom outside the profile is resolved: YES leans to "holds"; callers pass
   *     NO, and a negation turns it round, so that the whole does not hold
   */
  Truth over(Spot spot, Truth leaning);

  /** The zones or sets that an atom speaks of; empty for what is no atom. */
  default Optional<LayerRef> ground() {
    return Optional.empty();
  }

  /** Hands over every atom. */
  default void atoms(Consumer<Where> each) {
    each.accept(this);
  }

  /** All ground. */
  record Everywhere() implements Where {
    @Override
    public Truth over(Spot spot, Truth leaning) {
      return Truth.YES;
    }
  }

  /** {@code overlaps(eco-redline[zone=other])}. */
  record On(LayerRef ref) implements Where {
    @Override
    public Optional<LayerRef> ground() {
      return Optional.of(ref);
    }

    @Override
    public Truth over(Spot spot, Truth leaning) {
      return spot.says(ref, Letter.Kind.ZONE, OptionalDouble.empty(), leaning);
    }
  }

  /**
   * {@code within(d=1000,river-shoreline[rank=main])}; without a distance the project or a standard
   * must give one.
   */
  record Within(OptionalDouble distanceM, LayerRef ref) implements Where {
    /**
     * Inside this ring a distance that the law does not number is asked for; our screening
     * constant, metres.
     */
    public static final double SCREENING_M = 1000;

    @Override
    public Optional<LayerRef> ground() {
      return Optional.of(ref);
    }

    @Override
    public Truth over(Spot spot, Truth leaning) {
      if (distanceM.isPresent()) {
        return spot.says(ref, Letter.Kind.BAND, distanceM, leaning);
      }
      OptionalDouble told = spot.situation().protectiveDistanceM();
      if (told.isPresent()) {
        return spot.says(ref, Letter.Kind.BAND, told, leaning);
      }
      if (!spot.profileHas(ref.layer())) {
        return leaning;
      }
      Truth ring = spot.says(ref, Letter.Kind.BAND, OptionalDouble.of(SCREENING_M), leaning);
      return ring.yes() ? Truth.needs("protective_distance_m") : ring;
    }
  }

  /**
   * {@code in(region[set=yangtze-belt-11])}, {@code overlaps(basin[basin=yangtze])}: reads the
   * county, not a letter.
   */
  record Member(LayerRef ref) implements Where {
    @Override
    public Optional<LayerRef> ground() {
      return Optional.of(ref);
    }

    @Override
    public Truth over(Spot spot, Truth leaning) {
      return spot.member(ref, leaning);
    }
  }

  /** All of them. */
  record All(List<Where> parts) implements Where {
    @Override
    public Truth over(Spot spot, Truth leaning) {
      Truth all = Truth.YES;
      for (int i = 0; i < parts.size() && !all.no(); i++) {
        all = all.and(parts.get(i).over(spot, leaning));
      }
      return all;
    }

    @Override
    public void atoms(Consumer<Where> each) {
      parts.forEach(part -> part.atoms(each));
    }
  }

  /** Any of them. */
  record Any(List<Where> parts) implements Where {
    @Override
    public Truth over(Spot spot, Truth leaning) {
      Truth any = Truth.NO;
      for (int i = 0; i < parts.size() && !any.yes(); i++) {
        any = any.or(parts.get(i).over(spot, leaning));
      }
      return any;
    }

    @Override
    public void atoms(Consumer<Where> each) {
      parts.forEach(part -> part.atoms(each));
    }
  }

  /** All ground of which this is not true. */
  record Not(Where other) implements Where {
    @Override
    public Truth over(Spot spot, Truth leaning) {
      return other.over(spot, leaning.negated()).negated();
    }

    @Override
    public void atoms(Consumer<Where> each) {
      other.atoms(each);
    }
  }
}
