// What must be read before a verdict is believed: synthetic and declared ground, ground without data, borders within
// accuracy, former and recalled texts. Written in the reader's language from the parts of the answer.
import { element } from './element.js';
import { plainTitle } from './vocabulary.js';
import { spoken, word } from './words.js';

const FEW = 3;

export function cautions(answer) {
  const lines = [
    synthetic(answer),
    declared(answer),
    answer.decision.robust === false && line('robust', word('borderline')),
    answer.decision.basis_unverified && line('basis', word('basisUnverified')),
    noData(answer),
    former(answer),
    recalled(answer),
    ...unknownOnes(answer.warnings).map((warning) => element('li', { lang: 'en' }, warning)),
  ].filter(Boolean);
  return lines.length > 0 && element('ul.cautions', { 'data-testid': 'warnings' }, lines);
}

/** A caution, with the names it is about; many names are folded. */
function line(kind, text, names = []) {
  const list = names.join(word('comma'));
  const body =
    names.length > FEW
      ? element('details', {}, element('summary', {}, text, element('span.count', {}, String(names.length))), list)
      : [text, list].filter(Boolean).join(word('colon'));
  return element('li', { 'data-caution': kind }, body);
}

const named = (kind, text, names) => (names.length > 0 ? line(kind, word(text), names) : null);

const layersOf = ({ coverage }) => coverage?.layers ?? [];

function synthetic(answer) {
  const made = layersOf(answer).filter((layer) => layer.synthetic && layer.covers !== 'none');
  return named(
    'synthetic',
    'syntheticGround',
    made.map(({ id }) => plainTitle(id)),
  );
}

function declared({ reasons }) {
  const said = reasons.flatMap(({ evidence }) => evidence.filter((row) => row.declared).map(({ layer }) => layer));
  return named('declared', 'declaredGround', [...new Set(said)].map(plainTitle));
}

/** Layers of the profile that are missing here have reasons of their own; the rest is told once. */
function noData(answer) {
  const missing = layersOf(answer).filter(({ covers }) => covers === 'none');
  return named(
    'no-data',
    'noDataHere',
    missing.map(({ id }) => plainTitle(id)),
  );
}

function former({ reasons }) {
  const stale = reasons.filter(({ citation }) => citation?.status === 'stale');
  return named(
    'stale',
    'formerTexts',
    stale.map((reason) => spoken(reason, 'title')),
  );
}

function recalled({ reasons }) {
  const unverified = reasons.filter(
    ({ outcome, citations }) =>
      outcome === 'VIOLATED' && citations?.every(({ text_kind: kind }) => kind === 'recalled'),
  );
  return named(
    'recalled',
    'recalledTexts',
    unverified.map((reason) => spoken(reason, 'title')),
  );
}

const KNOWN = ['synthetic data', 'no data here', 'stale citations', 'recalled text'];

const unknownOnes = (warnings = []) => warnings.filter((warning) => !KNOWN.some((start) => warning.startsWith(start)));
