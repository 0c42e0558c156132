package luodi.fabric;

import java.util.Optional;
import luodi.atlas.County;
import luodi.ground.Signature;

/**
 * A signature and the county that it lies in: all that the law can read of a spot.
 *
 * @param county empty where no county polygon lies
 */
public record Word(Signature signature, Optional<County> county) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Word word && word.signature.equals(signature) && word.id().equals(id());
  }

  @Override
  public int hashCode() {
    return 31 * signature.hashCode() + id().hashCode();
  }

  private String id() {
    return county.map(one -> one.zone().id()).orElse("");
  }
}
