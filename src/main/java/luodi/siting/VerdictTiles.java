package luodi.siting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import luodi.rule.Judge;
import luodi.rule.Verdict;
import luodi.tile.Picture;
import luodi.tile.TileAddress;

/** A project's verdict everywhere as raster tiles. A project's colours are mixed once and kept. */
final class VerdictTiles {
  private static final int MOST_KEPT = 32; // projects
  private static final int SITE_DEPENDENT = 3;
  private static final int COLOURS = 6;

  /** By number: the greater the worse. Nothing, permitted, conditional, site-dependent, … */
  private static final int[] PALETTE = {
    0x00000000, 0xB3228833, 0xB3DDAA33, 0xB34477AA, 0xB3999999, 0xB3BB3322
  };

  private final VerdictMap map;
  private final Map<String, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MOST_KEPT;
        }
      };

  VerdictTiles(VerdictMap map) {
    this.map = map;
  }

  /** What the colours stand for, as {@code #rrggbb}. */
  static Map<String, String> legend() {
    Map<String, String> legend = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      legend.put(verdict.name(), hex(number(Optional.of(verdict))));
    }
    legend.put("SITE_DEPENDENT", hex(SITE_DEPENDENT));
    return legend;
  }

  private static String hex(int number) {
    return "#%06x".formatted(PALETTE[number] & 0xFFFFFF);
  }

  /** A PNG of 256 by 256 pixels. */
  byte[] png(Judge judge, boolean strict, TileAddress tile) {
    byte[] colours = coloursOfWords(judge, strict);
    return Picture.png(Paint.of(tile, map.fabric(), Picture.SIDE, colours, COLOURS), PALETTE);
  }

  private byte[] coloursOfWords(Judge judge, boolean strict) {
    String key = judge.project() + " " + judge.profile().name() + " " + strict;
    synchronized (kept) {
      byte[] known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    byte[] mixed = mixed(map.colour(judge, strict));
    synchronized (kept) {
      kept.put(key, mixed);
    }
    return mixed;
  }

  private byte[] mixed(Coloured coloured) {
    byte[] numbers = new byte[map.fabric().words().size()];
    for (int word = 0; word < numbers.length; word++) {
      numbers[word] = map.countyOf(word) < 0 ? Paint.BLANK : (byte) number(coloured.verdict(word));
    }
    return numbers;
  }

  private static int number(Optional<Verdict> verdict) {
    return verdict
        .map(
            one ->
                switch (one) {
                  case PERMITTED_AS_CHECKED -> 1;
                  case CONDITIONAL -> 2;
                  case INSUFFICIENT -> 4;
                  case PROHIBITED -> 5;
                })
        .orElse(SITE_DEPENDENT);
  }
}
