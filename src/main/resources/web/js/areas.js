// Where an industry may go, in square kilometres: provinces, and within them prefectures and counties.
import { Latest, ask } from './api.js';
import { areaRow } from './area-row.js';
import { byId, element, fill } from './element.js';
import { hideProblem, showProblem } from './problem.js';
import { project } from './project.js';
import { loadRules } from './vocabulary.js';
import { whenSpoken, word } from './words.js';

const LEVELS = ['province', 'prefecture', 'county'];

/** The fabric of a new ground is compiled in the background; meanwhile the question is asked again. */
const AGAIN_MS = 5000;

export class Areas {
  #tabs;
  #go;
  #latest = new Latest();
  #holder = byId('areas');
  #path = []; // [{adcode, name}], from the whole country down
  #answer = null;
  #asked = '';
  #timer = 0;

  /** @param go called with the level and code of a division that the reader opened, to show it on the map */
  constructor(tabs, go) {
    this.#tabs = tabs;
    this.#go = go;
    tabs.whenShown('areas', () => this.refresh());
    whenSpoken(() => this.#draw());
  }

  /** Asks when the tab is open and the question has changed. */
  async refresh() {
    if (this.#tabs.shown !== 'areas') return;
    if (!project.industry) {
      this.#asked = '';
      this.#answer = null;
      this.#draw();
      return;
    }
    const within = this.#path.at(-1)?.adcode;
    const query = { ...project.query(), by: LEVELS[this.#path.length], within };
    if (JSON.stringify(query) !== this.#asked) await this.#ask(query);
  }

  async #ask(query) {
    clearTimeout(this.#timer);
    hideProblem(byId('areas-problem'));
    this.#asked = JSON.stringify(query);
    this.#answer = null;
    fill(this.#holder, this.#crumbs(), element('p.waiting', { role: 'status' }, word('waitingAreas')));
    try {
      const answer = await this.#latest.run((signal) => Promise.all([ask('/verdicts', query, signal), loadRules()]));
      if (!answer) return;
      [this.#answer] = answer;
      this.#draw();
    } catch (problem) {
      this.#asked = '';
      if (problem.status === 503) this.#wait();
      else this.#refuse(problem);
    }
  }

  #wait() {
    fill(this.#holder, element('p.waiting', { role: 'status' }, word('areasCompiling')));
    this.#timer = setTimeout(() => this.refresh(), AGAIN_MS);
  }

  #refuse(problem) {
    fill(this.#holder);
    showProblem(byId('areas-problem'), problem, () => this.refresh());
  }

  #open(division) {
    const level = LEVELS[this.#path.length];
    this.#go(level, division.adcode);
    if (level === 'county') return;
    this.#path = [...this.#path, division];
    this.refresh();
  }

  #backTo(depth) {
    this.#path = this.#path.slice(0, depth);
    this.refresh();
  }

  #draw() {
    if (!this.#answer) {
      fill(this.#holder, element('p.note', {}, word('areasNeedIndustry')));
      return;
    }
    const rows = [...this.#answer.rows].sort((a, b) => usable(b.km2) - usable(a.km2));
    const known = rows.filter((row) => !isUnknown(row));
    const unknown = rows.filter(isUnknown);
    const largest = Math.max(...known.map(({ km2 }) => total(km2)), 1);
    fill(
      this.#holder,
      this.#crumbs(),
      element('p.note', {}, word('areasWhy')),
      key(),
      element(
        'ol.areas',
        {},
        known.map((row) => this.#row(row, largest)),
      ),
      known.length === 0 && element('p.note', {}, word('areasAllUnknown')),
      unknown.length > 0 && withoutData(unknown),
    );
  }

  #row(row, largest) {
    const name = shortName(row.name, this.#path);
    return areaRow({ ...row, name }, largest, () => this.#open({ adcode: row.adcode, name }));
  }

  #crumbs() {
    const names = [word('wholeCountry'), ...this.#path.map(({ name }) => name)];
    return element(
      'nav.crumbs',
      { 'aria-label': word('areas') },
      names.map((name, depth) =>
        depth === names.length - 1
          ? element('span', { 'aria-current': 'true' }, name)
          : element('button.link', { type: 'button', onclick: () => this.#backTo(depth) }, name),
      ),
    );
  }
}

const usable = (km2) => km2.permitted_as_checked + km2.conditional;

const total = (km2) => Object.values(km2).reduce((sum, part) => sum + part, 0);

/** Next to all of it lacks data: the ground of this server ends before. */
const isUnknown = ({ km2 }) => km2.insufficient > 0.99 * total(km2);

/** A county is called with its province and prefecture; below them its own name will do. */
const shortName = (name, path) => path.reduce((rest, { name: above }) => rest.replace(above, ''), name) || name;

const key = () =>
  element(
    'ul.area-key',
    { 'aria-hidden': 'true' },
    ['PERMITTED_AS_CHECKED', 'CONDITIONAL', 'INSUFFICIENT', 'PROHIBITED'].map((verdict) =>
      element('li', { 'data-verdict': verdict }, element('span.swatch.verdict'), word(verdict)),
    ),
  );

const withoutData = (rows) =>
  element(
    'details.folded',
    { 'data-testid': 'areas-unknown' },
    element('summary', {}, word('areasUnknown'), element('span.count', {}, String(rows.length))),
    element('p.note', { lang: 'zh-CN' }, rows.map(({ name }) => name).join('、')),
  );
