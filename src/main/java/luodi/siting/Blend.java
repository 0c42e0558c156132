package luodi.siting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all rules of a project say together. Rules that read the same of the ground are blended into
 * one, rules that read only the county into another, so the words of a whole country are walked
 * over once whatever the number of rules. Immutable; each thread walks with a {@link Walk} of its
 * own.
 */
final class Blend {
  private final int blocks; // of 64 rules each
  private final Shade[] alike; // whatever the county
  private final Shade counties; // whatever the ground
  private final Both[] both;

  /**
   * @param said by rule
   */
  Blend(List<Said> said, int countyCount) {
    this.blocks = (said.size() + Long.SIZE - 1) / Long.SIZE;
    this.counties = new Shade(null, countyCount, blocks);
    List<Both> readBoth = new ArrayList<>();
    Map<Readings, Shade> byReading = new LinkedHashMap<>();
    for (int rule = 0; rule < said.size(); rule++) {
      Said one = said.get(rule);
      if (one.isEverywhereTheSame()) {
        Shade shade =
            byReading.computeIfAbsent(
                one.signatures(), read -> new Shade(read, read.count(), blocks));
        for (int read = 0; read < one.signatures().count(); read++) {
          shade.add(rule, read, one.colours()[0][read]);
        }
      } else if (one.signatures().count() == 1) {
        for (int county = 0; county < countyCount; county++) {
          counties.add(rule, county, one.colours()[one.countyClasses()[county]][0]);
        }
      } else {
        readBoth.add(new Both(rule, one, one.speaking()));
      }
    }
    this.both = readBoth.toArray(Both[]::new);
    this.alike = byReading.values().toArray(Shade[]::new);
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

    void add(int rule, int ofClass, byte colour) {
      colours[ofClass] |= colour;
      for (int verdict = 0; verdict < binding.length; verdict++) {
        if (Colour.bindsNumber(colour, verdict)) {
          binding[verdict][ofClass * blocks + rule / Long.SIZE] |= 1L << rule % Long.SIZE;
        }
      }
    }
  }

  Walk walk() {
    return new Walk();
  }

  /** Stands on one signature after the other. */
  final class Walk {
    private final int[] classes = new int[alike.length]; // of the signature, by shade
    private final Both[] here = new Both[both.length]; // those that say anything of it
    private int hereCount;
    private int signature;
    private int colour; // whatever the county
    private final long[][] binding = new long[Colour.SITE_DEPENDENT + 1][blocks];
    private int known; // verdicts as bits, of which the binding rules are gathered

    /** Goes to a signature. */
    void to(int number) {
      signature = number;
      known = 0;
      int all = Colour.NOTHING;
      for (int i = 0; i < alike.length; i++) {
        int ofClass = alike[i].read.classOf(number);
        classes[i] = ofClass;
        all |= alike[i].colours[ofClass];
      }
      colour = all;
      hereCount = 0;
      for (Both one : both) {
        if (one.speaksOn(number)) {
          here[hereCount++] = one;
        }
      }
    }

    /** What is said of it in a county. */
    int colour(int county) {
      int all = colour | counties.colours[county];
      for (int i = 0; i < hereCount; i++) {
        all |= here[i].said.colour(county, signature);
      }
      return all;
    }

    /**
     * Adds an amount for each rule that is among the reasons of a verdict in a county.
     *
     * @param amounts by rule, from a position on
     */
    void addBinding(int verdict, int county, double amount, double[] amounts, int from) {
      long[] everywhere = binding(verdict);
      for (int block = 0; block < blocks; block++) {
        long rules = everywhere[block] | counties.binding[verdict][county * blocks + block];
        for (; rules != 0; rules &= rules - 1) {
          amounts[from + block * Long.SIZE + Long.numberOfTrailingZeros(rules)] += amount;
        }
      }
      for (int i = 0; i < hereCount; i++) {
        if (Colour.bindsNumber(here[i].said.colour(county, signature), verdict)) {
          amounts[from + here[i].rule] += amount;
        }
      }
    }

    private long[] binding(int verdict) {
      long[] rules = binding[verdict];
      if ((known >> verdict & 1) == 0) {
        known |= 1 << verdict;
        for (int block = 0; block < blocks; block++) {
          long together = 0;
          for (int i = 0; i < alike.length; i++) {
            together |= alike[i].binding[verdict][classes[i] * blocks + block];
          }
          rules[block] = together;
        }
      }
      return rules;
    }
  }
}
