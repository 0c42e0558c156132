package luodi.ingest.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import luodi.atlas.AtlasStore;
import luodi.atlas.Edition;
import luodi.fault.Fault;

/** Publishes editions, also such whose findings a person has seen and accepts. */
public final class Publishing {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Publishing() {}

  /**
   * Makes an edition the current one of its layer.
   *
   * @param accepted true when a person accepts what the checks of a draft found
   * @return the number of the publication
   * @throws luodi.fault.FaultException {@code NOT_FOUND}, or {@code CONFLICT} when its checks have
   *     not passed and nobody accepts that, or were never made
   */
  public static int publish(AtlasStore store, String layer, String edition, boolean accepted) {
    Edition found = store.edition(layer, edition);
    if (accepted && found.state() == Edition.State.DRAFT) {
      store.judge(layer, edition, true, acceptedReport(found));
    }
    return store.publish(layer, edition);
  }

  private static String acceptedReport(Edition draft) {
    try {
      ObjectNode report = (ObjectNode) JSON.readTree(draft.report());
      if (report.isEmpty()) {
        throw Fault.CONFLICT.because(
            "Edition '%s' of layer '%s' was never checked, because its ingest was stopped; ingest it again.",
            draft.layer().edition(), draft.layer().id());
      }
      return report.put("accepted", true).toString();
    } catch (JsonProcessingException notOurs) {
      throw Fault.BAD_DATA.because("A report in the store is no JSON.").causedBy(notOurs);
    }
  }
}
