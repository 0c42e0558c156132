// Draws a measured distance on the map: from the site to the nearest point of a zone.
import { distance } from './words.js';

const NOTHING = { type: 'FeatureCollection', features: [] };

export class Measure {
  #map;

  constructor(map) {
    this.#map = map;
  }

  show({ from, to, distance_m: metres }) {
    const label = typeof metres === 'number' ? distance(metres) : '';
    this.#map.getSource('measure').setData({ type: 'Feature', properties: { label }, geometry: { type: 'LineString', coordinates: [from, to] } });
    const west = Math.min(from[0], to[0]);
    const south = Math.min(from[1], to[1]);
    const east = Math.max(from[0], to[0]);
    const north = Math.max(from[1], to[1]);
    this.#map.fitBounds([[west, south], [east, north]], { padding: 120, maxZoom: 15, duration: 700 });
  }

  clear() {
    this.#map.getSource('measure')?.setData(NOTHING);
  }
}
