package luodi.rule;

import java.util.OptionalDouble;
import luodi.ground.Letter;
import luodi.ground.Signature;

/** One word of the ground in one county, as the law of a day reads it. */
final class Spot {
  private final Signature signature;
  private final Situation situation;
  private final Profile profile;
  private final Vocabulary words;

  Spot(Signature signature, Situation situation, Profile profile, Vocabulary words) {
    this.signature = signature;
    this.situation = situation;
    this.profile = profile;
    this.words = words;
  }

  Situation situation() {
    return situation;
  }

  boolean profileHas(String layer) {
    return profile.vouchesFor(layer);
  }

  /**
   * Whether some letter of this kind is meant by the reference; without one, whether its absence is
   * known.
   */
  Truth says(LayerRef ref, Letter.Kind kind, OptionalDouble withinM, Truth leaning) {
    Truth hit = Truth.NO;
    for (Letter letter : signature.of(ref.layer())) {
      if (letter.kind() == kind
          && letter.withinM().equals(withinM)
          && letter.days().holds(situation.day())) {
        hit = hit.or(ref.means(letter.attributes(), words, situation.day()));
      }
    }
    if (hit.yes()) {
      return hit;
    }
    if (!profile.vouchesFor(ref.layer())) {
      return leaning;
    }
    return signature.covers(ref.layer(), withinM) ? hit : hit.or(Truth.lacks(ref.layer()));
  }

  /** Whether the county stands in a dated list. */
  Truth member(LayerRef ref, Truth leaning) {
    if (situation.here().isEmpty()) {
      return Truth.lacks("region");
    }
    Truth member = situation.regions().member(ref, situation.here().get(), situation.day());
    return !member.yes() && !situation.regions().vouchesFor(ref) ? leaning : member;
  }
}
