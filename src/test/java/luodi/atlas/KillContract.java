package luodi.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that ingests, publishes and withdraws is killed at 50 random moments (kill -9). What it
 * said was done is done, nothing is half done, and the next process goes on.
 */
public abstract class KillContract {
  private static final int KILLS = 50;
  private static final int MOST_STEPS = 4 * KilledIngest.ZONES;

  @TempDir private Path folder;
  private final Set<String> found = new HashSet<>();

  /** The store of this test; each call opens it anew. */
  protected abstract AtlasStore open();

  /** How {@link KilledIngest} is told to open the same store. */
  protected abstract String address();

  @Test
  void nothing_is_lost_and_nothing_is_half_done_when_the_process_is_killed()
      throws IOException, InterruptedException {
    Path file = folder.resolve("zones.geojson");
    Files.writeString(file, KilledIngest.collection());
    Random random = new Random(50);
    int done = 0;

    for (int i = 0; i < KILLS; i++) {
      List<String> said = killed(file, random.nextInt(MOST_STEPS));
      done += said.size();
      mustBeWhole(said);
    }

    assertThat(done).as("acts that were done before the kills").isGreaterThan(KILLS / 2);
    try (AtlasStore store = open()) {
      KilledIngest.once(store, file, "last", () -> {});
      assertThat(store.read(KilledIngest.LAYER).zones()).hasSize(KilledIngest.ZONES);
    }
  }

  /** Starts the process, lets it take some steps, kills it, and tells what it said was done. */
  private List<String> killed(Path file, int steps) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIngest.class.getName(),
                address(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (int i = 0; i < steps; i++) {
        note(out.readLine(), said);
      }
      // The process's own method would close its output, in which there may be more that was done.
      process.toHandle().destroyForcibly();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        note(line, said);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return said;
  }

  private static void note(String line, List<String> said) {
    assertThat(line).as("what the process says").isNotNull();
    if (!line.equals(KilledIngest.STEP)) {
      said.add(line);
    }
  }

  private void mustBeWhole(List<String> said) {
    try (AtlasStore store = open()) {
      List<History.Act> acts = store.history().acts();
      assertThat(acts)
          .extracting(History.Act::number)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, acts.size()).boxed().toList());
      assertThat(acts.stream().map(act -> act.kind() + " " + act.edition()).toList())
          .as("acts that the process said were done")
          .containsAll(said);
      for (Edition edition : store.editions(KilledIngest.LAYER)) {
        if (!found.add(edition.layer().edition())) {
          continue; // it was whole before, and editions never change
        }
        int[] zones = {0};
        store.read(KilledIngest.LAYER, edition.layer().edition(), zone -> zones[0]++);
        assertThat(zones[0])
            .as("zones of " + edition.layer().edition())
            .isEqualTo(KilledIngest.ZONES);
      }
      mustBeTidy(store);
    }
  }

  /** What else a kill could leave behind in a store of this kind. */
  protected void mustBeTidy(AtlasStore store) {}
}
