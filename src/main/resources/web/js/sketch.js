// Drawing a plot: click its corners, or place them by keys; double-click or "finish" ends, Escape cancels, Backspace takes
// one corner back.
import { byId } from './element.js';
import { whenSpoken, word } from './words.js';

export class Sketch {
  active = false;
  #map;
  #done;
  #corners = [];
  #cursor = null;
  #button = byId('draw');
  #bar = byId('draw-bar');

  constructor(map, done) {
    this.#map = map;
    this.#done = done;
    this.#button.setAttribute('aria-pressed', 'false');
    this.#button.addEventListener('click', () => (this.active ? this.#stop() : this.#start()));
    byId('draw-finish').addEventListener('click', () => this.#finish());
    byId('draw-undo').addEventListener('click', () => this.#undo());
    byId('draw-cancel').addEventListener('click', () => this.#stop());
    document.addEventListener('keydown', (event) => this.active && this.#key(event));
    map.on('click', (event) => this.active && this.add(event.lngLat));
    map.on('mousemove', (event) => this.active && this.#follow(event));
    map.on('dblclick', (event) => this.active && this.#double(event));
    whenSpoken(() => this.#show());
  }

  #start() {
    this.active = true;
    this.#corners = [];
    this.#turn();
  }

  #stop() {
    this.active = false;
    this.#corners = [];
    this.#cursor = null;
    this.#turn();
  }

  #turn() {
    const { doubleClickZoom } = this.#map;
    if (this.active) doubleClickZoom.disable();
    else doubleClickZoom.enable();
    this.#map.getCanvas().classList.toggle('drawing', this.active);
    this.#button.setAttribute('aria-pressed', String(this.active));
    this.#bar.hidden = !this.active;
    this.#show();
  }

  /** Adds a corner at a position of the map. */
  add(lngLat) {
    const last = this.#corners.at(-1);
    const point = this.#map.project(lngLat);
    if (last && this.#map.project(last).dist(point) < 3) return; // the second half of a double click
    this.#corners.push([round(lngLat.lng), round(lngLat.lat)]);
    this.#show();
  }

  #follow({ lngLat }) {
    this.#cursor = [lngLat.lng, lngLat.lat];
    this.#show();
  }

  #double(event) {
    event.preventDefault();
    this.#finish();
  }

  #undo() {
    this.#corners.pop();
    this.#show();
  }

  #key(event) {
    const typing = event.target.matches('input, select, textarea');
    if (event.key === 'Escape') this.#stop();
    else if (event.key === 'Backspace' && !typing) this.#undo();
  }

  #finish() {
    if (this.#corners.length < 3) return;
    const ring = counterclockwise(this.#corners);
    this.#stop();
    this.#done({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });
  }

  #show() {
    const enough = this.#corners.length >= 3;
    byId('draw-hint').textContent = word(this.#corners.length === 0 ? 'drawStart' : enough ? 'drawEnd' : 'drawMore');
    byId('draw-finish').disabled = !enough;
    byId('draw-undo').disabled = this.#corners.length === 0;
    this.#map.getSource('sketch')?.setData({ type: 'FeatureCollection', features: this.#features() });
  }

  #features() {
    const line = this.#cursor && this.#corners.length ? [...this.#corners, this.#cursor] : this.#corners;
    const features = this.#corners.map((corner) => feature('Point', corner));
    if (line.length === 2) features.push(feature('LineString', line));
    if (line.length > 2) features.push(feature('Polygon', [[...line, line[0]]]));
    return features;
  }
}

const feature = (type, coordinates) => ({ type: 'Feature', properties: {}, geometry: { type, coordinates } });

const round = (degrees) => Math.round(degrees * 1e7) / 1e7;

/** RFC 7946 wants outer rings counterclockwise. */
function counterclockwise(ring) {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice < 0 ? [...ring].reverse() : ring;
}
