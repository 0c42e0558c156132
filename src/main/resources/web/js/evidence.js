// What was measured on the ground for one reason.
import { element } from './element.js';
import { area, distance, share, spoken, word } from './words.js';

let titles = new Map();

/** The titles of layers, from GET /layers. */
export const nameLayers = (layers) => (titles = new Map(layers.map((layer) => [layer.id, layer])));

export const layerTitle = (id) => (titles.has(id) ? spoken(titles.get(id), 'title') : '') || (id ?? '');

export function evidence({ evidence = [] }, showOnMap) {
  if (evidence.length === 0) return null;
  return element(
    'div.evidence',
    {},
    element('h4', {}, word('evidence')),
    element(
      'ul',
      {},
      evidence.map((row) => evidenceRow(row, showOnMap)),
    ),
  );
}

function evidenceRow(row, showOnMap) {
  return element(
    'li',
    { 'data-layer': row.layer },
    element(
      'p.finding',
      {},
      element('strong', {}, layerTitle(row.layer)),
      ' ',
      zoneName(row),
      ' ',
      element('span.measure', {}, measure(row)),
      row.from &&
        row.to &&
        element('button.link', { type: 'button', onclick: () => showOnMap(row) }, word('showOnMap')),
    ),
    element('p.badges', {}, badges(row)),
    provenance(row),
  );
}

const zoneName = ({ name, zone }) =>
  name || zone ? element('span.zone', { lang: 'zh-CN', title: zone ?? '' }, name || zone) : null;

function measure(row) {
  const parts = [];
  if (row.relation)
    parts.push(
      row.relation === 'distance' && has(row.distance_m)
        ? `${word('distance')} ${distance(row.distance_m)}`
        : word(row.relation),
    );
  if (row.area_m2 > 0) parts.push(has(row.share) ? `${area(row.area_m2)} (${share(row.share)})` : area(row.area_m2));
  if (row.relation !== 'distance' && has(row.distance_m) && row.distance_m > 0) parts.push(distance(row.distance_m));
  if (has(row.threshold_m)) parts.push(word('threshold', { value: distance(row.threshold_m) }));
  return parts.join(' · ');
}

const has = (value) => typeof value === 'number';

function badges(row) {
  return [
    row.synthetic && element('span.badge.made-up', { title: word('syntheticLong') }, word('synthetic')),
    row.declared && element('span.badge', {}, word('declared')),
    row.robust === false &&
      element(
        'span.badge.warn',
        {},
        has(row.flip_m) ? word('flip', { value: distance(row.flip_m) }) : word('borderline'),
      ),
    row.coverage === 'partial' && element('span.badge.warn', {}, word('coveragePartial')),
    row.coverage === 'none' && element('span.badge.warn', {}, word('coverageNone')),
    has(row.accuracy_m) && element('span.badge', {}, word('accuracy', { value: distance(row.accuracy_m) })),
  ];
}

function provenance({ source, confidence, edition }) {
  const trust = confidence && word(`confidence_${confidence}`);
  const text = [source, edition, trust === `confidence_${confidence}` ? confidence : trust].filter(Boolean).join(' · ');
  return text && element('p.source', {}, `${word('source')}: ${text}`);
}
