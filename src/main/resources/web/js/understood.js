// The project as the answer understood it: what was given, and what was presumed because nobody said it. Both can be changed.
import { byId, element, fill } from './element.js';
import { factInput, showIn } from './fact-field.js';
import { project } from './project.js';
import { factTitle, tagTitle } from './vocabulary.js';
import { word } from './words.js';

export function showUnderstood({ project: told = {} }, form) {
  const rows = Object.entries(told.facts ?? {});
  const given = rows.filter(([, fact]) => !fact.presumed);
  const presumed = rows.filter(([, fact]) => fact.presumed);
  fill(
    byId('understood'),
    element(
      'section.group',
      { 'data-testid': 'understood' },
      element('h3', {}, word('understood')),
      tags(told.tags),
      given.length > 0 && factList('given', given, form),
      presumed.length + (told.from?.presumed ? 1 : 0) > 0 && presumption(told, presumed, form),
    ),
  );
}

const tags = (ids = []) =>
  ids.length > 0 && element('p.note', {}, word('countsAs'), ' ', ids.map((id) => tagTitle(id)).join(word('comma')));

function presumption(told, presumed, form) {
  const noMove = Boolean(told.from?.presumed);
  return element(
    'details.folded',
    { 'data-testid': 'presumed' },
    element(
      'summary',
      {},
      word('presumedFacts'),
      element('span.count', {}, String(presumed.length + (noMove ? 1 : 0))),
    ),
    element('p.note', {}, word('presumedWhy')),
    factList('presumed', presumed, form),
    noMove && element('p.note', {}, word('noMove')),
  );
}

const factList = (kind, rows, form) =>
  element(
    `ul.used.${kind}`,
    {},
    rows.map(([key, fact]) => row(kind, form.named(key), fact.value)),
  );

function row(kind, fact, value) {
  const id = `understood-${fact.key}`;
  const input = factInput(fact, { id, empty: word('notSaid') }, (told) => project.state(fact.key, told));
  showIn(input, value);
  return element(
    'li',
    { 'data-fact': fact.key, 'data-kind': kind },
    element(
      'label',
      { for: id },
      factTitle(fact.key),
      kind === 'presumed' && element('span.badge', {}, word('presumedShort')),
    ),
    input,
    kind === 'given' &&
      element(
        'button.link',
        {
          type: 'button',
          'aria-label': `${word('remove')}: ${factTitle(fact.key)}`,
          onclick: () => project.state(fact.key, undefined),
        },
        '✕',
      ),
  );
}
