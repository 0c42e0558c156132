// What an answer rests on and what it leaves open: unchecked layers and rules, editions, incentives.
import { byId, element, fill } from './element.js';
import { layerTitle, plainTitle } from './vocabulary.js';
import { area, word } from './words.js';

/** @param declare called with a layer that the reader may know */
export function showCoverage(answer, declare) {
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
      gap('noData', 'noDataWhy', coverage.no_data, declare),
      gap('outsideProfile', 'outsideProfileWhy', coverage.outside_profile),
      gap('notCheckable', 'notCheckableWhy', coverage.not_checkable),
    ),
    element('section.group', {}, element('h3', {}, word('restsOn')), layersUsed(coverage.layers), editions(answer)),
  );
}

const has = (value) => typeof value === 'number';

function gap(key, why, ids = [], declare) {
  if (ids.length === 0) return null;
  return element(
    'details.folded',
    { open: key === 'noData', 'data-gap': key },
    element('summary', {}, word(key), element('span.count', {}, String(ids.length))),
    element('p.note', {}, word(why)),
    element(
      'ul.terms',
      {},
      ids.map((id) => element('li', { 'data-id': id }, titleOf(id))),
    ),
    declare &&
      element('button.quiet', { type: 'button', onclick: () => declare(ids[0].split('.')[0]) }, word('declareOpen')),
  );
}

/** What is not checked is called as the law calls it; an attribute that is missing is named with its layer. */
const titleOf = (id) => (plainTitle(id) === id ? layerTitle(id) : plainTitle(id));

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
          element('span', {}, plainTitle(layer.id)),
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

function incentives(rows = []) {
  if (rows.length === 0) return null;
  return element(
    'section.group',
    {},
    element('h3', {}, word('incentives')),
    element(
      'ul.incentives',
      {},
      rows.map(({ title_zh: title, item, benefit, condition }) =>
        element(
          'li',
          { lang: 'zh-CN' },
          element('strong', {}, title),
          [item, benefit, condition].filter(Boolean).map((text) => ` · ${text}`),
        ),
      ),
    ),
  );
}

function usable(trim) {
  if (!trim?.geometry || !has(trim.area_m2)) return null;
  return element('p.note', {}, `${word('trim')}: ${area(trim.area_m2)} · ${word(trim.verdict)}`);
}

let file = null; // the answer as a file; the one before is let go

function editions(answer) {
  const { decision, links, id } = answer;
  const rows = ['profile', 'rulebook', 'atlas', 'engine'].filter((key) => decision[key]);
  if (file) URL.revokeObjectURL(file);
  file = URL.createObjectURL(new Blob([JSON.stringify(answer, null, 1)], { type: 'application/json' }));
  return [
    element(
      'details.folded',
      {},
      element('summary', {}, word('editions')),
      element(
        'dl.editions',
        {},
        rows.map((key) => element('div', {}, element('dt', {}, word(key)), element('dd', {}, decision[key]))),
        id && element('div', {}, element('dt', {}, word('answerId')), element('dd', {}, id)),
      ),
    ),
    element(
      'p.actions',
      {},
      element('a', { href: file, download: `luodi-${String(id ?? 'screening').slice(0, 12)}.json` }, word('download')),
      links?.report && element('a', { href: links.report }, word('report')),
    ),
  ];
}
