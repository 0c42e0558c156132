package luodi.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The ground as the rules of one project see it. Grounds of which every rule says the same in every
 * county are one group, so a country of hundreds of thousands of words comes to some dozens of
 * groups in each county, and rules are looked at for these alone. Immutable and safe for many
 * threads.
 */
final class Blend {
  private static final int SHARES = 4; // of the work, to be done side by side

  private final List<Said> said;
  private final int[] ofGround; // the rules that read the ground …
  private final int[] ofCounties; // … and those that read the county alone
  private final int[] groupOf; // by ground
  private final Group[] groups;

  /**
   * What the rules that read the ground say of some grounds.
   *
   * @param colour of all that say the same in every county
   * @param binding those of them that are reasons, by number of the verdict
   * @param both those whose word hangs on the county too, with their classes of these grounds
   */
  private record Group(int colour, int[][] binding, int[] both, int[] classes) {}

  /**
   * @param said by rule
   */
  Blend(List<Said> said, int groundCount) {
    this.said = said;
    this.groupOf = new int[groundCount];
    this.ofGround = rules(said, true);
    this.ofCounties = rules(said, false);
    List<Ways> ways = ways();
    List<int[]> samples =
        IntStream.range(0, SHARES)
            .parallel()
            .mapToObj(share -> part(ways, start(share, groundCount), start(share + 1, groundCount)))
            .toList();
    int count = 0;
    for (int share = 0; share < SHARES; share++) {
      for (int i = start(share, groundCount); i < start(share + 1, groundCount); i++) {
        groupOf[i] += count;
      }
      count += samples.get(share).length;
    }
    this.groups =
        samples.stream()
            .flatMapToInt(Arrays::stream)
            .parallel()
            .mapToObj(this::group)
            .toArray(Group[]::new);
  }

  private static int[] rules(List<Said> said, boolean readTheGround) {
    return IntStream.range(0, said.size())
        .filter(rule -> said.get(rule).signatures().count() > 1 == readTheGround)
        .toArray();
  }

  private static int start(int share, int all) {
    return (int) ((long) all * share / SHARES);
  }

  /**
   * The ways in which some rules that read the same speak of a class of grounds.
   *
   * @param wayOf by class; 0 where none of them says anything
   */
  private record Ways(Readings read, int[] wayOf, int count) {
    static Ways of(Readings read, List<Said> rules) {
      Map<List<Integer>, Integer> known = new HashMap<>();
      int[] wayOf = new int[read.count()];
      for (int ofClass = 0; ofClass < wayOf.length; ofClass++) {
        List<Integer> way = new ArrayList<>();
        boolean silent = true;
        for (Said rule : rules) {
          for (byte[] ofCounty : rule.colours()) {
            way.add((int) ofCounty[ofClass]);
            silent &= ofCounty[ofClass] == Colour.NOTHING;
          }
        }
        wayOf[ofClass] = silent ? 0 : known.computeIfAbsent(way, added -> known.size() + 1);
      }
      return new Ways(read, wayOf, known.size() + 1);
    }
  }

  private List<Ways> ways() {
    Map<Readings, List<Said>> byReading = new LinkedHashMap<>();
    for (int rule : ofGround) {
      Said one = said.get(rule);
      byReading.computeIfAbsent(one.signatures(), read -> new ArrayList<>()).add(one);
    }
    return byReading.entrySet().parallelStream()
        .map(entry -> Ways.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /**
   * Parts grounds until no way of speaking tells those of one group apart.
   *
   * @return one of each group
   */
  private int[] part(List<Ways> all, int from, int to) {
    int parts = 1;
    for (Ways ways : all) {
      int[][] parted = new int[ways.count()][];
      for (int ground = from; ground < to; ground++) {
        int way = ways.wayOf()[ways.read().classOf(ground)];
        if (way > 0) {
          int before = groupOf[ground];
          parted[way] = withRoomFor(before, parted[way]);
          if (parted[way][before] == 0) {
            parted[way][before] = parts++;
          }
          groupOf[ground] = parted[way][before];
        }
      }
    }
    return numbered(from, to, parts);
  }

  private static int[] withRoomFor(int index, int[] array) {
    if (array == null) {
      return new int[index + 16];
    }
    return index < array.length ? array : Arrays.copyOf(array, 2 * index);
  }

  /** Numbers the groups that are left from 0 on. */
  private int[] numbered(int from, int to, int parts) {
    int[] numbers = new int[parts];
    int[] samples = new int[parts];
    int count = 0;
    for (int ground = from; ground < to; ground++) {
      int part = groupOf[ground];
      if (numbers[part] == 0) {
        samples[count++] = ground;
        numbers[part] = count;
      }
      groupOf[ground] = numbers[part] - 1;
    }
    return Arrays.copyOf(samples, count);
  }

  private Group group(int ground) {
    int[][] binding = new int[Colour.SITE_DEPENDENT + 1][said.size()];
    int[] counts = new int[binding.length];
    int[] both = new int[said.size()];
    int[] classes = new int[said.size()];
    int hanging = 0;
    int colour = Colour.NOTHING;
    for (int rule : ofGround) {
      Said one = said.get(rule);
      int ofClass = one.signatures().classOf(ground);
      if (!one.isEverywhereTheSame()) {
        if (!one.isSilentOn(ofClass)) {
          both[hanging] = rule;
          classes[hanging++] = ofClass;
        }
      } else if (one.colours()[0][ofClass] != Colour.NOTHING) {
        colour |= one.colours()[0][ofClass];
        for (int verdict = 0; verdict < binding.length; verdict++) {
          if (Colour.bindsNumber(one.colours()[0][ofClass], verdict)) {
            binding[verdict][counts[verdict]++] = rule;
          }
        }
      }
    }
    for (int verdict = 0; verdict < binding.length; verdict++) {
      binding[verdict] = Arrays.copyOf(binding[verdict], counts[verdict]);
    }
    return new Group(
        colour, binding, Arrays.copyOf(both, hanging), Arrays.copyOf(classes, hanging));
  }

  /** How many groups there are. */
  int count() {
    return groups.length;
  }

  /** The number of a ground's group. */
  int groupOf(int ground) {
    return groupOf[ground];
  }

  /** The colour of a group in a county. */
  int colour(int number, int county) {
    Group group = groups[number];
    int colour = group.colour();
    for (int i = 0; i < group.both().length; i++) {
      colour |= colourOfBoth(group, i, county);
    }
    for (int rule : ofCounties) {
      colour |= said.get(rule).colour(county, 0);
    }
    return colour;
  }

  private int colourOfBoth(Group group, int i, int county) {
    Said one = said.get(group.both()[i]);
    return one.colours()[one.countyClasses()[county]][group.classes()[i]];
  }

  /**
   * Adds an amount for each rule that is among the reasons of a verdict.
   *
   * @param amounts by rule, from a position on
   */
  void addBinding(int number, int county, int verdict, double amount, double[] amounts, int from) {
    Group group = groups[number];
    for (int rule : group.binding()[verdict]) {
      amounts[from + rule] += amount;
    }
    for (int i = 0; i < group.both().length; i++) {
      amounts[from + group.both()[i]] +=
          Colour.bindsNumber(colourOfBoth(group, i, county), verdict) ? amount : 0;
    }
    for (int rule : ofCounties) {
      int colour = said.get(rule).colour(county, 0);
      amounts[from + rule] += Colour.bindsNumber(colour, verdict) ? amount : 0;
    }
  }
}
