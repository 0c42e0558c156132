// What was measured on the ground for one reason.
import { element } from './element.js';
import { isServed, plainTitle } from './vocabulary.js';
import { area, distance, share, word } from './words.js';

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
      element('strong', {}, plainTitle(row.layer)),
      zoneName(row),
      element('span.measure', {}, measure(row)),
      isServed(row.layer) &&
        row.zone &&
        element('button.link', { type: 'button', onclick: () => showOnMap(row) }, word('showOnMap')),
    ),
    element('p.badges', {}, badges(row)),
    provenance(row),
  );
}

const zoneName = ({ name, zone }) =>
  name || zone ? element('span.zone', { lang: 'zh-CN', title: zone ?? false }, name || zone) : null;

/** "Overlaps · 1.2 ha (6 %)", "812.4 m away · limit 1,000 m", "outside; the nearest is 2,595.6 m away". */
function measure(row) {
  const parts = [relation(row)];
  if (row.area_m2 > 0) parts.push(has(row.share) ? `${area(row.area_m2)} (${share(row.share)})` : area(row.area_m2));
  if (has(row.threshold_m)) parts.push(word('threshold', { value: distance(row.threshold_m) }));
  return parts.join(' · ');
}

function relation({ relation, distance_m: metres, zone, declared, coverage }) {
  if (relation === 'overlap' || relation === 'member') return word(relation);
  if (has(metres)) return word(relation === 'distance' ? 'away' : 'outsideBy', { value: distance(metres) });
  if (coverage === 'none') return word('coverageNone');
  return zone || declared ? word('outside') : word('noneNear');
}

const has = (value) => typeof value === 'number';

function badges(row) {
  return [
    row.synthetic && element('span.badge.made-up', { title: word('syntheticLong') }, word('synthetic')),
    row.declared && element('span.badge.declared', {}, word('declared')),
    row.robust === false &&
      element(
        'span.badge.warn',
        {},
        has(row.flip_m) ? word('flip', { value: distance(row.flip_m) }) : word('borderline'),
      ),
    row.coverage === 'partial' && element('span.badge.warn', {}, word('coveragePartial')),
    has(row.accuracy_m) && element('span.badge', {}, word('accuracy', { value: distance(row.accuracy_m) })),
  ];
}

function provenance({ source, confidence, edition, synthetic, declared }) {
  if (declared) return null; // the badge says it
  const said = word(`confidence_${confidence}`);
  const trust = said === `confidence_${confidence}` ? confidence : said;
  const parts = [source, edition, synthetic ? null : trust].filter(Boolean);
  return parts.length > 0 && element('p.source', {}, `${word('source')}${word('colon')}${parts.join(' · ')}`);
}
