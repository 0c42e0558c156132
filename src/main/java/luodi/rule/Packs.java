package luodi.rule;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Lays packs over a rulebook: provincial, municipal, county, park, in this order whatever the order
 * of the files. All rules stay in force and the strictest counts, so the order changes no verdict;
 * it says which rules a pack may speak of.
 */
public final class Packs {
  private static final List<String> LEVELS = List.of("provincial", "municipal", "county", "park");

  private Packs() {}

  /** A file as somebody gave it: a pack, or bare rules. */
  public record File(String name, byte[] bytes) {}

  /**
   * What was read.
   *
   * @param rulebook with all packs over it; only good when there are no mistakes
   */
  public record Read(Rulebook rulebook, List<Mistake> mistakes) {
    public Read {
      mistakes = List.copyOf(mistakes);
    }

    /** All mistakes, one a line. */
    public String told() {
      return Mistakes.told(mistakes);
    }
  }

  private record Lined(LinedJson json, String sha256) {
    int level() {
      int level = LEVELS.indexOf(json.root().path("level").asText());
      return level < 0 ? LEVELS.size() : level;
    }
  }

  /** Reads packs over a rulebook; all mistakes of all files are told. */
  public static Read over(Rulebook below, List<File> files) {
    Mistakes mistakes = new Mistakes();
    List<Lined> packs = new ArrayList<>();
    for (File file : files) {
      Optional<LinedJson> json = LinedJson.read(file.name(), file.bytes(), mistakes);
      json.ifPresent(read -> RuleSchema.check(read, mistakes));
      json.ifPresent(read -> packs.add(new Lined(read, sha256(file.bytes()))));
    }
    packs.sort(Comparator.comparingInt(Lined::level));
    Rulebook stacked = below;
    for (Lined pack : packs) {
      stacked = PackReader.over(stacked, pack.json(), pack.sha256(), mistakes);
    }
    return new Read(stacked, inOrder(mistakes.all(), files));
  }

  private static List<Mistake> inOrder(List<Mistake> mistakes, List<File> files) {
    List<String> names = files.stream().map(File::name).toList();
    return mistakes.stream()
        .sorted(
            Comparator.comparingInt((Mistake mistake) -> names.indexOf(mistake.file()))
                .thenComparingInt(Mistake::line))
        .toList();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
