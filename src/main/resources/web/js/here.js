// What lies at a place before any industry is asked about: the letters of the ground and how many rules speak of it.
import { Latest, ask } from './api.js';
import { element, fill } from './element.js';
import { project } from './project.js';
import { attributeTitle, layerTitle, plainTitle, valueTitle } from './vocabulary.js';
import { spoken, word } from './words.js';

const latest = new Latest();

/** Fills the holder with what lies at the site, when it is a point; leaves it alone where nothing can be said. */
export async function showHere(holder) {
  const { site } = project;
  if (site?.geometry.type !== 'Point') return;
  const [lon, lat] = site.geometry.coordinates;
  const query = { lon, lat, as_of: project.asOf };
  const answer = await latest.run((signal) => ask('/explain', query, signal)).catch(() => undefined);
  if (!answer || project.site !== site || project.industry) return;
  const zones = answer.letters.filter(({ coverage, within_m: within }) => !coverage && within === undefined);
  fill(holder, answer.letters.length === 0 ? nothing() : [letters(zones), rules(answer.rules)]);
}

const nothing = () => element('p.note', {}, word('nothingKnownHere'));

function letters(zones) {
  return element(
    'section.group',
    { 'data-testid': 'here' },
    element('h3', {}, word('here')),
    zones.length === 0 && element('p.note', {}, word('noZonesHere')),
    element(
      'ul.used',
      {},
      zones.map(({ layer, attributes }) =>
        element(
          'li',
          { 'data-layer': layer },
          element('span', {}, layerTitle(layer)),
          element('span', {}, told(layer, attributes)),
        ),
      ),
    ),
  );
}

/** An access list is a document of its own, not a word. */
const told = (layer, attributes) =>
  Object.entries(attributes)
    .filter(([name]) => name !== 'items')
    .map(
      ([name, value]) =>
        (/^(true|false)$/.test(value) ? `${attributeTitle(layer, name)}: ` : '') + valueTitle(layer, name, value),
    )
    .join(word('comma'));

function rules(found) {
  return element(
    'details.folded.group',
    {},
    element('summary', {}, word('rulesHere'), element('span.count', {}, String(found.length))),
    element(
      'ul.terms',
      {},
      found.map((rule) => element('li', { 'data-rule': rule.id }, spoken(rule, 'title') || plainTitle(rule.id))),
    ),
  );
}
