package luodi.siting;

import java.util.Optional;
import luodi.rule.Effect;
import luodi.rule.Finding;
import luodi.rule.Verdict;

/**
 * What findings say of a place, as bits that add up by "or": is something prohibited or restricted
 * at best, at worst, or at worst if a distance at the site turns out badly?
 */
final class Colour {
  static final int NOTHING = 0;

  /** How many colours there are. */
  static final int MANY = 32;

  /** After the verdicts, where a number stands for what only a measurement at the site can tell. */
  static final int SITE_DEPENDENT = Verdict.values().length;

  private static final int PROHIBITED_AT_BEST = 1;
  private static final int PROHIBITED_AT_WORST = 2;
  private static final int RESTRICTED_AT_WORST = 4;
  private static final int PROHIBITED_AT_SITE = 8;
  private static final int RESTRICTED_AT_SITE = 16;
  private static final int COLOURS = 32;

  /** The number of each colour's verdict. */
  private static final byte[] VERDICTS = new byte[COLOURS];

  /** By colour of a rule and number of a verdict. */
  private static final boolean[][] BINDS = new boolean[COLOURS][SITE_DEPENDENT + 1];

  static {
    for (int colour = 0; colour < COLOURS; colour++) {
      VERDICTS[colour] = (byte) number(verdict(colour));
      BINDS[colour][SITE_DEPENDENT] = binds(colour, Optional.empty());
      for (Verdict verdict : Verdict.values()) {
        BINDS[colour][verdict.ordinal()] = binds(colour, Optional.of(verdict));
      }
    }
  }

  private Colour() {}

  /**
   * Of one finding; with {@code strict}, the project's missing facts count as badly as they can.
   */
  static int of(Finding finding, boolean strict) {
    Effect worst = strict ? finding.worst() : finding.placeWorst();
    int colour = finding.best() == Effect.PROHIBIT ? PROHIBITED_AT_BEST : NOTHING;
    colour |= finding.best() == Effect.RESTRICT ? RESTRICTED_AT_WORST : NOTHING;
    boolean measured = finding.hangsOnTheSite();
    if (worst == Effect.PROHIBIT) {
      colour |= measured ? PROHIBITED_AT_SITE : PROHIBITED_AT_WORST;
    } else if (worst == Effect.RESTRICT) {
      colour |= measured ? RESTRICTED_AT_SITE : RESTRICTED_AT_WORST;
    }
    return colour;
  }

  /** The verdict were every distance at the site to turn out well. */
  static Verdict mildest(int colour) {
    return verdict(colour, PROHIBITED_AT_WORST, RESTRICTED_AT_WORST);
  }

  /** Whether what one rule says prohibits, whatever else is known. */
  static boolean prohibits(int ofRule) {
    return (ofRule & PROHIBITED_AT_BEST) != 0;
  }

  /** The verdict; empty when only a measurement at the site can tell. */
  static Optional<Verdict> verdict(int colour) {
    Verdict surely = verdict(colour, PROHIBITED_AT_WORST, RESTRICTED_AT_WORST);
    Verdict perhaps =
        verdict(
            colour,
            PROHIBITED_AT_WORST | PROHIBITED_AT_SITE,
            RESTRICTED_AT_WORST | RESTRICTED_AT_SITE);
    return surely == perhaps ? Optional.of(surely) : Optional.empty();
  }

  private static Verdict verdict(int colour, int prohibited, int restricted) {
    if ((colour & PROHIBITED_AT_BEST) != 0) {
      return Verdict.PROHIBITED;
    }
    if ((colour & prohibited) != 0) {
      return Verdict.INSUFFICIENT;
    }
    return (colour & restricted) != 0 ? Verdict.CONDITIONAL : Verdict.PERMITTED_AS_CHECKED;
  }

  /** The number of a verdict, or {@link #SITE_DEPENDENT}. */
  static int number(Optional<Verdict> verdict) {
    return verdict.map(Verdict::ordinal).orElse(SITE_DEPENDENT);
  }

  /** The number of a colour's verdict. */
  static byte verdictNumber(int colour) {
    return VERDICTS[colour];
  }

  /** The same as {@link #binds(int, Optional)} for the number of a verdict. */
  static boolean bindsNumber(int ofRule, int verdict) {
    return BINDS[ofRule][verdict];
  }

  /** Whether what one rule says is among the reasons of a verdict; nothing binds a permission. */
  static boolean binds(int ofRule, Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      return (ofRule & (PROHIBITED_AT_SITE | RESTRICTED_AT_SITE)) != 0;
    }
    return switch (verdict.get()) {
      case PROHIBITED -> (ofRule & PROHIBITED_AT_BEST) != 0;
      case INSUFFICIENT -> (ofRule & PROHIBITED_AT_WORST) != 0;
      case CONDITIONAL -> (ofRule & RESTRICTED_AT_WORST) != 0;
      case PERMITTED_AS_CHECKED -> false;
    };
  }
}
