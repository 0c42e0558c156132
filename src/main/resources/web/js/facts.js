// The form of project facts: one field for each of GET /facts, in groups.
import { ask } from './api.js';
import { byId, element, fill } from './element.js';
import { factInput, showIn, shownValue, typed } from './fact-field.js';
import { project } from './project.js';
import { factTitle } from './vocabulary.js';
import { whenSpoken, word } from './words.js';

/** Facts that the form leaves out: said elsewhere on the page, or a shape. */
const ELSEWHERE = new Set(['origin', 'approved_plot']);

/** Which facts stand together; a fact that is in no group stands in the last. */
const GROUPS = {
  factsProject: ['object', 'activity', 'upgrade_purpose', 'investor', 'scale', 'need_area_ha', 'height_m'],
  factsProduct: ['product', 'process', 'capacity', 'net_new_capacity', 'replaces', 'replacement_published_on'],
  factsEnergy: ['uses_coal', 'fuel', 'energy_tce_a', 'coal_t_a', 'electricity_kwh_a', 'energy_intensity', 'water_m3_a'],
  factsEmissions: [
    'discharges',
    'emits',
    'polluting',
    'heavy_water_polluting',
    'increases_discharge',
    'stack_height_m',
  ],
  factsRisk: ['major_hazard', 'hazchem_production', 'hazardous_store', 'env_risk', 'protective_distance_m'],
  factsMore: [],
};

export class FactsForm {
  #facts = new Map();
  #holder = byId('facts');

  async load() {
    const { facts } = await ask('/facts');
    this.#facts = new Map(facts.map((fact) => [fact.key, fact]));
    whenSpoken(() => this.#draw());
    project.addEventListener('change', ({ detail }) => detail.includes('facts') && this.#show());
  }

  /** A fact of GET /facts. */
  named(key) {
    return this.#facts.get(key) ?? { key, type: 'text', choices: [] };
  }

  /** A text as JSON of the fact's own type. */
  typed(key, text) {
    return typed(this.#facts.get(key), text);
  }

  #draw() {
    fill(
      this.#holder,
      element('h2', {}, word('facts')),
      element('p.note', {}, word('factsWhy')),
      Object.keys(GROUPS).map((group) => this.#group(group)),
    );
    this.#show();
  }

  #group(group) {
    return element(
      'fieldset',
      {},
      element('legend', {}, word(group)),
      this.#keysOf(group).map((key) => this.#field(this.#facts.get(key))),
    );
  }

  #keysOf(group) {
    if (group !== 'factsMore') return GROUPS[group].filter((key) => this.#facts.has(key));
    const placed = new Set(Object.values(GROUPS).flat());
    return [...this.#facts.keys()].filter((key) => !placed.has(key) && !ELSEWHERE.has(key));
  }

  #field(fact) {
    const id = `fact-${fact.key}`;
    const input = factInput(fact, { id }, (value) => project.state(fact.key, value));
    const presumed = presumedOf(fact);
    if (presumed) input.setAttribute('aria-describedby', `${id}-presumed`);
    return element(
      'div.field',
      {},
      element('label', { for: id }, factTitle(fact.key), unitOf(fact)),
      input,
      presumed && element('span.presumed', { id: `${id}-presumed` }, presumed),
    );
  }

  #show() {
    for (const key of this.#facts.keys()) {
      const input = byId(`fact-${key}`);
      if (input) showIn(input, project.facts[key]);
    }
  }
}

/** A literal that is presumed, or that the industry decides. */
function presumedOf({ key, presumed }) {
  if (presumed === null || presumed === undefined || presumed === '') return '';
  const byIndustry = presumed.startsWith('=') || presumed.startsWith('true if');
  return byIndustry ? word('presumedByIndustry') : word('presumed', { value: shownValue(key, presumed) });
}

const unitOf = ({ unit, type }) => (unit && type !== 'list' ? element('span.unit', {}, unit) : null);
