// One layer of the declared-ground form: how the plot lies to it, and what is known of the zone that it meets.
import { element, fill } from './element.js';
import { project } from './project.js';
import { attributeTitle, attributesOf, plainTitle, valueTitle } from './vocabulary.js';
import { figure, word } from './words.js';

const NOT_ATTRIBUTES = new Set(['layer', 'relation', 'distance_m', 'part']);

/** A control unit's access list, as it can be told in one word; the codes are those of the industry asked about. */
const LISTS = {
  nothing: () => ({ complete: true, items: [] }),
  restrict: (code) => ({ complete: true, items: [{ dimension: 'spatial', effect: 'restrict', codes: [code] }] }),
  prohibit: (code) => ({ complete: true, items: [{ dimension: 'spatial', effect: 'prohibit', codes: [code] }] }),
};

export class DeclaredLayer {
  inProfile;
  element;
  needed = false;
  #letter;
  #entries; // [{relation, distance_m, attributes}]
  #changed;

  /**
   * @param letter of GET /industries/{code}/letters
   * @param said what was declared of the layer so far
   * @param changed called after every answer
   */
  constructor(letter, said, changed) {
    this.#letter = letter;
    this.#changed = changed;
    this.inProfile = letter.in_profile;
    this.#entries = said.length ? said.map(entryOf) : [{ relation: '', attributes: {} }];
    this.element = element('fieldset.declared', { 'data-layer': letter.layer });
    this.#draw();
  }

  /** The rows of `declared` that the answers amount to; what is not finished is left out. */
  get says() {
    return this.#entries.filter(isFinished).map((entry) => this.#row(entry));
  }

  focus() {
    this.element.querySelector('select')?.focus({ preventScroll: true });
  }

  mark(needed) {
    this.needed = needed;
    this.element.classList.toggle('needed', needed);
  }

  #row({ relation, distance_m: metres, attributes }) {
    const { layer } = this.#letter;
    if (relation === 'none') return { layer, relation };
    const told = Object.entries(attributes).filter(([, value]) => value !== '');
    const distance = relation === 'distance' ? { distance_m: metres } : {};
    return { layer, relation, ...distance, ...Object.fromEntries(told) };
  }

  #draw() {
    const { layer, effect } = this.#letter;
    const last = this.#entries.at(-1);
    fill(
      this.element,
      element(
        'legend',
        {},
        plainTitle(layer),
        effect !== 'none' && element('span.badge', { 'data-effect': effect }, word(`may_${effect}`)),
      ),
      this.#entries.map((entry, i) => this.#entry(entry, i)),
      isFinished(last) &&
        last.relation !== 'none' &&
        element('button.link', { type: 'button', onclick: () => this.#add() }, word('declareAnother')),
    );
  }

  #add() {
    this.#entries.push({ relation: '', attributes: {} });
    this.#draw();
    this.element.querySelectorAll('select[data-relation]')[this.#entries.length - 1].focus();
  }

  #entry(entry, i) {
    const met = entry.relation === 'overlap' || entry.relation === 'distance';
    return element(
      'div.entry',
      {},
      this.#relation(entry, i),
      entry.relation === 'distance' && this.#metres(entry),
      met && attributesOf(this.#letter.layer).map((attribute) => this.#attribute(entry, attribute)),
    );
  }

  #relation(entry, i) {
    const { within_m: limits = [], distance_set_elsewhere: elsewhere } = this.#letter;
    const relations = ['overlap', ...(limits.length || elsewhere ? ['distance'] : []), ...(i === 0 ? ['none'] : [])];
    return element(
      'select',
      {
        'data-relation': '',
        'aria-label': `${plainTitle(this.#letter.layer)}: ${word('howItLies')}`,
        onchange: ({ target }) => this.#relate(entry, i, target.value),
      },
      element('option', { value: '' }, word(this.inProfile ? 'asServed' : 'notSaid')),
      relations.map((relation) =>
        element('option', { value: relation, selected: relation === entry.relation }, word(`lies_${relation}`)),
      ),
    );
  }

  #relate(entry, i, relation) {
    entry.relation = relation;
    if (relation === '' && i > 0) this.#entries.splice(i, 1);
    if (relation === 'none') this.#entries = [entry];
    this.#draw();
    this.element.querySelectorAll('select[data-relation]')[Math.min(i, this.#entries.length - 1)].focus();
    this.#changed();
  }

  #metres(entry) {
    const limits = (this.#letter.within_m ?? []).map((limit) => figure(limit)).join(word('comma'));
    return element(
      'label.metres',
      {},
      element('input', {
        type: 'number',
        min: 0,
        step: 'any',
        value: entry.distance_m ?? false,
        'aria-label': word('distanceM'),
        onchange: ({ target }) => {
          entry.distance_m = target.value === '' ? undefined : Number(target.value);
          this.#changed();
        },
      }),
      ' m',
      limits && element('span.note', {}, word('limits', { value: limits })),
    );
  }

  #attribute(entry, attribute) {
    const { layer, attributes } = this.#letter;
    if (!(attribute.name in attributes) && attribute.name !== 'items') return null;
    const title = attributeTitle(layer, attribute.name);
    const change = (value) => {
      entry.attributes[attribute.name] = value;
      this.#changed();
    };
    const field = attribute.name === 'items' ? accessList(entry, change) : this.#value(entry, attribute, change);
    return element('label.attribute', {}, element('span', {}, title), field);
  }

  #value(entry, { name, open, values }, change) {
    const { layer, attributes } = this.#letter;
    const words = open ? (attributes[name] ?? []) : values.filter(isOfToday).map(({ value }) => value);
    const now = entry.attributes[name] ?? '';
    if (open && words.every((value) => Number.isFinite(Number(value)))) return numberField(name, now, change);
    return element(
      'select',
      { 'data-attribute': name, onchange: ({ target }) => change(target.value) },
      element('option', { value: '' }, word('notKnown')),
      words.map((value) => element('option', { value, selected: value === now }, valueTitle(layer, name, value))),
      open && element('option', { value: 'other', selected: now === 'other' }, word('other')),
    );
  }
}

const numberField = (name, now, change) =>
  element('input', {
    type: 'number',
    step: 'any',
    value: now,
    'data-attribute': name,
    onchange: ({ target }) => change(target.value),
  });

function accessList(entry, change) {
  const code = project.industry?.code ?? '';
  const texts = Object.entries(LISTS).map(([name, list]) => [name, JSON.stringify(list(code))]);
  return element(
    'select',
    { 'data-attribute': 'items', onchange: ({ target }) => change(target.value) },
    element('option', { value: '' }, word('notKnown')),
    texts.map(([name, text]) =>
      element('option', { value: text, selected: text === entry.attributes.items }, word(`list_${name}`)),
    ),
  );
}

const isFinished = ({ relation, distance_m: metres }) =>
  relation === 'overlap' || relation === 'none' || (relation === 'distance' && Number.isFinite(metres) && metres >= 0);

/** A word that the law has given up, or not yet taken up, on the day asked. */
function isOfToday({ from, to }) {
  const day = project.asOf || new Date().toISOString().slice(0, 10);
  return (!from || from <= day) && (!to || day < to);
}

function entryOf({ relation, distance_m: metres, ...rest }) {
  const attributes = Object.entries(rest).filter(([name]) => !NOT_ATTRIBUTES.has(name));
  return { relation, distance_m: metres, attributes: Object.fromEntries(attributes) };
}
