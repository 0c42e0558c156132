// The answer beside the map: asked for again after every change of the question, and shown part by part.
import { Latest, send } from './api.js';
import { showCoverage } from './coverage.js';
import { byId, element, fill } from './element.js';
import { showHere } from './here.js';
import { hideProblem, showProblem } from './problem.js';
import { project } from './project.js';
import { showQuestions } from './questions.js';
import { showReasons } from './reasons.js';
import { showUnderstood } from './understood.js';
import { clearVerdict, showVerdict } from './verdict.js';
import { whenSpoken, word } from './words.js';

export class Answers {
  #latest = new Latest();
  #answer = null;
  #problem = null;
  #page;

  /** @param page `form` of facts, `declare` form, `site` picker, `measure` on the map, `showOnMap(row of evidence)` */
  constructor(page) {
    this.#page = page;
    whenSpoken(() => this.#speak());
  }

  /** Asks what the project now asks, or says what is still wanted. */
  refresh() {
    if (project.complete) this.#screen();
    else this.#invite();
  }

  /** Shows why something that was asked has no answer. */
  refuse(problem) {
    this.#problem = problem;
    showProblem(byId('problem'), problem, () => this.refresh());
  }

  async #screen() {
    this.#clear();
    byId('verdict-pane').setAttribute('aria-busy', 'true');
    fill(clearVerdict(), element('p.waiting', { role: 'status' }, word('waiting')));
    try {
      const answer = await this.#latest.run((signal) => send('/screenings', project.body(), signal));
      if (!answer) return; // a newer question is under way
      this.#answer = answer;
      this.#page.site.colour(answer.decision.verdict);
      this.#show();
      byId('verdict').querySelector('.headline').scrollIntoView({ block: 'nearest' });
    } catch (problem) {
      fill(clearVerdict());
      this.refuse(problem);
    }
    byId('verdict-pane').removeAttribute('aria-busy');
  }

  #show() {
    const { form, declare, measure, showOnMap } = this.#page;
    const answer = this.#answer;
    showVerdict(answer, (plot) => this.#page.site.takePlot(plot));
    showQuestions(answer, form);
    showReasons(answer, {
      form,
      showOnMap,
      declare: (layer) => declare.show(layer),
    });
    showUnderstood(answer, form);
    showCoverage(answer, (layer) => declare.show(layer));
    declare.need(answer);
    measure.show(measured(answer));
  }

  #speak() {
    if (this.#answer) this.#show();
    else if (this.#problem) this.refuse(this.#problem);
    else this.#invite();
  }

  /** Says what is still wanted before the law can be asked. */
  #invite() {
    this.#latest.drop();
    this.#clear();
    byId('verdict-pane').removeAttribute('aria-busy');
    const wanted = project.site ? 'askIndustry' : project.industry ? 'askSite' : 'begin';
    const here = element('div.here');
    fill(
      clearVerdict(),
      element('div.invitation', {}, element('h2', {}, word(wanted)), element('p', {}, word('beginWhy'))),
      here,
    );
    if (!project.industry) showHere(here);
  }

  #clear() {
    this.#answer = null;
    this.#problem = null;
    hideProblem(byId('problem'));
    for (const id of ['questions', 'reasons', 'understood', 'coverage']) fill(byId(id));
    this.#page.site.colour();
    this.#page.measure.clear();
  }
}

/** What touches or overlaps has no distance to draw. */
const isApart = ({ from, to, distance_m: metres }) => from && to && metres >= 0.1;

/** Distances that count, each once: of every reason that is not simply satisfied. */
function measured({ reasons }) {
  const rows = reasons
    .filter(({ outcome }) => outcome !== 'SATISFIED' && outcome !== 'ENCOURAGED')
    .flatMap(({ evidence = [] }) => evidence.filter(isApart));
  return [...new Map(rows.map((row) => [JSON.stringify([row.from, row.to]), row])).values()];
}
