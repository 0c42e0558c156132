// The map and its calm base: divisions, rivers and lakes from Luodi's own tiles. Nothing comes from elsewhere.
import * as maplibre from '/static/lib/maplibre-gl.js';
import { style } from './map-style.js';
import { tileSource } from './tiles.js';
import { whenSpoken, word } from './words.js';

export { maplibre };

const CHINA = [
  [73.4, 17.5],
  [135.2, 53.8],
];
const BASE_SOURCES = ['provinces', 'prefectures', 'counties', 'rivers', 'lakes'];

/** Which style layers a base layer of the panel switches. */
export const BASE_PARTS = {
  lakes: ['lakes', 'lakes-shore'],
  rivers: ['rivers'],
  counties: ['counties', 'counties-line', 'counties-label'],
  prefectures: ['prefectures', 'prefectures-line', 'prefectures-label'],
  provinces: ['provinces-band', 'provinces-line', 'provinces-label'],
};

/** Ground layers are put below this one, so that borders and names stay readable. */
export const GROUND_BELOW = 'counties-line';

export async function openMap(container) {
  maplibre.setWorkerUrl(new URL('/static/lib/maplibre-gl-worker.js', location.href).href);
  const map = new maplibre.Map({
    container,
    style: style(await baseSources()),
    locale: localeOf(),
    bounds: CHINA,
    fitBoundsOptions: { padding: 24 },
    minZoom: 2.2,
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    doubleClickZoom: true,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(new maplibre.ScaleControl({ maxWidth: 120 }), 'bottom-left');
  whenSpoken(() => rename(map));
  return map;
}

const localeOf = () => ({
  'Map.Title': word('map'),
  'NavigationControl.ZoomIn': word('zoomCloser'),
  'NavigationControl.ZoomOut': word('zoomFarther'),
  'AttributionControl.ToggleAttribution': word('sources'),
});

/** MapLibre reads its locale once; after a change of language its parts are named anew. */
function rename(map) {
  const parts = {
    '.maplibregl-canvas': 'map',
    '.maplibregl-ctrl-zoom-in': 'zoomCloser',
    '.maplibregl-ctrl-zoom-out': 'zoomFarther',
    '.maplibregl-ctrl-attrib-button': 'sources',
  };
  for (const [selector, key] of Object.entries(parts)) {
    const part = map.getContainer().querySelector(selector);
    part?.setAttribute('aria-label', word(key));
    if (part?.title) part.title = word(key);
  }
}

/** Names the sources of the base map; the other layers bring theirs along. */
export function attribute(map, layers) {
  const sources = layers.filter(({ id }) => BASE_SOURCES.includes(id)).map(({ source }) => escaped(source));
  const control = new maplibre.AttributionControl({
    compact: true,
    customAttribution: [...new Set(sources)].filter(Boolean),
  });
  map.addControl(control, 'bottom-right');
  map.once('idle', () => fold(map.getContainer().querySelector('.maplibregl-ctrl-attrib')));
}

/** MapLibre opens a compact attribution at the start; on a phone it hides the map. */
function fold(attribution) {
  attribution.removeAttribute('open');
  attribution.classList.remove('maplibregl-compact-show');
}

/** MapLibre takes attributions as markup; sources are text. */
export const escaped = (text) =>
  String(text ?? '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

async function baseSources() {
  return Object.fromEntries(await Promise.all(BASE_SOURCES.map(async (id) => [id, await tileSource(id)])));
}

/** Brings a division into view, as far as the tiles at hand tell where it lies. */
export function goToDivision(map, level, adcode) {
  const layer = level === 'county' ? 'counties' : `${level}s`;
  const bounds = new maplibre.LngLatBounds();
  for (const { properties, geometry } of map.querySourceFeatures(layer, { sourceLayer: layer })) {
    if (String(properties.adcode) === adcode) extend(bounds, geometry.coordinates);
  }
  if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 40, duration: 700 });
}

const extend = (bounds, part) =>
  typeof part[0] === 'number' ? bounds.extend(part) : part.forEach((inner) => extend(bounds, inner));
