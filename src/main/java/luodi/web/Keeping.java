package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import luodi.archive.Difference;
import luodi.archive.Kept;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;
import luodi.siting.Screening;

/** Screenings on their way into the archive and out of it again. */
final class Keeping {
  private Keeping() {}

  /**
   * Screens a project and keeps the answer with all that its report needs; the day of the law is
   * kept as it was, said or not.
   *
   * @return the answer as it will be given again
   */
  static byte[] keep(JsonNode asked, Desk desk) {
    Proposal proposal = ProposalReader.read(asked, desk.today());
    Screening screening = desk.screener().screen(proposal).kept();
    byte[] answer = Json.write(screening);
    desk.archive()
        .keep(
            new Kept(
                screening.id(),
                Json.write(asked),
                answer,
                Json.write(Dossier.of(proposal, screening, desk))));
    return answer;
  }

  /** A kept screening beside its project. */
  static Difference.Side side(Kept kept) {
    Screening screening = screening(kept);
    LocalDate day = LocalDate.parse(screening.decision().asOf());
    return new Difference.Side(ProposalReader.read(Json.read(kept.project()), day), screening);
  }

  static Screening screening(Kept kept) {
    return Json.readBack(kept.screening(), Screening.class);
  }

  /** A screening as a reader of its JSON has it. */
  static Screening asAnswered(Screening screening) {
    return Json.readBack(Json.write(screening), Screening.class);
  }

  static Dossier dossier(Kept kept) {
    return Json.readBack(kept.dossier(), Dossier.class);
  }

  /** The same project under today's law, on today's ground. */
  static Difference.Side asOfToday(Kept kept, Desk desk) {
    ObjectNode project = (ObjectNode) Json.read(kept.project());
    project.remove("as_of");
    Proposal proposal = ProposalReader.read(project, desk.today());
    return new Difference.Side(proposal, asAnswered(desk.screener().screen(proposal)));
  }
}
