package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import luodi.atlas.Edition;
import luodi.ingest.edition.Ingest;

/**
 * Who keeps the ground: takes in files, publishes and withdraws editions, and opens the next desk
 * to the server. Safe for many threads.
 */
public interface Keeper {
  /**
   * A file that was sent.
   *
   * @param accept true when what the checks find is accepted
   */
  record Upload(Path file, String layer, JsonNode manifest, boolean accept) {}

  /** Every edition of a layer. */
  List<Edition> editions(String layer);

  /** One edition of a layer, or {@code NOT_FOUND}. */
  Edition edition(String layer, String edition);

  /** Drafts and judges an edition. */
  Edition ingest(Upload upload, Ingest.Progress progress);

  /** Makes an edition current; from then on the server answers from it. */
  Edition publish(String layer, String edition, boolean accept);

  /** Takes an edition out of use; from then on the server answers without it. */
  Edition withdraw(String layer, String edition);
}
