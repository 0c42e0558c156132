// What an answer rests on and what it leaves open: unchecked layers and rules, editions, incentives.
import { byId, element, fill } from './element.js';
import { layerTitle } from './evidence.js';
import { choiceName, factName } from './fact-words.js';
import { area, spoken, word } from './words.js';

export function showCoverage(answer) {
  const { coverage = {} } = answer;
  fill(
    byId('coverage'),
    incentives(answer.incentives),
    usable(answer.trim),
    element(
      'section.group',
      { 'data-testid': 'not-checked' },
      element('h3', {}, word('notChecked')),
      has(coverage.checked) &&
        element(
          'p.note',
          {},
          word('checkedCount', { checked: coverage.checked, skipped: coverage.not_applicable ?? 0 }),
        ),
      gap('noData', coverage.no_data),
      gap('outsideProfile', coverage.outside_profile),
      gap('notCheckable', coverage.not_checkable),
    ),
    layersUsed(coverage.layers),
    presumed(answer.project),
    editions(answer),
  );
}

const has = (value) => typeof value === 'number';

const list = (names) =>
  element(
    'ul.terms',
    {},
    names.map((name) => element('li', {}, name)),
  );

const nameOf = (gap) =>
  typeof gap === 'string' ? layerTitle(gap) : spoken(gap, 'title') || layerTitle(gap.id ?? gap.layer ?? gap.rule);

function gap(key, names = []) {
  if (names.length === 0) return null;
  return element(
    'details.folded',
    { open: key === 'noData' },
    element('summary', {}, word(key), element('span.count', {}, String(names.length))),
    list(names.map(nameOf)),
  );
}

function layersUsed(layers = []) {
  if (layers.length === 0) return null;
  return element(
    'details.folded',
    {},
    element('summary', {}, word('layersUsed'), element('span.count', {}, String(layers.length))),
    element(
      'ul.used',
      {},
      layers.map((layer) =>
        element(
          'li',
          {},
          element('span', {}, layerTitle(layer.id)),
          element(
            'span.badges',
            {},
            layer.synthetic && element('span.badge.made-up', {}, word('synthetic')),
            element(`span.badge${layer.covers === 'full' ? '' : '.warn'}`, {}, word(layer.covers)),
            layer.edition && element('span.badge', {}, layer.edition),
          ),
        ),
      ),
    ),
  );
}

/** Presumed facts come as `{key: {value, presumed: true}}` or as rows with a key. */
function presumed(project) {
  const facts = project?.facts ?? {};
  const rows = (
    Array.isArray(facts) ? facts.map((fact) => [fact.key ?? fact.fact, fact]) : Object.entries(facts)
  ).filter(([, fact]) => fact?.presumed);
  if (rows.length === 0) return null;
  return element(
    'details.folded',
    {},
    element('summary', {}, word('presumedFacts'), element('span.count', {}, String(rows.length))),
    element(
      'ul.used',
      {},
      rows.map(([key, fact]) =>
        element(
          'li',
          {},
          element('span', {}, factName(key)),
          element('span', {}, choiceName(fact.value ?? word('none'))),
        ),
      ),
    ),
  );
}

function incentives(rows = []) {
  if (rows.length === 0) return null;
  return element(
    'section.group',
    {},
    element('h3', {}, word('incentives')),
    element(
      'ul.incentives',
      {},
      rows.map(({ item, benefit, condition }) =>
        element(
          'li',
          { lang: 'zh-CN' },
          element('strong', {}, benefit ?? item),
          benefit && item && ` ${item}`,
          condition && ` · ${condition}`,
        ),
      ),
    ),
  );
}

function usable(trim) {
  if (!trim?.geometry || !has(trim.area_m2)) return null;
  return element('p.note', {}, `${word('trim')}: ${area(trim.area_m2)} · ${word(trim.verdict)}`);
}

function editions(answer) {
  const { decision, links, id } = answer;
  const rows = [
    ['profile', decision.profile],
    ['rulebook', decision.rulebook],
    ['atlas', decision.atlas],
    ['engine', decision.engine],
  ].filter(([, value]) => value);
  const file = URL.createObjectURL(new Blob([JSON.stringify(answer, null, 1)], { type: 'application/json' }));
  return element(
    'details.folded',
    {},
    element('summary', {}, word('editions')),
    element(
      'dl.editions',
      {},
      rows.map(([key, value]) => element('div', {}, element('dt', {}, word(key)), element('dd', {}, value))),
      id && element('div', {}, element('dt', {}, 'id'), element('dd', {}, id)),
    ),
    element(
      'p.actions',
      {},
      element('a', { href: file, download: `luodi-${String(id ?? 'screening').slice(0, 12)}.json` }, word('download')),
      links?.report && element('a', { href: links.report }, word('report')),
    ),
  );
}
