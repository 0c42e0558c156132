// Declared ground: most true layers are closed to the public, and a planner may know them. The letters that matter for the
// chosen industry become questions; what is answered stands in the place of what this server's layers say.
import { Latest, ask } from './api.js';
import { DeclaredLayer } from './declared-layer.js';
import { DivisionPicker } from './division-picker.js';
import { byId, element, fill } from './element.js';
import { project } from './project.js';
import { plainTitle } from './vocabulary.js';
import { whenSpoken, word } from './words.js';

const EVERY_LAYER = '*';
const GRAVEST_FIRST = ['prohibit', 'restrict', 'require'];

export class DeclareForm {
  #details = byId('declare');
  #holder = byId('declared-layers');
  #rest = byId('declare-rest');
  #county;
  #latest = new Latest();
  #asked = ''; // what the letters on the page were asked for
  #letters = [];
  #rows = new Map(); // layer → DeclaredLayer
  #needed = new Set(); // layers that the last answer lacked

  constructor() {
    this.#county = new DivisionPicker(byId('county'), (county) => project.change({ county }));
    this.#rest.addEventListener('change', () => this.#tell());
    this.#details.addEventListener('toggle', () => this.#details.open && this.#refresh());
    byId('declare-clear').addEventListener('click', () => this.#clear());
    project.addEventListener('change', ({ detail }) => this.#changed(detail));
    whenSpoken(() => this.#draw());
    this.#count();
  }

  /** Opens the form at a layer. */
  async show(layer) {
    this.#details.open = true;
    await this.#refresh();
    const row = this.#rows.get(layer);
    (row?.element ?? this.#details).scrollIntoView({ block: 'center' });
    row?.focus();
  }

  /** Which layers the answer on the page lacked; they are asked first. */
  need({ coverage = {} }) {
    this.#needed = new Set([...(coverage.no_data ?? [])].map((id) => id.split('.')[0]));
    for (const [layer, row] of this.#rows) row.mark(this.#needed.has(layer));
  }

  #changed(keys) {
    byId('county-field').hidden = Boolean(project.site);
    this.#county.show(project.county);
    this.#count();
    if (this.#details.open && keys.some((key) => ['industry', 'asOf', 'from', 'facts', 'county'].includes(key)))
      this.#refresh();
  }

  /** Asks for the letters when industry, day or facts have changed. */
  async #refresh() {
    if (!project.industry) return this.#draw();
    const query = { ...project.terms(), adcode: project.site ? '' : project.county?.adcode };
    const asked = JSON.stringify([project.industry.code, query]);
    if (asked === this.#asked) return undefined;
    const address = `/industries/${encodeURIComponent(project.industry.code)}/letters`;
    try {
      const answer = await this.#latest.run((signal) => ask(address, query, signal));
      if (!answer) return undefined;
      this.#asked = asked;
      this.#letters = answer.letters.filter(({ parts }) => parts.includes('plot') || parts.includes('any'));
      return this.#draw();
    } catch (problem) {
      return fill(this.#holder, element('p.note', { role: 'alert' }, problem.message || word('unreachable')));
    }
  }

  #draw() {
    this.#rows.clear();
    if (!project.industry) {
      fill(this.#holder, element('p.note', {}, word('declareNeedsIndustry')));
      return;
    }
    const mine = byLayer(project.declared);
    const known = new Set(this.#letters.map(({ layer }) => layer));
    const others = Object.keys(mine)
      .filter((layer) => layer !== EVERY_LAYER && !known.has(layer))
      .map((layer) => ({ layer, attributes: {}, within_m: [], overlap: true, effect: 'none', in_profile: false }));
    for (const letter of [...this.#letters, ...others].sort(this.#order))
      this.#rows.set(letter.layer, new DeclaredLayer(letter, mine[letter.layer] ?? [], () => this.#tell()));
    this.#rest.checked = Boolean(mine[EVERY_LAYER]);
    this.need({ coverage: { no_data: [...this.#needed] } });
    fill(this.#holder, this.#section('declareClosed', false), this.#section('declareServed', true));
  }

  /** Layers that this server cannot check come first: they are why one declares. */
  #section(title, inProfile) {
    const rows = [...this.#rows.values()].filter((row) => row.inProfile === inProfile);
    return (
      rows.length > 0 &&
      element(
        'details.folded',
        { open: !inProfile || rows.some((row) => row.needed || row.says.length > 0) },
        element('summary', {}, word(title), element('span.count', {}, String(rows.length))),
        rows.map((row) => row.element),
      )
    );
  }

  #order = (a, b) =>
    Number(this.#needed.has(b.layer)) - Number(this.#needed.has(a.layer)) ||
    rank(a.effect) - rank(b.effect) ||
    plainTitle(a.layer).localeCompare(plainTitle(b.layer), 'zh-CN');

  #tell() {
    const declared = [...this.#rows.values()].flatMap((row) => row.says);
    if (this.#rest.checked) declared.push({ layer: EVERY_LAYER, relation: 'none' });
    if (JSON.stringify(declared) !== JSON.stringify(project.declared)) project.change({ declared });
  }

  #clear() {
    project.change({ declared: [] });
    this.#draw();
  }

  #count() {
    const count = byId('declare-count');
    count.textContent = project.declared.length;
    count.hidden = project.declared.length === 0;
    byId('declare-clear').hidden = count.hidden;
  }
}

const rank = (effect) => (GRAVEST_FIRST.includes(effect) ? GRAVEST_FIRST.indexOf(effect) : GRAVEST_FIRST.length);

function byLayer(declared) {
  const layers = {};
  for (const one of declared) (layers[one.layer] ??= []).push(one);
  return layers;
}
