// Parts of the project that stand apart from the plot: an outfall, an intake, a stack … Rules speak of each differently, and
// the project's verdict is the worst of them.
import { byId, element, fill } from './element.js';
import { maplibre } from './map.js';
import { project } from './project.js';
import { whenSpoken, word } from './words.js';

const KINDS = ['outfall', 'intake', 'stack', 'berth', 'road', 'well'];

export class PartsForm {
  #map;
  #kind = byId('part-kind');
  #field = byId('part-lonlat');
  #pick = byId('part-pick');
  #list = byId('part-list');
  #markers = [];
  #picking = false;

  /** @param map null where the browser cannot draw one; coordinates still work */
  constructor(map) {
    this.#map = map;
    this.#pick.hidden = !map;
    this.#pick.addEventListener('click', () => this.#turn(!this.#picking));
    byId('part-add').addEventListener('click', () => this.#typed());
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#typed();
    });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#turn(false));
    project.addEventListener('change', ({ detail }) => detail.includes('parts') && this.#show());
    whenSpoken(() => this.#speak());
  }

  /** Takes a click on the map when a part is to be placed; returns whether it did. */
  takeAt({ lng, lat }) {
    if (!this.#picking) return false;
    this.#turn(false);
    this.#add(round(lng), round(lat));
    return true;
  }

  #turn(picking) {
    this.#picking = picking;
    this.#pick.setAttribute('aria-pressed', String(picking));
  }

  #typed() {
    const [lon, lat, more] = this.#field.value
      .trim()
      .split(/[\s,，;；]+/)
      .map(Number);
    const valid = this.#field.value.trim() && more === undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    this.#field.setAttribute('aria-invalid', String(!valid));
    if (!valid) return;
    this.#field.value = '';
    this.#add(lon, lat);
  }

  #add(lon, lat) {
    const part = { part: this.#kind.value, geometry: { type: 'Point', coordinates: [lon, lat] } };
    project.change({ parts: [...project.parts, part] });
  }

  #speak() {
    const chosen = this.#kind.value || KINDS[0];
    fill(
      this.#kind,
      KINDS.map((kind) => element('option', { value: kind, selected: kind === chosen }, word(kind))),
    );
    this.#show();
  }

  #show() {
    const count = byId('part-count');
    count.textContent = project.parts.length;
    count.hidden = project.parts.length === 0;
    fill(
      this.#list,
      project.parts.map((part, i) => this.#row(part, i)),
    );
    this.#mark();
  }

  #row({ part, geometry }, i) {
    const where = geometry.coordinates.join(', ');
    return element(
      'li',
      { 'data-part': part },
      element('span', {}, word(part)),
      element('span', {}, where),
      element(
        'button.link',
        {
          type: 'button',
          'aria-label': `${word('remove')}: ${word(part)} ${where}`,
          onclick: () => project.change({ parts: project.parts.filter((_, j) => j !== i) }),
        },
        '✕',
      ),
    );
  }

  #mark() {
    this.#markers.forEach((marker) => marker.remove());
    if (!this.#map) return;
    this.#markers = project.parts.map(({ part, geometry }) =>
      new maplibre.Marker({ element: element('div.part-pin', {}, word(part)), anchor: 'bottom' })
        .setLngLat(geometry.coordinates)
        .addTo(this.#map),
    );
  }
}

/** Six digits after the point: a tenth of a metre. */
const round = (degrees) => Math.round(degrees * 1e6) / 1e6;
