// Several answers share one column: the verdict on the site, what fits there, the ranking of parks, the areas by division.
import { byId } from './element.js';

const NAMES = ['verdict', 'fits', 'places', 'areas'];

export class Tabs {
  shown = NAMES[0];
  #listeners = new Map();

  constructor() {
    for (const name of NAMES) {
      const tab = byId(`${name}-tab`);
      tab.addEventListener('click', () => this.show(name));
      tab.addEventListener('keydown', (event) => this.#key(event, name));
    }
  }

  /** Calls the listener whenever the tab is opened. */
  whenShown(name, listener) {
    this.#listeners.set(name, listener);
  }

  show(chosen) {
    this.shown = chosen;
    for (const name of NAMES) {
      const tab = byId(`${name}-tab`);
      tab.setAttribute('aria-selected', String(name === chosen));
      tab.tabIndex = name === chosen ? 0 : -1;
      byId(`${name}-pane`).hidden = name !== chosen;
    }
    this.#listeners.get(chosen)?.();
  }

  #key(event, name) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const next = NAMES[(NAMES.indexOf(name) + step + NAMES.length) % NAMES.length];
    this.show(next);
    byId(`${next}-tab`).focus();
  }
}
