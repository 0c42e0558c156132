// Where the ground of this server ends: beyond it the layers that the law reads are missing, and answers say so. A veil shows
// it before anybody asks.
import { ask } from './api.js';
import { byId } from './element.js';
import { GROUND_BELOW } from './map.js';
import { whenSpoken, word } from './words.js';

/** The layer that tiles every county where the ground is known. */
const TILING = 'env-unit';
const WORLD = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

export async function drawVeil(map, layers) {
  if (!layers.some(({ id, coverage_bbox: box }) => id === TILING && box)) return;
  const { coverage } = await ask(`/layers/${TILING}`);
  if (!coverage) return;
  map.addSource('veil', { type: 'geojson', data: beyond(coverage) });
  map.addLayer(
    { id: 'veil', type: 'fill', source: 'veil', paint: { 'fill-color': '#54503f', 'fill-opacity': 0.09 } },
    GROUND_BELOW,
  );
  map.addLayer(
    {
      id: 'veil-edge',
      type: 'line',
      source: 'veil',
      paint: { 'line-color': '#54503f', 'line-width': 1.2, 'line-dasharray': [4, 3], 'line-opacity': 0.7 },
    },
    GROUND_BELOW,
  );
  const note = byId('veil-note');
  note.hidden = false;
  whenSpoken(() => (note.textContent = word('veil')));
}

/** The world without the shapes; their own holes lie beyond too. */
function beyond({ type, coordinates }) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const holes = polygons.flatMap(([, ...inner]) => inner.map((ring) => [ring]));
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: [[WORLD, ...polygons.map(([outer]) => outer)], ...holes] },
  };
}
