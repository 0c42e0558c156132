package luodi.web;

import luodi.siting.Conformity;
import luodi.siting.Proposal;
import luodi.siting.Screening;

/** What is shown beside a screening and would have to be measured again: kept with it. */
record Dossier(Conformity conformity) {
  static Dossier of(Proposal proposal, Screening screening, Desk desk) {
    return new Dossier(desk.screener().conformity(proposal));
  }
}
