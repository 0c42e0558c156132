// How each layer is drawn. Hues follow Paul Tol's "muted" scheme, which stays distinct for colour-blind eyes;
// the direction of the hatching tells layers apart without any colour.

export const GROUPS = ['ecology', 'industryGroup', 'waters', 'land', 'logistics', 'administrative', 'other'];

const look = (group, colour, more = {}) => ({ group, colour, hatch: 'rising', on: false, ...more });

/** Listed from the bottom of the map to its top. `by` colours zones by an attribute. */
const LOOKS = {
  basin: look('waters', '#5b8db8', { hatch: 'level' }),
  'macro-regions': look('administrative', '#88806c', { hatch: 'dots' }),
  'city-clusters': look('administrative', '#aa6f2c', { hatch: 'falling' }),
  'air-regions': look('administrative', '#6c7a89', { hatch: 'level' }),
  'special-area': look('administrative', '#a8621c', { hatch: 'upright' }),
  'old-revolutionary': look('administrative', '#b06a3b', { hatch: 'upright' }),
  border: look('administrative', '#7f6fa8', { hatch: 'falling' }),
  'demo-zone': look('industryGroup', '#7a4f9a', { hatch: 'level' }),
  'env-unit': look('ecology', '#999933', {
    hatch: 'dots',
    by: { attribute: 'class', values: { priority: '#117733', key: '#cc6677', general: '#b8a13c' } },
    words: { priority: ['优先保护', 'priority'], key: ['重点管控', 'key'], general: ['一般管控', 'general'] },
  }),
  farmland: look('land', '#b59a2c', { hatch: 'level' }),
  'perm-basic-farmland': look('land', '#8a7a00', { hatch: 'upright' }),
  'fuel-ban-zone': look('land', '#8d6e63', { hatch: 'falling' }),
  udb: look('land', '#6f6f6f', { hatch: 'falling' }),
  'flood-detention': look('waters', '#4f7ca0', { hatch: 'dots' }),
  wetland: look('ecology', '#2b8c83', { hatch: 'level' }),
  'national-park': look('ecology', '#117733', { hatch: 'cross' }),
  'nature-reserve': look('ecology', '#2e8b57', { hatch: 'falling' }),
  'scenic-area': look('ecology', '#6a9a3f', { hatch: 'dots' }),
  'eco-redline': look('ecology', '#c2391f', { on: true }),
  'water-source': look('waters', '#332288', { hatch: 'cross' }),
  'shoreline-zone': look('waters', '#2f6690', { hatch: 'upright' }),
  'yellow-river-shore-control': look('waters', '#7b5e12', { hatch: 'falling' }),
  'river-mgmt-range': look('waters', '#1f77a4', { hatch: 'level' }),
  'industrial-park': look('industryGroup', '#882288', { hatch: 'cross', on: true, label: true }),
  residential: look('land', '#5d5d5d', { hatch: 'dots' }),
  'lake-control': look('waters', '#0a5a96', { line: 2 }),
  'river-shoreline': look('waters', '#003f8c', { line: 2.4, on: true }),
  'river-reach': look('waters', '#2a7fb8', { line: 1.6 }),
  waterway: look('logistics', '#2c7fb8', { line: 1.8 }),
  road: look('logistics', '#b07d00', { line: 1.6 }),
  rail: look('logistics', '#3d3d3d', { line: 1.8 }),
  'logistics-corridor': look('logistics', '#882255', { line: 3 }),
  'logistics-hub': look('logistics', '#aa3377', { label: true }),
  'cr-express': look('logistics', '#4a2f6b', { label: true }),
  port: look('logistics', '#004488', { label: true }),
  airport: look('logistics', '#555555', { label: true }),
};

/** The layers of the base map, drawn by map.js and switched on from the start. */
const BASE = {
  lakes: { group: 'waters', colour: '#8db7cb' },
  rivers: { group: 'waters', colour: '#6fa3bf', line: 1.6 },
  counties: { group: 'administrative', colour: '#bdb7a8', line: 1 },
  prefectures: { group: 'administrative', colour: '#9c9585', line: 1.2 },
  provinces: { group: 'administrative', colour: '#6e6759', line: 1.8 },
};

const ORDER = Object.keys(LOOKS);
const SPARE = ['#4477aa', '#aa4466', '#228833', '#997700', '#66558e', '#3b7f7f', '#994f00'];

export const isBase = (id) => id in BASE;

/** The look of a layer; one we have not heard of gets a colour of its own, always the same. */
export function lookOf(id) {
  if (isBase(id)) return { on: true, ...BASE[id] };
  return (
    LOOKS[id] ?? look('other', SPARE[[...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % SPARE.length])
  );
}

/** Where a layer lies among the others; strangers lie on top. */
export const rankOf = (id) => {
  const rank = ORDER.indexOf(id);
  return rank < 0 ? ORDER.length : rank;
};

export const VERDICTS = ['PROHIBITED', 'INSUFFICIENT', 'CONDITIONAL', 'PERMITTED_AS_CHECKED'];

export const VERDICT_COLOURS = {
  PROHIBITED: '#a3231f',
  INSUFFICIENT: '#5a5f6d',
  CONDITIONAL: '#8a5800',
  PERMITTED_AS_CHECKED: '#0b6275',
};
