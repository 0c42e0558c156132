// The reasons of an answer: what the place decides, then what the project must still show.
import { byId, element, fill } from './element.js';
import { evidence } from './evidence.js';
import { spoken, word } from './words.js';

/** Gravest first; what comes after DISCOURAGED does not stand in the way. */
const OUTCOMES = [
  'VIOLATED',
  'CONDITION',
  'NEED_INFO',
  'NO_DATA',
  'NOT_CHECKABLE',
  'DUTY',
  'DISCOURAGED',
  'ENCOURAGED',
  'INFORM',
  'SATISFIED',
  'NOT_APPLICABLE',
];
const FOLDED = { SATISFIED: 'satisfied', INFORM: 'inform' };

export function showReasons(answer, showOnMap) {
  const reasons = [...answer.reasons].sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
  const group = (key, chosen) => reasonGroup(key, chosen, showOnMap);
  fill(
    byId('reasons'),
    reasons.length === 0 && element('p.note', {}, word('noReasons')),
    group(
      'placeDecides',
      reasons.filter(({ place }) => place),
    ),
    group(
      'projectShows',
      reasons.filter(({ place }) => !place),
    ),
  );
}

function reasonGroup(key, reasons, showOnMap) {
  if (reasons.length === 0) return null;
  const open = reasons.filter(({ outcome }) => !(outcome in FOLDED));
  const folded = Object.keys(FOLDED).map((outcome) =>
    fold(
      outcome,
      reasons.filter((reason) => reason.outcome === outcome),
      showOnMap,
    ),
  );
  return element(
    'section.group',
    { 'data-group': key },
    element('h3', {}, word(key), element('span.count', {}, String(open.length))),
    open.map((reason, i) => reasonCard(reason, showOnMap, i === 0 && reason.outcome === 'VIOLATED')),
    folded,
  );
}

function fold(outcome, reasons, showOnMap) {
  if (reasons.length === 0) return null;
  return element(
    'details.folded',
    {},
    element('summary', {}, word(FOLDED[outcome], { n: reasons.length })),
    reasons.map((reason) => reasonCard(reason, showOnMap, false)),
  );
}

function reasonCard(reason, showOnMap, opened) {
  const { citation } = reason;
  return element(
    'details.reason',
    { open: opened, 'data-rule': reason.rule, 'data-outcome': reason.outcome },
    element(
      'summary',
      {},
      element('span.outcome', { 'data-outcome': reason.outcome }, word(reason.outcome)),
      element('span.title', {}, spoken(reason, 'title') || reason.rule),
      element(
        'span.basis',
        {},
        element('span', { lang: 'zh-CN' }, basis(citation)),
        unsound(citation) && element('span.badge.warn', {}, word(`short_${citation.status}`)),
      ),
    ),
    element(
      'div.body',
      {},
      citation && lawText(citation),
      steps(reason),
      evidence(reason, showOnMap),
      element('p.rule-id', {}, word('rule'), ' ', element('code', {}, reason.rule), part(reason)),
    ),
  );
}

const basis = (citation) =>
  citation ? [`《${citation.document}》`, citation.number, article(citation)].filter(Boolean).join(' ') : '';

/** "18(2)" as an article is written 第18(2)条; what already says what it is stays as it is. */
const article = ({ article }) => (article && /^\d/.test(article) ? `第${article}条` : article);

const part = ({ part }) => (part && part !== 'plot' ? ` · ${word(part)}` : '');

const unsound = (citation) => Boolean(citation?.status) && citation.status !== 'in_force';

function lawText(citation) {
  return element(
    'figure.law',
    {},
    unsound(citation) && element('p.status', { 'data-status': citation.status }, word(citation.status)),
    citation.text && element('blockquote', { lang: 'zh-CN' }, citation.text),
    element(
      'figcaption',
      {},
      citation.text_kind && element('span.badge', { 'data-kind': citation.text_kind }, word(citation.text_kind)),
      element('span', {}, inForce(citation.in_force)),
    ),
  );
}

function inForce([from, to] = []) {
  return [from && word('inForceFrom', { from }), to && word('inForceUntil', { to })].filter(Boolean).join(' ');
}

function steps(reason) {
  const rows = ['condition', 'approver', 'deliverable', 'cure'].filter((key) => reason[key]);
  return (
    rows.length > 0 &&
    element(
      'dl.steps',
      {},
      rows.map((key) =>
        element('div', {}, element('dt', {}, word(key)), element('dd', { lang: 'zh-CN' }, reason[key])),
      ),
    )
  );
}
