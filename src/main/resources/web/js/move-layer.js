// Where the project may move to, as lines from its origin to every prefecture that does not prohibit it.
import { Latest, ask } from './api.js';
import { byId } from './element.js';
import { escaped, maplibre } from './map.js';
import { project } from './project.js';
import { whenSpoken, word } from './words.js';

const ID = 'moves';

/** The fabric of a new ground is compiled in the background; meanwhile the question is asked again. */
const AGAIN_MS = 5000;

/** In the colours of the page's verdicts; what lacks data stays in the background. */
const paint = () => {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const known = ['in', ['get', 'verdict'], ['literal', ['PERMITTED_AS_CHECKED', 'CONDITIONAL']]];
  return {
    'line-color': [
      'match',
      ['get', 'verdict'],
      'PERMITTED_AS_CHECKED',
      colour('permitted'),
      'CONDITIONAL',
      colour('conditional'),
      colour('insufficient'),
    ],
    'line-width': ['case', ['get', 'paired'], 2.2, known, 1.4, 0.7],
    'line-opacity': ['case', known, 0.85, ['get', 'paired'], 0.35, 0.15],
  };
};

export class MoveLayer {
  #map;
  #box = byId('draw-moves');
  #note = byId('moves-note');
  #latest = new Latest();
  #shown = '';
  #rows = null;
  #timer = 0;

  /** @param map null where the browser cannot draw one */
  constructor(map) {
    this.#map = map;
    this.#box.addEventListener('change', () => this.refresh());
    map?.on('click', ID, ({ lngLat, features }) => this.#tell(lngLat, features[0].properties));
    whenSpoken(() => this.#say());
    this.refresh();
  }

  /** Draws when it is wanted and an industry and an origin are chosen; takes the lines away otherwise. */
  async refresh() {
    clearTimeout(this.#timer);
    byId('draw-moves-label').hidden = !this.#map || !project.industry || !project.from;
    const wanted = this.#map && this.#box.checked && project.industry && project.from;
    if (!wanted) {
      this.#remove();
      return;
    }
    const query = project.query();
    if (JSON.stringify(query) === this.#shown) return;
    try {
      const moves = await this.#latest.run((signal) => ask('/moves', query, signal));
      if (moves) this.#add(query, moves);
    } catch (problem) {
      this.#remove();
      if (problem.status === 503) this.#timer = setTimeout(() => this.refresh(), AGAIN_MS);
    }
  }

  #add(query, { from, rows }) {
    this.#remove();
    const open = rows.filter(({ move }) => move.verdict !== 'PROHIBITED');
    const features = open.map((row) => lineTo(from, row));
    this.#map.addSource(ID, { type: 'geojson', data: { type: 'FeatureCollection', features } });
    this.#map.addLayer({
      id: ID,
      type: 'line',
      source: ID,
      paint: paint(),
    });
    this.#shown = JSON.stringify(query);
    const unknown = open.filter(({ move }) => move.verdict === 'INSUFFICIENT').length;
    this.#rows = { open: open.length - unknown, unknown, prohibited: rows.length - open.length };
    this.#say();
  }

  #remove() {
    this.#latest.drop();
    this.#shown = '';
    this.#rows = null;
    this.#say();
    if (this.#map?.getLayer(ID)) this.#map.removeLayer(ID);
    if (this.#map?.getSource(ID)) this.#map.removeSource(ID);
  }

  #say() {
    this.#note.hidden = !this.#rows;
    this.#note.textContent = this.#rows ? word('movesDrawn', this.#rows) : '';
  }

  #tell(at, { name, verdict, ratio, score }) {
    const lines = [`<strong>${escaped(name)}</strong>`, escaped(word(verdict))];
    if (ratio) lines.push(escaped(`${word('movesRatio')} ${ratio}:1`));
    if (score) lines.push(escaped(`${word('scoreWord')} ${score}`));
    new maplibre.Popup({ closeButton: false }).setLngLat(at).setHTML(lines.join('<br>')).addTo(this.#map);
  }
}

const lineTo = (from, row) => ({
  type: 'Feature',
  geometry: {
    type: 'LineString',
    coordinates: [
      [from.lon, from.lat],
      [row.lon, row.lat],
    ],
  },
  properties: {
    name: row.name,
    verdict: row.move.verdict,
    paired: row.pairings.length > 0,
    ratio: row.ratio.required ?? '',
    score: row.score?.toFixed(2) ?? '',
  },
});
