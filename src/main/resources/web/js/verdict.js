// The head of an answer: the verdict in a sentence, what the place alone decides, and how sure that is.
import { byId, element, fill } from './element.js';
import { layerTitle } from './evidence.js';
import { area, figure, spoken, word } from './words.js';

const SIGNS = { PROHIBITED: '✕', INSUFFICIENT: '?', CONDITIONAL: '!', PERMITTED_AS_CHECKED: '✓' };

export const chip = (verdict, kind = 'span') =>
  element(
    `${kind}.chip`,
    { 'data-verdict': verdict },
    element('span.sign', { 'aria-hidden': 'true' }, SIGNS[verdict] ?? '·'),
    word(verdict),
  );

export function showVerdict(answer) {
  const { decision } = answer;
  const holder = byId('verdict');
  holder.dataset.verdict = decision.verdict;
  holder.dataset.placeVerdict = decision.place_verdict;
  fill(
    holder,
    element(
      'div.headline',
      { 'data-verdict': decision.verdict },
      chip(decision.verdict, 'p'),
      element('h2', {}, spoken(decision, 'headline')),
      element('p.disclaimer', {}, spoken(answer, 'disclaimer') || word('disclaimer')),
    ),
    cautions(answer),
    element(
      'dl.readings',
      {},
      reading('placeVerdict', chip(decision.place_verdict)),
      decision.worst_case !== decision.best_case && reading('worstCase', chip(decision.worst_case)),
      decision.worst_case !== decision.best_case && reading('bestCase', chip(decision.best_case)),
      siteReading(answer.site),
      reading('lawDay', decision.as_of),
      reading('dataAsOf', decision.data_as_of),
      typeof decision.score === 'number' && reading('scoreWord', figure(decision.score)),
    ),
  );
}

export function clearVerdict() {
  const holder = byId('verdict');
  delete holder.dataset.verdict;
  delete holder.dataset.placeVerdict;
  return holder;
}

const reading = (key, value) => element('div', {}, element('dt', {}, word(key)), element('dd', {}, value));

function siteReading(site) {
  if (!site) return null;
  const extent = site.area_m2 > 0 ? [area(site.area_m2)] : [];
  const text = [...extent, ...(site.adcodes ?? [])].join(' · ');
  return text && reading('siteFacts', text);
}

/** What must be read before the verdict is believed: synthetic ground, borders within accuracy, texts from memory. */
function cautions({ warnings = [], coverage, decision }) {
  const madeUp = (coverage?.layers ?? []).filter(({ synthetic }) => synthetic).map(({ id }) => layerTitle(id));
  const lines = [
    decision.robust === false && word('borderline'),
    decision.basis_unverified && word('basisUnverified'),
    madeUp.length > 0 && word('syntheticGround', { names: madeUp.join(word('comma')) }),
    ...warnings.filter((warning) => madeUp.length === 0 || !warning.startsWith('synthetic data')),
  ].filter(Boolean);
  return (
    lines.length > 0 &&
    element(
      'ul.cautions',
      { 'data-testid': 'warnings' },
      lines.map((line) => element('li', {}, line)),
    )
  );
}
