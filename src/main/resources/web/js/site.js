// The site: a click on the map, typed coordinates, a drawn plot or a park.
import { Sketch } from './sketch.js';
import { byId } from './element.js';
import { maplibre } from './map.js';
import { project } from './project.js';
import { whenSpoken, word } from './words.js';

const PLACE_LAYERS = ['provinces', 'prefectures', 'counties'];

export class SitePicker {
  #map;
  #sketch;
  #field = byId('lonlat');
  #note = byId('site-note');
  #marker = null;
  #division = '';

  /** @param taken whether something else on the map takes a click at a point of the screen */
  constructor(map, taken) {
    this.#map = map;
    this.#sketch = new Sketch(map, (geometry) => this.#take({ geometry, kind: 'drawn' }));
    map.on('click', (event) => this.#sketch.active || taken(event.point) || this.#clicked(event));
    this.#field.addEventListener('change', () => this.#typed());
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#typed();
    });
    whenSpoken(() => this.#tell());
    this.#tell();
  }

  /** Takes a park of the ranking: its outline where there is one, else its point. */
  takePark({ name, lon, lat, geometry }) {
    this.#take({ geometry: geometry ?? pointAt(lon, lat), kind: 'park', name });
    const bounds = boundsOf(project.site.geometry);
    this.#map.fitBounds(bounds, { maxZoom: 12, padding: 80, duration: 900 });
  }

  takePoint(lon, lat) {
    this.#take({ geometry: pointAt(lon, lat), kind: 'point' });
    if (!this.#map.getBounds().contains([lon, lat]))
      this.#map.flyTo({ center: [lon, lat], zoom: Math.max(9, this.#map.getZoom()) });
  }

  /** Colours the site by its verdict; undefined while that is not known. */
  colour(verdict) {
    const source = this.#map.getSource('site');
    const geometry = project.site?.geometry;
    source?.setData({
      type: 'FeatureCollection',
      features:
        geometry && geometry.type !== 'Point'
          ? [{ type: 'Feature', properties: { verdict: verdict ?? '' }, geometry }]
          : [],
    });
    const pin = this.#marker?.getElement();
    if (pin) pin.dataset.verdict = verdict ?? '';
  }

  #clicked(event) {
    const lon = round(((event.lngLat.lng + 540) % 360) - 180);
    const division = this.#divisionAt(event.point);
    this.#take({ geometry: pointAt(lon, round(event.lngLat.lat)), kind: 'point' }, division);
  }

  #divisionAt(point) {
    const found = this.#map.queryRenderedFeatures(point, { layers: PLACE_LAYERS });
    const names = PLACE_LAYERS.map((layer) => found.find((feature) => feature.layer.id === layer)?.properties.name);
    return [...new Set(names.filter(Boolean))].join(' ');
  }

  #typed() {
    const text = this.#field.value.trim();
    if (!text) return;
    const [lon, lat, more] = text.split(/[\s,，;]+/).map(Number);
    const valid = more === undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    this.#field.setAttribute('aria-invalid', String(!valid));
    if (!valid) {
      this.#note.textContent = word('badLonlat');
      return;
    }
    const [x, y] = project.site?.kind === 'point' ? project.site.geometry.coordinates : [];
    if (x !== lon || y !== lat) this.takePoint(lon, lat);
  }

  #take(site, division = '') {
    this.#division = division;
    project.change({ site });
    this.#mark();
    this.#tell();
  }

  #mark() {
    this.#marker?.remove();
    this.#marker = null;
    const { geometry } = project.site;
    if (geometry.type === 'Point')
      this.#marker = new maplibre.Marker({ element: pin(), anchor: 'bottom' })
        .setLngLat(geometry.coordinates)
        .addTo(this.#map);
    this.colour();
  }

  #tell() {
    const { site } = project;
    this.#field.removeAttribute('aria-invalid');
    if (!site) {
      this.#note.textContent = word('noSite');
      return;
    }
    this.#field.value = site.geometry.type === 'Point' ? site.geometry.coordinates.join(', ') : '';
    this.#note.textContent = [describe(site), this.#division].filter(Boolean).join(' · ');
  }
}

function describe(site) {
  if (site.kind === 'park') return word('parkSite', { name: site.name });
  if (site.kind === 'drawn') return word('drawnSite', { n: site.geometry.coordinates[0].length - 1 });
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
