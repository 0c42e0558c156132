// Which industries fit the place: all classes by what the place decides, with the rules that block or favour each.
import { Latest, send } from './api.js';
import { byId, element, fill } from './element.js';
import { hideProblem, showProblem } from './problem.js';
import { project } from './project.js';
import { chip } from './verdict.js';
import { loadRules, ruleTitle } from './vocabulary.js';
import { language, spoken, whenSpoken, word } from './words.js';

const GROUPS = ['permitted_as_checked', 'conditional', 'insufficient', 'prohibited'];
const MOST = 60; // of a group at first

export class Fits {
  #take;
  #latest = new Latest();
  #holder = byId('fits');
  #answer = null;
  #wanted = '';
  #opened = new Set(); // groups that are listed in full

  /**
   * @param tabs asks only while its tab is shown
   * @param take called with the code of the industry that the user chose
   */
  constructor(tabs, take) {
    this.#take = take;
    tabs.whenShown('fits', () => this.#answer ?? this.#ask());
    this.isShown = () => tabs.shown === 'fits';
    whenSpoken(() => this.#draw());
  }

  /** Forgets what was asked of another place, day or set of facts. */
  refresh() {
    hideProblem(byId('fits-problem'));
    this.#latest.drop();
    this.#answer = null;
    this.#opened.clear();
    if (this.isShown()) this.#ask();
    else this.#draw();
  }

  async #ask() {
    if (!project.placed) {
      this.#draw();
      return;
    }
    fill(this.#holder, element('p.waiting', { role: 'status' }, word('waitingFits')));
    try {
      const answer = await this.#latest.run((signal) =>
        Promise.all([send('/fits', project.place(), signal), loadRules()]),
      );
      if (answer) [this.#answer] = answer;
      if (answer) this.#draw();
    } catch (problem) {
      fill(this.#holder);
      showProblem(byId('fits-problem'), problem, () => this.refresh());
    }
  }

  #draw() {
    if (!this.#answer) {
      fill(this.#holder, element('p.note', {}, word('fitsNeedPlace')));
      return;
    }
    const lists = element('div', {});
    const find = element('input', {
      id: 'fits-find',
      type: 'text',
      'aria-label': word('fitsFind'),
      placeholder: word('fitsFind'),
      value: this.#wanted,
      oninput: ({ target }) => {
        this.#wanted = target.value;
        this.#list(lists);
      },
    });
    fill(this.#holder, element('p.note', {}, word('fitsWhy')), find, lists);
    this.#list(lists);
  }

  #list(holder) {
    const groups = GROUPS.map((group) => [group, this.#answer[group].filter(named(this.#wanted))]);
    const [first] = groups.find(([, fits]) => fits.length > 0) ?? [];
    fill(
      holder,
      groups.map(([group, fits]) =>
        fits.length === 0 ? none(group) : this.#group(group, fits, this.#wanted !== '' || group === first, holder),
      ),
      this.#answer.warnings.map((warning) => element('p.note', { lang: 'en' }, warning)),
    );
  }

  #group(group, fits, open, holder) {
    const shown = this.#opened.has(group) ? fits : fits.slice(0, MOST);
    return element(
      'details.folded.fits',
      { 'data-group': group, open },
      element('summary', {}, counted(group, fits.length)),
      element('ul', {}, shown.map((fit) => this.#row(fit))),
      fits.length > shown.length &&
        element(
          'button.quiet.wide',
          { type: 'button', onclick: () => this.#opened.add(group) && this.#list(holder) },
          word('fitsMore', { n: fits.length - shown.length }),
        ),
    );
  }

  #row(fit) {
    return element(
      'li',
      { 'data-fit': fit.code },
      element(
        'button.link',
        { type: 'button', onclick: () => this.#take(fit.code) },
        element('span.code', {}, fit.code),
        element('span', { lang: language() === 'zh' ? 'zh-CN' : 'en' }, nameOf(fit)),
      ),
      told('fitsBlocked', fit.rules),
      told('fitsFavoured', fit.encouraged),
    );
  }
}

const none = (group) => element('p.fits', { 'data-group': group }, counted(group, 0));

const counted = (group, count) => [chip(group.toUpperCase()), element('span.count', {}, String(count))];

const nameOf = (fit) => spoken({ zh: fit.name, en: fit.name_en });

const told = (key, rules) =>
  rules.length > 0 && element('span.second', {}, `${word(key)}${rules.map(ruleTitle).join(word('comma'))}`);

/** By the first digits of the code, or by what it is called. */
function named(wanted) {
  const text = wanted.trim().toLowerCase();
  return ({ code, name, name_en: english }) =>
    code.startsWith(text) || name.includes(text) || (english ?? '').toLowerCase().includes(text);
}
