// The criteria of a score as bars, each with what was found and who says so; a criterion of several parts opens them.
import { element } from './element.js';
import { figure, score, spoken, word } from './words.js';

export const factorList = (factors) => element('ul.factors', {}, factors.map(factorRow));

function factorRow(factor) {
  const { id, weight, source, synthetic, parts = [] } = factor;
  return element(
    'li',
    { 'data-factor': id },
    element('span', {}, name(id), weight !== 1 && element('span.weight', {}, ` ×${figure(weight)}`)),
    element('span.raw', {}, raw(factor)),
    bar(factor),
    parts.length === 0 && element('span.found', {}, spoken(factor, 'sentence')),
    parts.length === 0 &&
      element(
        'span.source',
        {},
        source !== 'no data' && `${word('source')}${word('colon')}${source}`,
        synthetic && element('span.badge.made-up', {}, word('synthetic')),
      ),
    parts.length > 0 && factorList(parts),
  );
}

const name = (id) =>
  id.startsWith('prefer.') ? `${word('preferred')} ${id.slice('prefer.'.length)}` : word(`factor_${id}`);

function raw({ raw: value, unit, sub }) {
  if (typeof value === 'number') return `${figure(value)} ${unitWord(unit)}`;
  return typeof sub === 'number' ? '' : word('notKnown');
}

/** The merit as a bar; what is unknown leaves an interval open. */
export function bar({ sub, low, high }) {
  const known = typeof sub === 'number';
  return element(
    'span.score',
    { '--value': percent(known ? sub : 0), '--low': percent(low), '--high': percent(high) },
    element('span.bar', { 'aria-hidden': 'true' }),
    element('span.number', {}, known ? score(sub) : '–'),
  );
}

const percent = (value) => `${Math.round(Math.min(1, Math.max(0, value)) * 100)}%`;

const UNITS = { 'sum of rule weights': 'ruleWeights', lists: 'unitLists', parks: 'unitParks' };

const unitWord = (unit) => (UNITS[unit] ? word(UNITS[unit]) : (unit ?? ''));
