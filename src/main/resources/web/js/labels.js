// Names of divisions: one for each, in the middle of what can be seen of it. Tiles cut a province into pieces;
// a label per piece would repeat the name all over the map.

const KINDS = [
  { kind: 'provinces', from: 0, to: 6.2 },
  { kind: 'prefectures', from: 5.2, to: 9.5 },
  { kind: 'counties', from: 7.4, to: 24 },
];

/** What a small-scale map leaves away: 广西壮族自治区 is 广西 there. */
const TITLES = /((维吾尔|壮族|回族)?自治区|特别行政区|省|市)$/;

export function keepLabels(map) {
  let stale = true;
  let shown = '';
  map.on('moveend', () => (stale = true));
  map.on('sourcedata', (event) => {
    if (event.tile && KINDS.some(({ kind }) => kind === event.sourceId)) stale = true;
  });
  map.on('idle', () => {
    if (!stale) return;
    stale = false;
    const features = KINDS.filter(({ from, to }) => map.getZoom() >= from && map.getZoom() < to).flatMap(({ kind }) =>
      namesOf(map, kind),
    );
    const key = JSON.stringify(features);
    if (key === shown) return;
    shown = key;
    map.getSource('labels').setData({ type: 'FeatureCollection', features });
  });
}

function namesOf(map, kind) {
  const places = new Map();
  for (const feature of map.querySourceFeatures(kind, { sourceLayer: kind })) {
    const { name, adcode } = feature.properties;
    if (!name) continue;
    const key = adcode ?? name;
    const place = places.get(key) ?? places.set(key, { name, weight: 0, x: 0, y: 0 }).get(key);
    for (const ring of outerRings(feature.geometry)) add(place, ring);
  }
  return [...places.values()].filter(({ weight }) => weight > 0).map((place) => pointOf(kind, place));
}

const outerRings = ({ type, coordinates }) =>
  type === 'Polygon' ? [coordinates[0]] : type === 'MultiPolygon' ? coordinates.map(([outer]) => outer) : [];

/** Adds a piece, weighted by its area (shoelace, in degrees: good enough to place a name). */
function add(place, ring) {
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 1; i < ring.length; i++) {
    const cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    twice += cross;
    x += (ring[i - 1][0] + ring[i][0]) * cross;
    y += (ring[i - 1][1] + ring[i][1]) * cross;
  }
  if (twice === 0) return;
  const weight = Math.abs(twice);
  place.weight += weight;
  place.x += (x / (3 * twice)) * weight;
  place.y += (y / (3 * twice)) * weight;
}

function pointOf(kind, { name, weight, x, y }) {
  const coordinates = [round(x / weight), round(y / weight)];
  const short = kind === 'provinces' ? name.replace(TITLES, '') : name;
  return {
    type: 'Feature',
    properties: { kind, name, short, weight: round(weight) },
    geometry: { type: 'Point', coordinates },
  };
}

const round = (value) => Math.round(value * 1000) / 1000;
