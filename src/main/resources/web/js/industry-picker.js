// The industry field: a combobox over GET /industries, by code or by product, in Chinese or English.
import { Latest, ask } from './api.js';
import { byId, element, fill } from './element.js';
import { project } from './project.js';
import { spoken, whenSpoken, word } from './words.js';

const PAUSE_MS = 180; // a typist's pause; less would ask for every letter

export class IndustryPicker {
  #input = byId('industry-input');
  #list = byId('industry-options');
  #status = byId('industry-status');
  #latest = new Latest();
  #found = [];
  #active = -1;
  #timer = 0;

  constructor() {
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('focus', () => this.#input.select());
    this.#input.addEventListener('blur', () => this.#close());
    this.#list.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the focus in the field
    this.#list.addEventListener('click', (event) => this.#clicked(event));
    whenSpoken(() => project.industry && (this.#input.value = nameOf(project.industry)));
  }

  /** Chooses by code, as from an address. */
  async choose(code) {
    const { industries } = await ask('/industries', { q: code });
    const industry = industries.find((one) => one.code === code);
    if (industry) this.#take(industry);
  }

  #typed() {
    clearTimeout(this.#timer);
    const text = this.#input.value.trim();
    if (text) {
      this.#timer = setTimeout(() => this.#search(text), PAUSE_MS);
      return;
    }
    this.#close();
    if (project.industry) project.change({ industry: null });
  }

  async #search(text) {
    const answer = await this.#latest
      .run((signal) => ask('/industries', { q: text }, signal))
      .catch(() => ({ industries: [] }));
    if (!answer || document.activeElement !== this.#input) return;
    this.#found = answer.industries.filter(({ code }) => /\d{2,4}$/.test(code)).slice(0, 30);
    this.#show(text);
  }

  #show(text) {
    const options = this.#found.map((industry, i) => option(industry, i));
    fill(
      this.#list,
      options.length ? options : element('li.nothing', { role: 'presentation' }, word('noIndustry', { q: text })),
    );
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#status.textContent = options.length
      ? word('foundIndustries', { n: options.length })
      : word('noIndustry', { q: text });
    this.#point(-1);
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.#list.hidden) {
      event.preventDefault();
      const from = this.#active < 0 && step < 0 ? 0 : this.#active;
      this.#point((from + step + this.#found.length) % Math.max(1, this.#found.length));
    } else if (step && this.#input.value.trim()) {
      this.#search(this.#input.value.trim());
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!this.#list.hidden && this.#found.length) this.#take(this.#found[Math.max(0, this.#active)]);
    } else if (event.key === 'Escape') {
      this.#close();
    }
  }

  #point(index) {
    this.#active = index;
    [...this.#list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    const item = this.#list.children[index];
    if (item?.id) this.#input.setAttribute('aria-activedescendant', item.id);
    else this.#input.removeAttribute('aria-activedescendant');
    item?.scrollIntoView({ block: 'nearest' });
  }

  #clicked(event) {
    const item = event.target.closest('[role=option]');
    if (item) this.#take(this.#found[Number(item.dataset.index)]);
  }

  #take(industry) {
    clearTimeout(this.#timer);
    this.#close();
    this.#input.value = nameOf(industry);
    project.change({ industry });
  }

  #close() {
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#point(-1);
  }
}

const nameOf = (industry) => `${industry.code} ${spoken(industry)}`;

const option = (industry, i) =>
  element(
    'li',
    {
      role: 'option',
      id: `industry-option-${i}`,
      'data-index': i,
      'data-code': industry.code,
      'aria-selected': 'false',
    },
    element('span.code', {}, industry.code),
    element(
      'span.names',
      {},
      element('span', { lang: 'zh-CN' }, industry.zh),
      industry.en && element('span.second', { lang: 'en' }, industry.en),
    ),
  );
