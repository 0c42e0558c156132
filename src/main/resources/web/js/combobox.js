// A text field with a list of what it may mean, worked by keys alone (WAI-ARIA 1.2, combobox with list autocomplete).
import { Latest } from './api.js';
import { element, fill } from './element.js';
import { word } from './words.js';

const PAUSE_MS = 180; // a typist's pause; less would ask for every letter

export class Combobox {
  #input;
  #list;
  #status;
  #search;
  #option;
  #take;
  #nothing;
  #latest = new Latest();
  #found = [];
  #active = -1;
  #timer = 0;

  /**
   * @param input the text field
   * @param search from a text and an AbortSignal to a promise of what it may mean, best first
   * @param option from one of these to the contents of its line
   * @param take called with the one that was chosen, or with null when the field was emptied
   * @param nothing the key of the word for an empty list
   */
  constructor(input, { search, option, take, nothing }) {
    this.#input = input;
    this.#search = search;
    this.#option = option;
    this.#take = take;
    this.#nothing = nothing;
    this.#list = element('ul.options', { role: 'listbox', id: `${input.id}-options`, hidden: true });
    this.#status = element('p.unseen', { role: 'status' });
    input.after(this.#list, this.#status);
    this.#dress(input);
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('focus', () => input.select());
    input.addEventListener('blur', () => this.close());
    this.#list.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the focus in the field
    this.#list.addEventListener('click', (event) => this.#clicked(event));
  }

  #dress(input) {
    const attributes = { role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list' };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.setAttribute('aria-controls', this.#list.id);
    input.autocomplete = 'off';
    input.spellcheck = false;
  }

  /** Names the list for those who hear it. */
  name(text) {
    this.#list.setAttribute('aria-label', text);
  }

  close() {
    clearTimeout(this.#timer);
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#point(-1);
  }

  #typed() {
    clearTimeout(this.#timer);
    const text = this.#input.value.trim();
    if (text) {
      this.#timer = setTimeout(() => this.#find(text), PAUSE_MS);
      return;
    }
    this.close();
    this.#take(null);
  }

  async #find(text, chooseFirst = false) {
    const found = await this.#latest.run((signal) => this.#search(text, signal)).catch((problem) => problem);
    if (found === undefined || document.activeElement !== this.#input) return;
    if (found instanceof Error) {
      this.#tell([], found.type === 'unreachable' ? word('unreachable') : found.message);
      return;
    }
    this.#found = found;
    this.#tell(found, word(this.#nothing, { q: text }));
    if (chooseFirst && found.length) this.#choose(found[0]);
  }

  #tell(found, otherwise) {
    const options = found.map((one, i) => this.#line(one, i));
    fill(this.#list, options.length ? options : element('li.nothing', { role: 'presentation' }, otherwise));
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#status.textContent = options.length ? word('found', { n: options.length }) : otherwise;
    this.#point(-1);
  }

  #line(one, i) {
    const id = `${this.#list.id}-${i}`;
    const code = one.code ?? one.adcode;
    return element(
      'li',
      { role: 'option', id, 'data-index': i, 'data-code': code, 'aria-selected': 'false' },
      this.#option(one),
    );
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const text = this.#input.value.trim();
    if (step && !this.#list.hidden) {
      event.preventDefault();
      const from = this.#active < 0 && step < 0 ? 0 : this.#active;
      this.#point((from + step + this.#found.length) % Math.max(1, this.#found.length));
    } else if (step && text) {
      this.#find(text);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#entered(text);
    } else if (event.key === 'Escape') {
      this.close();
    }
  }

  /** Enter takes the line pointed at, or the first; a typist faster than the list need not wait for it. */
  #entered(text) {
    if (!this.#list.hidden && this.#found.length) this.#choose(this.#found[Math.max(0, this.#active)]);
    else if (text) {
      clearTimeout(this.#timer);
      this.#find(text, true);
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
    if (item) this.#choose(this.#found[Number(item.dataset.index)]);
  }

  #choose(one) {
    this.close();
    this.#found = [];
    this.#take(one);
  }
}
