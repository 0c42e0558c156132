// The head of an answer: the verdict in a sentence, then what the place decides beside what the project must still show.
import { cautions } from './cautions.js';
import { byId, element, fill } from './element.js';
import { factorList } from './factors.js';
import { OPEN_OUTCOMES } from './outcomes.js';
import { area, figure, spoken, word } from './words.js';

const SIGNS = { PROHIBITED: '✕', INSUFFICIENT: '?', CONDITIONAL: '!', PERMITTED_AS_CHECKED: '✓' };

export const chip = (verdict, kind = 'span') =>
  element(
    `${kind}.chip`,
    { 'data-verdict': verdict },
    element('span.sign', { 'aria-hidden': 'true' }, SIGNS[verdict] ?? '·'),
    word(verdict),
  );

/** @param takePlot takes a GeoJSON geometry as the site */
export function showVerdict(answer, takePlot) {
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
      element('p.disclaimer', {}, spoken(answer, 'disclaimer')),
    ),
    element('div.halves', {}, placeHalf(answer), projectHalf(answer)),
    cautions(answer),
    trimmed(answer, takePlot),
    readings(answer),
    merit(answer),
  );
  byId('verdict-status').textContent = `${word(decision.verdict)}: ${spoken(decision, 'headline')}`;
}

export function clearVerdict() {
  const holder = byId('verdict');
  delete holder.dataset.verdict;
  delete holder.dataset.placeVerdict;
  byId('verdict-status').textContent = '';
  return holder;
}

/** What the place alone decides, whatever the project turns out to be. */
function placeHalf({ decision, reasons }) {
  return half(
    'placeVerdict',
    'placeDecides',
    chip(decision.place_verdict),
    reasons.filter(({ place }) => place),
  );
}

/** What stays open wherever the project stands. */
function projectHalf({ reasons }) {
  return half(
    'projectOpen',
    'projectShows',
    null,
    reasons.filter(({ place }) => !place),
  );
}

function half(title, group, verdict, reasons) {
  const counts = OPEN_OUTCOMES.map((outcome) => [
    outcome,
    reasons.filter((reason) => reason.outcome === outcome).length,
  ])
    .filter(([, n]) => n > 0)
    .map(([outcome, n]) => element('li', { 'data-outcome': outcome }, `${word(outcome)} ${n}`));
  return element(
    'div.half',
    { 'data-half': group },
    element('h3', {}, element('a', { href: `#${group}`, onclick: (event) => goTo(event, group) }, word(title))),
    verdict,
    counts.length > 0 ? element('ul', {}, counts) : element('p.note', {}, word('nothingOpen')),
  );
}

/** The page's address keeps the question; so a link inside the answer scrolls and leaves the address alone. */
function goTo(event, group) {
  event.preventDefault();
  const target = document.querySelector(`[data-group="${group}"]`);
  target?.scrollIntoView({ block: 'start', behavior: 'auto' });
  target?.querySelector('summary')?.focus({ preventScroll: true });
}

/** The largest piece of a prohibited plot that is not prohibited, to go on with. */
function trimmed({ trim }, takePlot) {
  if (!trim) return null;
  const short = trim.needed_m2 > trim.area_m2;
  return element(
    'div.trim',
    { 'data-testid': 'trim' },
    element('p', {}, word('trimLeft', { area: area(trim.area_m2) }), chip(trim.verdict)),
    typeof trim.needed_m2 === 'number' &&
      element('p.note', {}, word(short ? 'trimTooSmall' : 'trimEnough', { area: area(trim.needed_m2) })),
    element('button', { type: 'button', onclick: () => takePlot(trim.geometry) }, word('trimTake')),
  );
}

function readings({ decision, site }) {
  const split = decision.worst_case !== decision.best_case;
  return element(
    'dl.readings',
    {},
    split && reading('bestCase', chip(decision.best_case)),
    split && reading('worstCase', chip(decision.worst_case)),
    siteReading(site),
    reading('lawDay', decision.as_of),
    reading('dataAsOf', decision.data_as_of),
    typeof decision.score === 'number' && reading('scoreWord', figure(decision.score)),
  );
}

/** The criteria of the score; a score is opinion, and a prohibited place has none. */
function merit({ score_detail: detail }) {
  if (!detail) return null;
  return element(
    'details.why',
    { 'data-testid': 'merit' },
    element('summary', {}, word('whyScore')),
    element('p.note', {}, spoken(detail, 'weights')),
    factorList(detail.factors),
  );
}

const reading = (key, value) => element('div', {}, element('dt', {}, word(key)), element('dd', {}, value));

function siteReading(site) {
  if (!site) return null;
  const names = site.names?.length ? site.names : (site.adcodes ?? []);
  const parts = [names.join(word('comma')), site.area_m2 > 0 && area(site.area_m2)].filter(Boolean);
  return parts.length > 0 && reading('siteFacts', parts.join(' · '));
}
