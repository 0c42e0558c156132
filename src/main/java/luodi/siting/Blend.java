package luodi.siting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What all rules of a project say together. Rules that read the same of the ground are blended into
 * one, rules that read only the county into another, so the words of a whole country are walked
 * over once whatever the number of rules. Immutable and safe for many threads.
 */
final class Blend {
  private static final int SHARES = 16; // of the work, to be done side by side

  /** Marks a signature on which some rule speaks that reads the county too. */
  private static final int BOTH = Colour.MANY;

  private final int blocks; // of 64 rules each
  private final Shade[] alike; // whatever the county
  private final Shade counties; // whatever the ground
  private final Both[] both;
  private final byte[] colours; // by signature: of those that are alike in all counties, and BOTH
  private final long[] binding; // by signature and block: who is a reason of that colour's verdict

  /**
   * @param said by rule
   */
  Blend(List<Said> said, int signatureCount, int countyCount) {
    this.blocks = (said.size() + Long.SIZE - 1) / Long.SIZE;
    this.counties = new Shade(null, countyCount, blocks);
    List<Both> readBoth = new ArrayList<>();
    Map<Readings, Shade> byReading = new LinkedHashMap<>();
    for (int rule = 0; rule < said.size(); rule++) {
      Said one = said.get(rule);
      if (one.isEverywhereTheSame()) {
        byReading
            .computeIfAbsent(one.signatures(), read -> new Shade(read, read.count(), blocks))
            .addGround(rule, one);
      } else if (one.signatures().count() == 1) {
        counties.addCounties(rule, one);
      } else {
        readBoth.add(new Both(rule, one, one.speaking()));
      }
    }
    this.alike = byReading.values().toArray(Shade[]::new);
    this.both = readBoth.toArray(Both[]::new);
    this.colours = new byte[signatureCount];
    this.binding = new long[signatureCount * blocks];
    IntStream.range(0, SHARES)
        .parallel()
        .forEach(share -> blend(start(share, signatureCount), start(share + 1, signatureCount)));
  }

  private static int start(int share, int all) {
    return (int) ((long) all * share / SHARES);
  }

  private void blend(int from, int to) {
    for (Shade shade : alike) {
      for (int signature = from; signature < to; signature++) {
        colours[signature] |= shade.colours[shade.read.classOf(signature)];
      }
    }
    for (Both one : both) {
      for (int signature = from; signature < to; signature++) {
        colours[signature] |= (byte) (one.speaksOn(signature) ? BOTH : 0);
      }
    }
    for (Shade shade : alike) {
      for (int signature = from; signature < to; signature++) {
        long[] reasons = shade.binding[ownVerdict(signature)];
        int ofClass = shade.read.classOf(signature) * blocks;
        for (int block = 0; block < blocks; block++) {
          binding[signature * blocks + block] |= reasons[ofClass + block];
        }
      }
    }
  }

  /** The number of the verdict on a signature, but for what reads the county. */
  private int ownVerdict(int signature) {
    return Colour.verdictNumber(colours[signature] & ~BOTH);
  }

  private boolean hangsOnBoth(int signature) {
    return (colours[signature] & BOTH) != 0;
  }

  /**
   * A rule that reads the ground and the county.
   *
   * @param speaking by class of signatures, whether it says anything in any county
   */
  private record Both(int rule, Said said, boolean[] speaking) {
    boolean speaksOn(int signature) {
      return speaking[said.signatures().classOf(signature)];
    }
  }

  /** What some rules say together, by class: their colour, and who is a reason of which verdict. */
  private static final class Shade {
    private final Readings read;
    private final int blocks;
    private final byte[] colours;
    private final long[][] binding; // by verdict; by class and block: rules as bits

    Shade(Readings read, int classes, int blocks) {
      this.read = read;
      this.blocks = blocks;
      this.colours = new byte[classes];
      this.binding = new long[Colour.SITE_DEPENDENT + 1][classes * blocks];
    }

    void addGround(int rule, Said said) {
      for (int ofClass = 0; ofClass < colours.length; ofClass++) {
        add(rule, ofClass, said.colours()[0][ofClass]);
      }
    }

    void addCounties(int rule, Said said) {
      for (int county = 0; county < colours.length; county++) {
        add(rule, county, said.colours()[said.countyClasses()[county]][0]);
      }
    }

    private void add(int rule, int ofClass, byte colour) {
      colours[ofClass] |= colour;
      for (int verdict = 0; verdict < binding.length; verdict++) {
        if (Colour.bindsNumber(colour, verdict)) {
          binding[verdict][ofClass * blocks + rule / Long.SIZE] |= 1L << rule % Long.SIZE;
        }
      }
    }
  }

  /** The colour of a signature in a county. */
  int colour(int signature, int county) {
    int colour = colours[signature] & ~BOTH | counties.colours[county];
    if (hangsOnBoth(signature)) {
      for (Both one : both) {
        colour |= one.said.colour(county, signature);
      }
    }
    return colour;
  }

  /**
   * Adds an amount for each rule that is among the reasons of a verdict.
   *
   * @param amounts by rule, from a position on
   */
  void addBinding(
      int signature, int county, int verdict, double amount, double[] amounts, int from) {
    for (int block = 0; block < blocks; block++) {
      long rules =
          binding(signature, verdict, block) | counties.binding[verdict][county * blocks + block];
      for (; rules != 0; rules &= rules - 1) {
        amounts[from + block * Long.SIZE + Long.numberOfTrailingZeros(rules)] += amount;
      }
    }
    if (hangsOnBoth(signature)) {
      for (Both one : both) {
        if (Colour.bindsNumber(one.said.colour(county, signature), verdict)) {
          amounts[from + one.rule] += amount;
        }
      }
    }
  }

  private long binding(int signature, int verdict, int block) {
    if (verdict == ownVerdict(signature)) {
      return binding[signature * blocks + block];
    }
    long rules = 0; // the county makes another verdict of it
    for (Shade shade : alike) {
      rules |= shade.binding[verdict][shade.read.classOf(signature) * blocks + block];
    }
    return rules;
  }
}
