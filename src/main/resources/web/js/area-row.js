// One division's ground by verdict: a bar, its figures, and the rules that bind most of it.
import { element } from './element.js';
import { ruleTitle } from './vocabulary.js';
import { figure, word } from './words.js';

const PARTS = [
  ['permitted_as_checked', 'PERMITTED_AS_CHECKED'],
  ['conditional', 'CONDITIONAL'],
  ['site_dependent', 'SITE_DEPENDENT'],
  ['insufficient', 'INSUFFICIENT'],
  ['prohibited', 'PROHIBITED'],
];

/**
 * @param row of GET /verdicts
 * @param largest km² of the largest division beside it, which has the longest bar
 * @param open called when the division is opened
 */
export function areaRow({ adcode, name, km2, binding }, largest, open) {
  const parts = PARTS.filter(([key]) => km2[key] > 0);
  const whole = parts.reduce((sum, [key]) => sum + km2[key], 0);
  return element(
    'li',
    { 'data-adcode': adcode },
    element(
      'button.area',
      { type: 'button', onclick: open },
      element('span.name', { lang: 'zh-CN' }, name),
      element('span.usable', {}, figures(km2)),
      element(
        'span.stack',
        { 'aria-hidden': 'true', '--length': `${Math.max(4, (100 * whole) / largest)}%` },
        parts.map(([key, verdict]) =>
          element('span', { 'data-verdict': verdict, '--part': `${(100 * km2[key]) / whole}%` }),
        ),
      ),
    ),
    element(
      'details.why',
      {},
      element('summary', { 'aria-label': `${word('areaWhy')}: ${name}` }, word('areaWhy')),
      element(
        'ul.used',
        {},
        parts.map(([key, verdict]) =>
          element('li', { 'data-part': key }, element('span', {}, word(verdict)), element('span', {}, shown(km2[key]))),
        ),
      ),
      binding.length > 0 && [
        element('h4', {}, word('binding')),
        element(
          'ul.used',
          {},
          binding.map(({ rule, km2: bound }) =>
            element(
              'li',
              { 'data-rule': rule },
              element('span', {}, ruleTitle(rule)),
              element('span', {}, shown(bound)),
            ),
          ),
        ),
      ],
    ),
  );
}

const figures = (km2) =>
  [
    [km2.permitted_as_checked, 'PERMITTED_AS_CHECKED'],
    [km2.conditional, 'CONDITIONAL'],
  ]
    .filter(([part]) => part > 0)
    .map(([part, verdict]) => element('span', { 'data-verdict': verdict }, shown(part)));

const shown = (km2) => `${figure(km2, km2 < 10 ? 2 : 0)} km²`;
