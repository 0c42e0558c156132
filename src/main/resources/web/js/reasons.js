// The reasons of an answer: what the place decides, then what the project must still show, each grouped by outcome.
import { citations } from './citation.js';
import { byId, element, fill } from './element.js';
import { evidence } from './evidence.js';
import { factInput, showIn } from './fact-field.js';
import { OPEN_OUTCOMES, OUTCOMES } from './outcomes.js';
import { project } from './project.js';
import { factTitle, layerTitle } from './vocabulary.js';
import { spoken, word } from './words.js';

/** More reasons for want of facts or data than this are folded. */
const MOST_MISSING = 8;

/**
 * @param page what a reason may do on the page: `showOnMap(row of evidence)`, `declare(layer)`, `form` of facts
 */
export function showReasons(answer, page) {
  const { reasons } = answer;
  fill(
    byId('reasons'),
    reasons.length === 0 && element('p.note', {}, word('noReasons')),
    group(
      'placeDecides',
      reasons.filter(({ place }) => place),
      page,
    ),
    group(
      'projectShows',
      reasons.filter(({ place }) => !place),
      page,
    ),
  );
}

function group(key, reasons, page) {
  if (reasons.length === 0) return null;
  const open = reasons.filter(({ outcome }) => OPEN_OUTCOMES.includes(outcome));
  return element(
    'section.group',
    { 'data-group': key },
    element('h3', {}, word(key), element('span.count', {}, String(open.length))),
    OUTCOMES.map((outcome) =>
      ofOutcome(
        outcome,
        reasons.filter((reason) => reason.outcome === outcome),
        page,
      ),
    ),
  );
}

function ofOutcome(outcome, reasons, page) {
  if (reasons.length === 0) return null;
  return element(
    'details.outcomes',
    { open: isOpened(outcome, reasons), 'data-outcome': outcome },
    element(
      'summary',
      {},
      element('span.outcome', {}, word(outcome)),
      element('span.count', {}, String(reasons.length)),
    ),
    reasons.map((reason, i) => card(reason, page, i === 0 && outcome === 'VIOLATED')),
  );
}

/** What stands in the way is open; a long list of what is missing is not, lest it hide what follows. */
const isOpened = (outcome, reasons) =>
  OPEN_OUTCOMES.includes(outcome) && (!['NEED_INFO', 'NO_DATA'].includes(outcome) || reasons.length <= MOST_MISSING);

function card(reason, page, opened) {
  const first = reason.citation;
  return element(
    'details.reason',
    { open: opened, 'data-rule': reason.rule, 'data-outcome': reason.outcome },
    element(
      'summary',
      {},
      element('span.title', {}, spoken(reason, 'title') || reason.rule, part(reason)),
      first && element('span.basis', {}, citations.brief(first)),
    ),
    element(
      'div.body',
      {},
      missing(reason, page),
      citations.inFull(reason.citations?.length ? reason.citations : [first]),
      steps(reason),
      evidence(reason, page.showOnMap),
      element('p.rule-id', {}, word('rule'), ' ', element('code', {}, reason.rule)),
    ),
  );
}

const part = ({ part }) => part && part !== 'plot' && element('span.badge.part', {}, word(part));

/** What would settle the rule, to be answered on the spot. */
function missing({ outcome, missing_facts: facts = [], missing_data: data = [] }, page) {
  if (outcome !== 'NEED_INFO' && outcome !== 'NO_DATA') return null;
  return element(
    'div.missing',
    {},
    facts.map((key) => askFor(page.form.named(key))),
    data.map((id) => element('p', {}, word('lacks'), layerTitle(id), ' ', declareButton(id, page))),
  );
}

function askFor(fact) {
  const input = factInput(fact, { 'aria-label': factTitle(fact.key) }, (value) => project.state(fact.key, value));
  showIn(input, project.facts[fact.key]);
  return element(
    'p.ask-for',
    { 'data-fact': fact.key },
    element('span', {}, spoken(fact, 'question') || factTitle(fact.key)),
    input,
  );
}

const declareButton = (id, page) =>
  element('button.link', { type: 'button', onclick: () => page.declare(id.split('.')[0]) }, word('declareThis'));

function steps(reason) {
  const rows = ['condition', 'approver', 'deliverable', 'cure', 'suspended_by'].filter(
    (key) => reason[key] && !isSaidByText(reason, reason[key]),
  );
  const items = reason.items ?? [];
  return (
    rows.length + items.length > 0 &&
    element(
      'dl.steps',
      {},
      rows.map((key) => step(key, reason[key])),
      items.length > 0 && step('items', items.join('；')),
    )
  );
}

const step = (key, text) => element('div', {}, element('dt', {}, word(key)), element('dd', { lang: 'zh-CN' }, text));

/** A condition that repeats the article word by word is not printed twice. */
const isSaidByText = ({ citation }, text) => bare(citation?.text ?? '') === bare(text);

const bare = (text) => text.replace(/[。；;.\s]+$/, '');
