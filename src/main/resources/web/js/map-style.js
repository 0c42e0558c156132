// How the map looks: a calm base of divisions, rivers and lakes, and above it what the page itself draws.
import { PLAIN, STRONG, fontFaces } from './fonts.js';
import { VERDICT_COLOURS } from './palette.js';

const EMPTY = { type: 'FeatureCollection', features: [] };

/** The style over these tile sources; the page fills its own sources later. */
export function style(tiles) {
  const own = Object.fromEntries(['labels', 'parks', 'site', 'sketch', 'measure'].map((id) => [id, geojson()]));
  return {
    version: 8,
    'font-faces': fontFaces(),
    sources: { ...tiles, ...own },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': '#e6e8e4' } },
      ...base(),
      ...labels(),
      ...parkParts(),
      ...siteParts(),
    ],
  };
}

const geojson = () => ({ type: 'geojson', data: EMPTY });

const grow = (...stops) => ['interpolate', ['exponential', 1.4], ['zoom'], ...stops];

function base() {
  return [
    fill('provinces', { 'fill-color': '#fbfaf6' }),
    fill('prefectures', { 'fill-color': '#fff', 'fill-opacity': 0 }, 5),
    fill('counties', { 'fill-color': '#fff', 'fill-opacity': 0 }, 6),
    fill('lakes', { 'fill-color': '#cfe1e8' }),
    line('lakes', 'lakes-shore', { 'line-color': '#9dbfce', 'line-width': 0.7 }),
    line('rivers', 'rivers', { 'line-color': '#93b9cb', 'line-width': grow(3, 0.5, 7, 1.3, 12, 3) }),
    line('counties', 'counties-line', { 'line-color': '#c6c0b2', 'line-width': grow(6.5, 0.4, 12, 1.2) }, 6.3),
    line('prefectures', 'prefectures-line', { 'line-color': '#b3ac9b', 'line-width': grow(5, 0.35, 12, 1.6) }, 4.8),
    line('provinces', 'provinces-band', {
      'line-color': '#8c8474',
      'line-opacity': 0.14,
      'line-width': grow(3, 3, 10, 10),
    }),
    line('provinces', 'provinces-line', { 'line-color': '#857d6d', 'line-width': grow(3, 0.7, 10, 2) }),
  ];
}

const fill = (id, paint, minzoom = 0) => ({ id, type: 'fill', source: id, 'source-layer': id, minzoom, paint });

const line = (source, id, paint, minzoom = 0) => ({
  id,
  type: 'line',
  source,
  'source-layer': source,
  minzoom,
  paint,
  layout: { 'line-join': 'round', 'line-cap': 'round' },
});

function labels() {
  return [
    label('counties', 7.6, 24, PLAIN, grow(8, 10.5, 12, 14), '#625c50'),
    label('prefectures', 5.4, 9.5, PLAIN, grow(5, 11, 9, 15), '#4c473d'),
    label('provinces', 2, 6.2, STRONG, grow(3, 10.5, 6, 16), '#39352d', 0.08),
  ];
}

function label(kind, minzoom, maxzoom, font, size, colour, spacing = 0.02) {
  return {
    id: `${kind}-label`,
    type: 'symbol',
    source: 'labels',
    minzoom,
    maxzoom,
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'text-field': ['step', ['zoom'], ['get', 'short'], 5, ['get', 'name']],
      'text-font': font,
      'text-size': size,
      'text-letter-spacing': spacing,
      'text-padding': 4,
      'text-max-width': 8,
      'symbol-sort-key': ['-', 0, ['get', 'weight']],
    },
    paint: { 'text-color': colour, 'text-halo-color': 'rgba(251,250,246,.92)', 'text-halo-width': 1.5 },
  };
}

const verdictColour = ['match', ['get', 'verdict'], ...Object.entries(VERDICT_COLOURS).flat(), '#a8321f'];

/** The ranked parks, each with its rank. */
function parkParts() {
  return [
    {
      id: 'parks-dot',
      type: 'circle',
      source: 'parks',
      layout: { 'circle-sort-key': ['-', 0, ['get', 'rank']] },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 3.5, 6.5, 10],
        'circle-color': verdictColour,
        'circle-stroke-color': '#fff',
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'parks-rank',
      type: 'symbol',
      source: 'parks',
      minzoom: 5.6,
      layout: {
        'text-field': ['to-string', ['get', 'rank']],
        'text-font': STRONG,
        'text-size': 11,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 0,
      },
      paint: { 'text-color': '#fff' },
    },
  ];
}

function siteParts() {
  return [
    { id: 'site-fill', type: 'fill', source: 'site', paint: { 'fill-color': verdictColour, 'fill-opacity': 0.22 } },
    { id: 'site-casing', type: 'line', source: 'site', paint: { 'line-color': '#fff', 'line-width': 5 } },
    { id: 'site-line', type: 'line', source: 'site', paint: { 'line-color': verdictColour, 'line-width': 2.6 } },
    {
      id: 'measure-line',
      type: 'line',
      source: 'measure',
      paint: { 'line-color': '#1d1b16', 'line-width': 1.6, 'line-dasharray': [2, 1.6] },
    },
    {
      id: 'measure-label',
      type: 'symbol',
      source: 'measure',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': STRONG,
        'text-size': 12,
        'text-max-width': 12,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 0.5,
      },
      paint: { 'text-color': '#1d1b16', 'text-halo-color': '#fff', 'text-halo-width': 2 },
    },
    { id: 'sketch-fill', type: 'fill', source: 'sketch', paint: { 'fill-color': '#a8321f', 'fill-opacity': 0.12 } },
    {
      id: 'sketch-line',
      type: 'line',
      source: 'sketch',
      paint: { 'line-color': '#a8321f', 'line-width': 2, 'line-dasharray': [2, 1.2] },
    },
    {
      id: 'sketch-corner',
      type: 'circle',
      source: 'sketch',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 5, 'circle-color': '#fff', 'circle-stroke-color': '#a8321f', 'circle-stroke-width': 2 },
    },
  ];
}
