// The best parks for an industry: by verdict, then by merit. Choosing one flies to it and screens it.
import { Latest, ask } from './api.js';
import { byId, element, fill } from './element.js';
import { parkRow } from './park-row.js';
import { hideProblem, showProblem } from './problem.js';
import { project } from './project.js';
import { loadRules, ruleTitle } from './vocabulary.js';
import { whenSpoken, word } from './words.js';

const FIRST = 20;
const MORE = 80;

export class Places {
  #take;
  #latest = new Latest();
  #holder = byId('places');
  #map;
  #answer = null;
  #limit = FIRST;
  #chosen = null;

  /**
   * @param map null where the browser cannot draw one
   * @param take called with the park that the user chose, in the list or on the map
   */
  constructor(map, take) {
    this.#map = map;
    this.#take = take;
    map?.on('mouseenter', 'parks-dot', () => map.getCanvas().classList.add('pointing'));
    map?.on('mouseleave', 'parks-dot', () => map.getCanvas().classList.remove('pointing'));
    whenSpoken(() => this.#draw());
  }

  async refresh(limit = FIRST) {
    hideProblem(byId('places-problem'));
    this.#limit = limit;
    this.#answer = limit === FIRST ? null : this.#answer;
    if (!project.industry) {
      this.#latest.drop();
      this.#draw();
      return;
    }
    if (!this.#answer) {
      this.#mark();
      fill(this.#holder, element('p.waiting', { role: 'status' }, word('waitingPlaces')));
    }
    try {
      const answer = await this.#latest.run((signal) =>
        Promise.all([ask('/places', { ...project.query(), limit }, signal), loadRules()]),
      );
      if (answer) [this.#answer] = answer;
      if (answer) this.#draw();
    } catch (problem) {
      fill(this.#holder);
      showProblem(byId('places-problem'), problem, () => this.refresh(limit));
    }
  }

  /** The ranked park drawn at a spot of the screen, if there is one. */
  takeAt(point) {
    const [dot] = this.#map.getLayer('parks-dot')
      ? this.#map.queryRenderedFeatures(point, { layers: ['parks-dot'] })
      : [];
    if (dot) this.#choose(dot.properties.id);
    return Boolean(dot);
  }

  async #choose(id) {
    this.#chosen = id;
    this.#markChosen();
    const park = this.#answer.places.find((one) => String(one.id) === id);
    this.#take({ ...park, geometry: await outline(id) });
  }

  #markChosen() {
    for (const row of this.#holder.querySelectorAll('.park')) {
      if (row.dataset.place === this.#chosen) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  #mark() {
    const features = (this.#answer?.places ?? []).filter(located).map(dotOf);
    this.#map?.getSource('parks')?.setData({ type: 'FeatureCollection', features });
  }

  #draw() {
    this.#mark();
    if (!this.#answer) {
      fill(this.#holder, element('p.note', {}, word('placesNeedIndustry')));
      return;
    }
    const { places = [], preconditions = [], failures = [] } = this.#answer;
    fill(
      this.#holder,
      element('p.note', {}, places.length === 0 ? word('noPlaces') : word('weightsOpinion')),
      anywhere(preconditions),
      element(
        'ol.parks',
        {},
        places.map((park) => parkRow(park, located(park) && (() => this.#choose(String(park.id))))),
      ),
      places.length === this.#limit &&
        element(
          'button.quiet.wide',
          { type: 'button', onclick: () => this.refresh(this.#limit + MORE) },
          word('moreParks'),
        ),
      ruledOut(failures),
    );
    this.#markChosen();
  }
}

/** The park's own shape, so that it is judged here as it was in the ranking; undefined where the server has none. */
async function outline(id) {
  const address = `/collections/industrial-park/items/${encodeURIComponent(id)}`;
  return ask(address, { f: 'json' }).then(
    ({ geometry }) => geometry ?? undefined,
    () => undefined,
  );
}

const located = (park) => typeof park.lon === 'number' && typeof park.lat === 'number';

const dotOf = ({ id, rank, verdict, lon, lat }) => ({
  type: 'Feature',
  properties: { id: String(id), rank, verdict },
  geometry: { type: 'Point', coordinates: [lon, lat] },
});

/** What weighs on the project wherever it stands: said once. */
function anywhere(rules) {
  return folded(
    'preconditions',
    rules.length,
    rules.map((id) => element('li', { 'data-rule': id }, ruleTitle(id))),
  );
}

/** Parks that a rule prohibits, by the first such rule. */
function ruledOut(failures) {
  const byRule = new Map();
  for (const { rule, name, id } of failures) byRule.set(rule, [...(byRule.get(rule) ?? []), name ?? id]);
  const rules = [...byRule].sort(([, a], [, b]) => b.length - a.length);
  if (rules.length === 0) return null;
  return element(
    'section.ruled-out',
    { 'data-testid': 'ruled-out' },
    element('h3', {}, word('ruledOut'), element('span.count', {}, String(failures.length))),
    element('p.note', {}, word('ruledOutWhy')),
    rules.map(([rule, names]) => namesOf(rule, names)),
  );
}

const namesOf = (rule, names) =>
  element(
    'details.folded',
    { 'data-rule': rule },
    element('summary', {}, ruleTitle(rule), element('span.count', {}, String(names.length))),
    element('p.note', { lang: 'zh-CN' }, names.join('、')),
  );

const folded = (title, count, rows) =>
  count > 0 &&
  element(
    'details.folded',
    {},
    element('summary', {}, word(title), element('span.count', {}, String(count))),
    element('ul.terms', {}, rows),
  );
