// The site: a click on the map, typed coordinates, a drawn plot, a plot from a file, or a park.
import { byId } from './element.js';
import { maplibre } from './map.js';
import { project } from './project.js';
import { plotIn } from './site-file.js';
import { Sketch } from './sketch.js';
import { whenSpoken, word } from './words.js';

const PLACE_LAYERS = ['provinces', 'prefectures', 'counties'];

/** Where single plots can be told from their neighbours. */
const NEAR = 10;

export class SitePicker {
  #map;
  #sketch;
  #field = byId('lonlat');
  #note = byId('site-note');
  #marker = null;
  #division = '';

  /**
   * @param map null where the browser cannot draw one; coordinates and files still work
   * @param taken whether something else on the map takes a click, an event of the map
   */
  constructor(map, taken) {
    this.#map = map;
    this.#sketch = map && new Sketch(map, (geometry) => this.#take({ geometry, kind: 'drawn' }));
    byId('draw').hidden = !map;
    map?.on('click', (event) => this.#sketch.active || taken(event) || this.takeAt(event.lngLat, event.point));
    this.#field.addEventListener('change', () => this.#typed());
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#typed();
    });
    byId('plot-file').addEventListener('change', ({ target }) => this.#opened(target));
    byId('open-file').addEventListener('click', () => byId('plot-file').click());
    byId('clear-site').addEventListener('click', () => this.#clear());
    whenSpoken(() => this.#tell());
  }

  get sketch() {
    return this.#sketch;
  }

  /** Takes a park of the ranking: its outline where there is one, else its point. */
  takePark({ name, lon, lat, geometry }) {
    this.#take({ geometry: geometry ?? pointAt(lon, lat), kind: 'park', name });
    this.show();
  }

  /** Takes a plot that an answer proposes. */
  takePlot(geometry) {
    this.#take({ geometry, kind: 'drawn' });
    this.show();
  }

  takePoint(lon, lat) {
    this.#take({ geometry: pointAt(lon, lat), kind: 'point' });
    const map = this.#map;
    if (map && (map.getZoom() < NEAR - 2 || !map.getBounds().contains([lon, lat])))
      map.jumpTo({ center: [lon, lat], zoom: Math.max(NEAR, map.getZoom()) });
  }

  /** Takes a position of the map that the reader pointed at. */
  takeAt({ lng, lat }, point) {
    const lon = round(((lng + 540) % 360) - 180);
    this.#take({ geometry: pointAt(lon, round(lat)), kind: 'point' }, this.#divisionAt(point));
  }

  /** Colours the site by its verdict; undefined while that is not known. */
  colour(verdict) {
    const geometry = project.site?.geometry;
    const shape = geometry && geometry.type !== 'Point';
    this.#map?.getSource('site')?.setData({
      type: 'FeatureCollection',
      features: shape ? [{ type: 'Feature', properties: { verdict: verdict ?? '' }, geometry }] : [],
    });
    const pin = this.#marker?.getElement();
    if (pin) pin.dataset.verdict = verdict ?? '';
  }

  #divisionAt(point) {
    const found = this.#map.queryRenderedFeatures(point, { layers: PLACE_LAYERS });
    const names = PLACE_LAYERS.map((layer) => found.find((feature) => feature.layer.id === layer)?.properties.name);
    return [...new Set(names.filter(Boolean))].join(' ');
  }

  #typed() {
    const text = this.#field.value.trim();
    if (!text) return;
    const [lon, lat, more] = text.split(/[\s,，;；]+/).map(Number);
    if (more === undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
      const [x, y] = project.site?.kind === 'point' ? project.site.geometry.coordinates : [];
      if (x !== lon || y !== lat) this.takePoint(lon, lat);
    } else this.#refuse('badLonlat');
  }

  async #opened(input) {
    const [file] = input.files;
    input.value = '';
    if (!file) return;
    try {
      this.#take({ geometry: plotIn(await file.text()), kind: 'file', name: file.name });
      this.show();
    } catch {
      this.#refuse('badFile');
    }
  }

  #refuse(key) {
    this.#field.setAttribute('aria-invalid', 'true');
    this.#note.textContent = word(key);
  }

  /** Brings the site into view. */
  show() {
    if (project.site)
      this.#map?.fitBounds(boundsOf(project.site.geometry), { maxZoom: 13, padding: 90, duration: 700 });
  }

  #take(site, division = '') {
    this.#division = division;
    project.change({ site });
    this.#mark();
    this.#tell();
  }

  #clear() {
    project.change({ site: null });
    this.#mark();
    this.#tell();
    this.#field.value = '';
    this.#field.focus();
  }

  #mark() {
    this.#marker?.remove();
    this.#marker = null;
    const geometry = project.site?.geometry;
    if (this.#map && geometry?.type === 'Point')
      this.#marker = new maplibre.Marker({ element: pin(), anchor: 'bottom' })
        .setLngLat(geometry.coordinates)
        .addTo(this.#map);
    this.colour();
  }

  #tell() {
    const { site } = project;
    this.#field.removeAttribute('aria-invalid');
    byId('clear-site').hidden = !site;
    if (!site) {
      this.#note.textContent = word('noSite');
      return;
    }
    this.#field.value = site.geometry.type === 'Point' ? site.geometry.coordinates.join(', ') : '';
    this.#note.textContent = [describe(site), this.#division].filter(Boolean).join(' · ');
  }
}

function describe(site) {
  const { kind, name, geometry } = site;
  if (kind === 'park') return word('parkSite', { name });
  if (kind === 'file') return word('fileSite', { name });
  if (kind === 'drawn') return word('drawnSite', { n: geometry.coordinates[0].length - 1 });
  return word('pointSite');
}

function pin() {
  const made = document.createElement('div');
  made.className = 'pin';
  return made;
}

const pointAt = (lon, lat) => ({ type: 'Point', coordinates: [lon, lat] });

/** Six digits after the point: a tenth of a metre. */
const round = (degrees) => Math.round(degrees * 1e6) / 1e6;

function boundsOf(geometry) {
  const bounds = new maplibre.LngLatBounds();
  const visit = (part) => (typeof part[0] === 'number' ? bounds.extend(part) : part.forEach(visit));
  visit(geometry.coordinates);
  return bounds;
}
