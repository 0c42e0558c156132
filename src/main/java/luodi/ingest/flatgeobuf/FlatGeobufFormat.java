package luodi.ingest.flatgeobuf;

import java.nio.file.Path;
import luodi.ingest.format.Format;
import luodi.ingest.format.Source;

/** FlatGeobuf 3. */
public final class FlatGeobufFormat implements Format {
  @Override
  public boolean recognises(Path file, byte[] start) {
    return start.length > 7
        && start[0] == 'f'
        && start[1] == 'g'
        && start[2] == 'b'
        && start[3] == 3
        && start[4] == 'f'
        && start[5] == 'g'
        && start[6] == 'b';
  }

  @Override
  public Source open(Path file, Wishes wishes) {
    return FlatGeobufSource.open(file);
  }
}
