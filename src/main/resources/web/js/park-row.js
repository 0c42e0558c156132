// One park of the ranking: its rank, verdict and merit, with the raw value and the source behind each part of the score.
import { element } from './element.js';
import { chip } from './verdict.js';
import { ruleTitle } from './vocabulary.js';
import { figure, language, score, word } from './words.js';

/** @param choose called when the park is chosen; false where it has no place */
export function parkRow(park, choose) {
  return element(
    'li',
    {},
    element(
      'button.park',
      { type: 'button', 'data-place': park.id, disabled: !choose, onclick: choose || undefined },
      element('span.rank', {}, park.rank ?? '–'),
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
    typeof park.rank_best === 'number' &&
      park.rank_best !== park.rank_worst &&
      word('rankRange', { best: park.rank_best, worst: park.rank_worst }),
  ].filter(Boolean);
}

/** The score as a bar, with the interval that unknown criteria leave open. */
function scoreBar({ score: value, score_detail: detail }) {
  if (typeof value !== 'number') return element('span.no-score', {}, word('noScore'));
  return element(
    'span.score',
    { '--value': percent(value), '--low': percent(detail?.low ?? value), '--high': percent(detail?.high ?? value) },
    element('span.bar', { 'aria-hidden': 'true' }),
    element('span.number', {}, score(value)),
  );
}

const percent = (value) => `${Math.round(Math.min(1, Math.max(0, value)) * 100)}%`;

function why(park) {
  const factors = park.score_detail?.factors ?? [];
  const conditions = park.conditions ?? [];
  if (factors.length + conditions.length === 0) return null;
  return element(
    'details.why',
    {},
    element('summary', { 'aria-label': `${word('whyThis')}: ${park.name}` }, word('whyThis')),
    factors.length > 0 && element('ul.factors', {}, factors.map(factorRow)),
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

function factorRow({ id, raw, unit, sub, source, synthetic }) {
  const known = typeof sub === 'number';
  return element(
    'li',
    { 'data-factor': id },
    element('span', {}, word(`factor_${id}`)),
    element('span.raw', {}, typeof raw === 'number' ? `${figure(raw)} ${unitWord(unit)}` : word('notKnown')),
    element(
      'span.score',
      { '--value': percent(known ? sub : 0), '--low': percent(known ? sub : 0), '--high': percent(known ? sub : 1) },
      element('span.bar', { 'aria-hidden': 'true' }),
      element('span.number', {}, known ? score(sub) : '–'),
    ),
    element(
      'span.source',
      {},
      source && `${word('source')}${word('colon')}${source}`,
      synthetic && element('span.badge.made-up', {}, word('synthetic')),
    ),
  );
}

const unitWord = (unit) => (unit === 'sum of rule weights' ? word('ruleWeights') : (unit ?? ''));
