// One park of the ranking: its rank, verdict and merit, with the raw value and the source behind each part of the score.
import { element } from './element.js';
import { bar, factorList } from './factors.js';
import { chip } from './verdict.js';
import { ruleTitle } from './vocabulary.js';
import { figure, language, word } from './words.js';

/** @param choose called when the park is chosen; false where it has no place */
export function parkRow(park, choose) {
  return element(
    'li',
    {},
    element(
      'button.park',
      { type: 'button', 'data-place': park.id, disabled: !choose, onclick: choose || undefined },
      rank(park),
      element(
        'span.what',
        {},
        element('span.name', { lang: 'zh-CN' }, park.name, madeUp(park)),
        element(
          'span.more',
          {},
          details(park).map((text) => element('span', {}, text)),
        ),
      ),
      element('span.merit', {}, chip(park.verdict), scoreBar(park)),
    ),
    why(park),
  );
}

/** The rank, and below it the ranks that other weights could give. */
function rank({ rank: value, rank_best: best, rank_worst: worst }) {
  const moves = typeof best === 'number' && best !== worst;
  const range = moves && word('rankRange', { best, worst });
  return element(
    'span.rank',
    { title: moves ? word('rankRangeWhy', { best, worst }) : undefined },
    value ?? '–',
    range && element('span.range', {}, range),
  );
}

/** In Chinese the park's own name says it. */
const madeUp = ({ synthetic, name }) =>
  synthetic &&
  !(language() === 'zh' && name.includes(word('synthetic'))) &&
  element('span.badge.made-up', {}, word('synthetic'));

function details(park) {
  const conditions = park.conditions?.length ?? 0;
  return [
    park.county || park.adcode,
    conditions > 0 && word('conditions', { n: conditions }),
    typeof park.vacant_ha === 'number' && word('vacant', { value: figure(park.vacant_ha, 0) }),
  ].filter(Boolean);
}

/** The score as a bar, with the interval that unknown criteria leave open. */
function scoreBar({ score: value, score_detail: detail }) {
  if (typeof value !== 'number') return element('span.no-score', {}, word('noScore'));
  return bar({ sub: value, low: detail?.low ?? value, high: detail?.high ?? value });
}

function why(park) {
  const factors = park.score_detail?.factors ?? [];
  const conditions = park.conditions ?? [];
  if (factors.length + conditions.length === 0) return null;
  return element(
    'details.why',
    {},
    element('summary', { 'aria-label': `${word('whyThis')}: ${park.name}` }, word('whyThis')),
    factors.length > 0 && factorList(factors),
    conditions.length > 0 && [
      element('h4', {}, word('CONDITION')),
      element(
        'ul.terms',
        {},
        conditions.map((id) => element('li', { 'data-rule': id }, ruleTitle(id))),
      ),
    ],
  );
}
