package luodi.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import luodi.fault.Fault;

/**
 * Kept screenings, each in a folder of its own: {@code screenings/ab/ab…/}. A folder appears whole
 * or not at all, and is never changed: the same id means the same project, law and ground. Safe for
 * many threads and processes.
 */
public final class Archive {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  /** Below so much free space nothing more is kept: the ground needs room too. */
  private static final long LEAST_FREE_BYTES = 1L << 30;

  private static final String PROJECT = "project.json";
  private static final String SCREENING = "screening.json";
  private static final String DOSSIER = "dossier.json";

  private final Path folder;

  private Archive(Path folder) {
    this.folder = folder;
  }

  /** The archive of a folder, which is made when something is first kept. */
  public static Archive in(Path folder) {
    return new Archive(folder);
  }

  /**
   * Keeps a screening; one that is there already stays as it is.
   *
   * @throws luodi.fault.FaultException {@code UNAVAILABLE} when there is no room
   */
  public void keep(Kept kept) {
    Path place = place(kept.id());
    if (Files.isDirectory(place)) {
      return;
    }
    try {
      Files.createDirectories(place.getParent());
      mustHaveRoom(place.getParent());
      Path half = Files.createTempDirectory(place.getParent(), "keeping");
      Files.write(half.resolve(PROJECT), kept.project());
      Files.write(half.resolve(SCREENING), kept.screening());
      Files.write(half.resolve(DOSSIER), kept.dossier());
      move(half, place);
    } catch (IOException unwritable) {
      throw Fault.UNAVAILABLE
          .because("The screening cannot be kept; ask for it without 'store'.")
          .causedBy(unwritable);
    }
  }

  /** A kept screening, or {@code NOT_FOUND}. */
  public Kept find(String id) {
    if (!ID.matcher(id).matches() || !Files.isDirectory(place(id))) {
      throw Fault.NOT_FOUND.because(
          "No screening '%s' is kept here; POST the project to /screenings with \"store\": true.",
          id);
    }
    Path place = place(id);
    try {
      return new Kept(
          id,
          Files.readAllBytes(place.resolve(PROJECT)),
          Files.readAllBytes(place.resolve(SCREENING)),
          Files.readAllBytes(place.resolve(DOSSIER)));
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("Screening %s cannot be read.", id).causedBy(unreadable);
    }
  }

  private Path place(String id) {
    return folder.resolve(id.substring(0, 2)).resolve(id);
  }

  private static void mustHaveRoom(Path place) throws IOException {
    if (Files.getFileStore(place).getUsableSpace() < LEAST_FREE_BYTES) {
      throw Fault.UNAVAILABLE.because(
          "There is no room to keep a screening; ask for it without 'store'.");
    }
  }

  /** Another request may have kept the same screening meanwhile; then ours goes. */
  private static void move(Path half, Path place) throws IOException {
    try {
      Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException occupied) {
      for (String name : List.of(PROJECT, SCREENING, DOSSIER)) {
        Files.delete(half.resolve(name));
      }
      Files.delete(half);
      if (!Files.isDirectory(place)) {
        throw occupied;
      }
    }
  }
}
