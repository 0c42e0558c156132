// Draws measured distances on the map: each from the site to the nearest point of a zone.
import { distance } from './words.js';

export class Measure {
  #map;

  constructor(map) {
    this.#map = map;
  }

  /** Draws the distances of these rows of evidence, where the map stands. */
  show(rows) {
    this.#map.getSource('measure')?.setData({ type: 'FeatureCollection', features: rows.map(lineOf) });
  }

  /** Goes to where one of them was measured. */
  go({ from, to }) {
    const west = Math.min(from[0], to[0]);
    const south = Math.min(from[1], to[1]);
    const east = Math.max(from[0], to[0]);
    const north = Math.max(from[1], to[1]);
    this.#map.fitBounds(
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

const lineOf = ({ from, to, distance_m: metres }) => ({
  type: 'Feature',
  properties: { label: typeof metres === 'number' ? distance(metres) : '' },
  geometry: { type: 'LineString', coordinates: [from, to] },
});
