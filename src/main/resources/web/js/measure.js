// Draws measured distances on the map: each from the site to the nearest point of a zone, with what lies there.
import { plainTitle } from './vocabulary.js';
import { distance } from './words.js';

export class Measure {
  #map;

  /** @param map null where the browser cannot draw one */
  constructor(map) {
    this.#map = map;
  }

  /** Draws the distances of these rows of evidence, where the map stands. */
  show(rows) {
    const features = rows.flatMap((row) => [lineOf(row), labelOf(row)]);
    this.#map?.getSource('measure')?.setData({ type: 'FeatureCollection', features });
  }

  /** Goes to where one of them was measured. */
  go({ from, to }) {
    const west = Math.min(from[0], to[0]);
    const south = Math.min(from[1], to[1]);
    const east = Math.max(from[0], to[0]);
    const north = Math.max(from[1], to[1]);
    this.#map?.fitBounds(
      [
        [west, south],
        [east, north],
      ],
      { padding: 120, maxZoom: 15, duration: 700 },
    );
  }

  clear() {
    this.show([]);
  }
}

const lineOf = ({ from, to }) => feature('LineString', [from, to]);

const labelOf = ({ from, to, layer, distance_m: metres }) =>
  feature('Point', [along(from[0], to[0]), along(from[1], to[1])], {
    label: `${plainTitle(layer)}\n${distance(metres)}`,
  });

/** Nearer to the zone: lines of several reasons leave the site together. */
const along = (from, to) => from + 0.7 * (to - from);

const feature = (type, coordinates, properties = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
