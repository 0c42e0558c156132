// The industry field: by code or by product, in Chinese or English. A product that tells the process brings the fact along.
import { ask } from './api.js';
import { Combobox } from './combobox.js';
import { byId, element } from './element.js';
import { project } from './project.js';
import { choiceTitle, factTitle } from './vocabulary.js';
import { spoken, whenSpoken, word } from './words.js';

const MOST = 30;

export class IndustryPicker {
  #input = byId('industry-input');
  #implied = {}; // facts that the last choice brought along

  constructor() {
    const box = new Combobox(this.#input, {
      search: async (q, signal) => (await ask('/industries', { q, limit: MOST }, signal)).industries.filter(isAsked),
      option: optionOf,
      take: (industry) => this.#take(industry),
      nothing: 'noIndustry',
    });
    whenSpoken(() => {
      box.name(word('industries'));
      if (project.industry) this.#input.value = nameOf(project.industry);
    });
    // What was typed and not chosen gives way to what is asked.
    this.#input.addEventListener('blur', () => project.industry && (this.#input.value = nameOf(project.industry)));
  }

  /** Chooses by code, as from an address; a code that does not exist is a Problem. */
  async choose(code) {
    this.#take(await ask(`/industries/${encodeURIComponent(code)}`));
  }

  #take(industry) {
    if (!industry) {
      if (project.industry) project.change({ industry: null });
      return;
    }
    this.#input.value = nameOf(industry);
    project.change({ industry, facts: this.#factsWith(industry.facts ?? {}) });
  }

  /** The facts given, without what the former product implied, with what this one implies. */
  #factsWith(implied) {
    const given = Object.entries(project.facts).filter(([key, value]) => this.#implied[key] !== value);
    this.#implied = implied;
    return { ...Object.fromEntries(given), ...implied };
  }
}

/** The law is asked with two to four digits; a section's letter is too wide. */
const isAsked = ({ code }) => /^\d{2,4}$/.test(code);

const nameOf = (industry) => `${industry.code} ${spoken(industry)}`;

function optionOf(industry) {
  const { code, zh, en, matched, facts = {} } = industry;
  const other = [en, matched === zh || matched === en || matched === code ? '' : matched].filter(Boolean);
  return [
    element('span.code', {}, code),
    element(
      'span.names',
      {},
      element('span', { lang: 'zh-CN' }, zh),
      other.length > 0 && element('span.second', {}, other.join(' · ')),
      Object.entries(facts).map(([key, value]) =>
        element('span.second', {}, `${factTitle(key)}: ${choiceTitle(key, value)}`),
      ),
    ),
  ];
}
