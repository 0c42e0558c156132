// Two answers share one column: the verdict on the site and the ranking of parks.
import { byId } from './element.js';

const NAMES = ['verdict', 'places'];

export class Tabs {
  constructor() {
    for (const name of NAMES) {
      const tab = byId(`${name}-tab`);
      tab.addEventListener('click', () => this.show(name));
      tab.addEventListener('keydown', (event) => this.#key(event, name));
    }
  }

  show(chosen) {
    for (const name of NAMES) {
      const tab = byId(`${name}-tab`);
      tab.setAttribute('aria-selected', String(name === chosen));
      tab.tabIndex = name === chosen ? 0 : -1;
      byId(`${name}-pane`).hidden = name !== chosen;
    }
  }

  #key(event, name) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = NAMES.find((one) => one !== name);
    this.show(other);
    byId(`${other}-tab`).focus();
  }
}
