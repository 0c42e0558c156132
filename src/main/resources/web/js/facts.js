// The form of project facts, one field for each of GET /facts, by its type.
import { ask } from './api.js';
import { byId, element, fill } from './element.js';
import { choiceName, factName } from './fact-words.js';
import { project } from './project.js';
import { whenSpoken, word } from './words.js';

/** Facts that the form leaves out: said elsewhere on the page, or a shape. */
const ELSEWHERE = new Set(['origin', 'approved_plot']);

export class FactsForm {
  #facts = [];
  #holder = byId('facts');
  #types = new Map();

  async load() {
    const { facts } = await ask('/facts');
    this.#facts = facts.filter(({ key }) => !ELSEWHERE.has(key));
    this.#types = new Map(facts.map(({ key, type }) => [key, type]));
    this.#draw();
    whenSpoken(() => this.#draw());
    project.addEventListener('change', ({ detail }) => detail.includes('facts') && this.#show());
  }

  /** A text as JSON of the fact's own type, as the server wants it. */
  typed(key, text) {
    if (text === '' || text === undefined) return undefined;
    const type = this.#types.get(key) ?? '';
    if (type === 'boolean') return text === true || text === 'true';
    if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
    if (type === 'list')
      return String(text)
        .split(/[,，;；]\s*/)
        .filter(Boolean);
    return text;
  }

  #draw() {
    fill(
      this.#holder,
      element('legend', {}, word('facts')),
      this.#facts.map((fact) => this.#field(fact)),
    );
    this.#show();
  }

  #field(fact) {
    const id = `fact-${fact.key}`;
    const choices = choicesOf(fact);
    const change = (event) => project.state(fact.key, this.typed(fact.key, event.target.value.trim()));
    const input = choices
      ? element(
          'select',
          { id, onchange: change },
          element('option', { value: '' }, word('notSaid')),
          choices.map((choice) => element('option', { value: choice }, choiceName(choice))),
        )
      : element('input', {
          id,
          type: inputType(fact.type),
          step: 'any',
          onchange: change,
          placeholder: fact.type === 'list' ? word('listHint') : false,
        });
    const presumed =
      known(fact.presumed) &&
      element('span.presumed', { id: `${id}-presumed` }, word('presumed', { value: choiceName(fact.presumed) }));
    if (presumed) input.setAttribute('aria-describedby', presumed.id);
    return element('div.field', {}, element('label', { for: id }, factName(fact.key), unit(fact)), input, presumed);
  }

  #show() {
    for (const { key } of this.#facts) {
      const value = project.facts[key];
      byId(`fact-${key}`).value = value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value);
    }
  }
}

const known = (value) => value !== null && value !== undefined && value !== '';

const unit = ({ unit, type }) => (unit && type !== 'list' ? element('span.unit', {}, unit) : null);

const inputType = (type) => ({ number: 'number', date: 'date' })[type] ?? 'text';

function choicesOf({ type, choices }) {
  if (type === 'boolean') return ['true', 'false'];
  return Array.isArray(choices) && choices.length ? choices : null;
}
