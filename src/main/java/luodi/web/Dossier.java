package luodi.web;

import java.util.Optional;
import luodi.report.Drafting;
import luodi.report.Sketch;
import luodi.siting.Conformity;
import luodi.siting.Proposal;
import luodi.siting.Screening;

/**
 * What is shown beside a screening and would have to be measured again: kept with it.
 *
 * @param sketch its map; empty when the ground was declared without a site
 */
record Dossier(Conformity conformity, Optional<Sketch> sketch) {
  static Dossier of(Proposal proposal, Screening screening, Desk desk) {
    return new Dossier(
        desk.screener().conformity(proposal), Drafting.sketch(proposal, screening, desk.atlas()));
  }
}
