// The articles a reason rests on: document, number, article and text, with their days and how sure the text is.
import { element } from './element.js';
import { word } from './words.js';

/** On one line, as a jurist would cite it; a citation that is not simply in force says so. */
function brief(citation) {
  return [
    element('span', { lang: 'zh-CN' }, basis(citation)),
    unsound(citation) && element('span.badge.warn', {}, word(`short_${citation.status}`)),
    citation.text_kind === 'recalled' && element('span.badge', { 'data-kind': 'recalled' }, word('recalled')),
  ];
}

/** The main article in full; the others below it, folded. */
function inFull([first, ...others]) {
  if (!first) return null;
  return [
    law(first),
    others.length > 0 &&
      element(
        'details.folded.others',
        {},
        element('summary', {}, word('otherArticles', { n: others.length })),
        others.map((one) => element('div', {}, element('p.basis', {}, brief(one)), law(one))),
      ),
  ];
}

export const citations = { brief, inFull };

const basis = (citation) => [`《${citation.document}》`, citation.number, article(citation)].filter(Boolean).join(' ');

/** "18(2)" as an article is written 第18(2)条; what already says what it is stays as it is. */
const article = ({ article }) => (article && /^\d/.test(article) ? `第${article}条` : article);

const unsound = ({ status }) => Boolean(status) && status !== 'in_force';

function law(citation) {
  return element(
    'figure.law',
    {},
    unsound(citation) && element('p.status', { 'data-status': citation.status }, word(citation.status)),
    citation.text && element('blockquote', { lang: 'zh-CN' }, citation.text),
    element(
      'figcaption',
      {},
      citation.text_kind && element('span.badge', { 'data-kind': citation.text_kind }, word(citation.text_kind)),
      citation.authority && element('span', {}, word(`authority_${citation.authority}`)),
      element('span', {}, inForce(citation.in_force)),
    ),
  );
}

function inForce([from, to] = []) {
  return [from && word('inForceFrom', { from }), to && word('inForceUntil', { to })].filter(Boolean).join(' ');
}
