// The whole map in the colours of one project: what the place decides everywhere, from the server's verdict tiles.
import { Latest, ask, check } from './api.js';
import { byId, element, fill } from './element.js';
import { lowestOfGround } from './ground.js';
import { project } from './project.js';
import { spoken, whenSpoken, word } from './words.js';

const ID = 'verdicts';

/** Best first; the same order as the bars of areas. */
const ORDER = ['PERMITTED_AS_CHECKED', 'CONDITIONAL', 'SITE_DEPENDENT', 'INSUFFICIENT', 'PROHIBITED'];

/** Pale enough to read the map below. */
const PAINT = { 'raster-opacity': 0.75, 'raster-resampling': 'nearest', 'raster-fade-duration': 0 };

/** The fabric of a new ground is compiled in the background; meanwhile the tiles are asked for again. */
const AGAIN_MS = 5000;

export class VerdictLayer {
  #map;
  #box = byId('colour-map');
  #latest = new Latest();
  #shown = '';
  #legend = null;
  #timer = 0;

  /** @param map null where the browser cannot draw one */
  constructor(map) {
    this.#map = map;
    byId('colour-map-label').hidden = !map;
    this.#box.addEventListener('change', () => this.refresh());
    whenSpoken(() => this.#key());
  }

  /** Colours the map when it is wanted and an industry is chosen; takes the colours away otherwise. */
  async refresh() {
    clearTimeout(this.#timer);
    const wanted = this.#box.checked && project.industry;
    if (!this.#map || !wanted) {
      this.#remove();
      return;
    }
    const address = `/tiles/verdict/${encodeURIComponent(project.industry.code)}`;
    const query = queryOf(project.terms());
    if (address + query === this.#shown) return;
    try {
      const told = await this.#latest.run((signal) => tileJson(address, query, signal));
      if (told) this.#add(address, query, told);
    } catch (problem) {
      this.#remove();
      if (problem.status === 503) this.#timer = setTimeout(() => this.refresh(), AGAIN_MS);
    }
  }

  #add(address, query, { minzoom = 0, maxzoom = 12, legend = {} }) {
    this.#remove();
    const tiles = [`${location.origin}${address}/{z}/{x}/{y}.png${query}`];
    this.#map.addSource(ID, { type: 'raster', tiles, tileSize: 256, minzoom, maxzoom });
    this.#map.addLayer({ id: ID, type: 'raster', source: ID, paint: PAINT }, lowestOfGround(this.#map));
    this.#shown = address + query;
    this.#legend = legend;
    this.#key();
  }

  #remove() {
    this.#latest.drop();
    this.#shown = '';
    this.#legend = null;
    this.#key();
    if (this.#map?.getLayer(ID)) this.#map.removeLayer(ID);
    if (this.#map?.getSource(ID)) this.#map.removeSource(ID);
  }

  #key() {
    const holder = byId('legend-verdicts');
    holder.hidden = !this.#legend;
    if (!this.#legend) return;
    const known = ORDER.filter((verdict) => this.#legend[verdict]);
    fill(
      holder,
      element('p', {}, `${project.industry.code} ${spoken(project.industry)}`),
      element(
        'ul',
        {},
        known.map((verdict) =>
          element(
            'li',
            { 'data-verdict-of-map': verdict },
            element('span.swatch.verdict', { '--verdict': this.#legend[verdict] }),
            word(verdict),
          ),
        ),
      ),
    );
  }
}

/** TileJSON is there at once; the first tile tells whether the fabric is. */
async function tileJson(address, query, signal) {
  const [told] = await Promise.all([
    ask(`${address}.json${query}`, {}, signal),
    check(`${address}/0/0/0.png${query}`, signal),
  ]);
  return told;
}

function queryOf(terms) {
  const given = Object.entries(terms).filter(([, value]) => value);
  return given.length ? `?${new URLSearchParams(given)}` : '';
}
