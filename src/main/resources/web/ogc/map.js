// The map on a page of the OGC API: the page's features, or the tiles of its layer, over the country's divisions.
import * as maplibre from '../lib/maplibre-gl.js';

const root = document.getElementById('map');
const { base, features, layer, bounds, items } = root.dataset;
const INK = '#a8321f';
const FEW_PIXELS = 60;

const tiles = (id) => ({ type: 'vector', url: `${base}/tiles/${encodeURIComponent(id)}.json` });
const border = (id, width) => ({
  id,
  type: 'line',
  source: id,
  'source-layer': id,
  paint: { 'line-color': '#9c9585', 'line-width': width },
});

const drawn = (source) => [
  {
    id: 'area',
    type: 'fill',
    ...source,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': INK, 'fill-opacity': 0.18 },
  },
  { id: 'edge', type: 'line', ...source, paint: { 'line-color': INK, 'line-width': 1.2 } },
  {
    id: 'spot',
    type: 'circle',
    ...source,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-color': INK, 'circle-radius': 4, 'circle-stroke-color': '#fff', 'circle-stroke-width': 1 },
  },
];

/** GeoJSON with each id among the properties, where a click can find it. */
async function withIds(address) {
  const data = await (await fetch(address)).json();
  for (const feature of data.features ?? [data]) {
    feature.properties.id = feature.id;
  }
  return data;
}

const own = layer
  ? { sources: { own: tiles(layer) }, layers: drawn({ source: 'own', 'source-layer': layer }) }
  : { sources: { own: { type: 'geojson', data: await withIds(features) } }, layers: drawn({ source: 'own' }) };

maplibre.setWorkerUrl(new URL('../lib/maplibre-gl-worker.js', import.meta.url).href);
const map = new maplibre.Map({
  container: root,
  style: {
    version: 8,
    sources: { provinces: tiles('provinces'), counties: tiles('counties'), ...own.sources },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': '#f3f1ea' } },
      border('counties', ['interpolate', ['linear'], ['zoom'], 5, 0, 8, 0.6]),
      border('provinces', 1),
      ...own.layers,
    ],
  },
  bounds: bounds.split(',').map(Number),
  fitBoundsOptions: { padding: FEW_PIXELS, maxZoom: 13 },
  dragRotate: false,
});
map.addControl(new maplibre.NavigationControl({ showCompass: false }));
map.once('idle', () => {
  root.dataset.drawn = String(map.queryRenderedFeatures({ layers: ['area', 'edge', 'spot'] }).length);
});

// A click opens the feature's own page.
for (const id of ['area', 'edge', 'spot']) {
  map.on('click', id, ({ features: [hit] }) => {
    location.href = `${items}/${encodeURIComponent(hit.properties.id)}?f=html`;
  });
  map.on('mouseenter', id, () => (map.getCanvas().style.cursor = 'pointer'));
  map.on('mouseleave', id, () => (map.getCanvas().style.cursor = ''));
}
