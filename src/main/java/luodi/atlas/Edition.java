package luodi.atlas;

import java.util.Locale;
import luodi.fault.Fault;

/**
 * How far one edition of a layer has come.
 *
 * @param current true for the one that answers are made from
 * @param report what the checks found, as JSON; {@code {}} before
 */
public record Edition(Layer layer, State state, boolean current, String report) {

  /** The steps of an edition's life. */
  public enum State {
    /** Written, and not checked or not passed. */
    DRAFT,
    /** Its checks have passed; it may be published. */
    CHECKED,
    PUBLISHED,
    WITHDRAWN;

    /** As answers write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An edition with the state that the history gives it. */
  public static Edition of(Layer layer, boolean passed, String report, History history) {
    State state =
        switch (history.standing(layer.id(), layer.edition())) {
          case NEVER -> passed ? State.CHECKED : State.DRAFT;
          case OUT -> State.WITHDRAWN;
          case IN -> State.PUBLISHED;
        };
    boolean current = layer.edition().equals(history.at(Integer.MAX_VALUE).get(layer.id()));
    return new Edition(layer, state, current, report);
  }

  /** {@code CONFLICT} when another draft may not take its place, nor its checks be noted again. */
  public void mustBeUnpublished() {
    if (state == State.PUBLISHED || state == State.WITHDRAWN) {
      throw Fault.CONFLICT.because(
          "Edition '%s' of layer '%s' is %s and never changes; take another name for the edition.",
          layer.edition(), layer.id(), state.word());
    }
  }

  /** {@code CONFLICT} when its checks have not passed. */
  public void mustHavePassed() {
    if (state == State.DRAFT) {
      throw Fault.CONFLICT.because(
          "Edition '%s' of layer '%s' is a draft whose checks have not passed; see its report, mend the data and ingest it again.",
          layer.edition(), layer.id());
    }
  }

  /** {@code CONFLICT} when it is not published. */
  public void mustBePublished() {
    if (state != State.PUBLISHED) {
      throw Fault.CONFLICT.because(
          "Edition '%s' of layer '%s' is %s, so it cannot be withdrawn.",
          layer.edition(), layer.id(), state.word());
    }
  }
}
