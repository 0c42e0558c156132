// The best parks for an industry: by verdict, then by merit. Choosing one flies to it and screens it.
import { Latest, ask } from './api.js';
import { byId, element, fill } from './element.js';
import { hideProblem, showProblem } from './problem.js';
import { project } from './project.js';
import { figure, spoken, whenSpoken, word } from './words.js';
import { chip } from './verdict.js';

const LIMIT = 20;

export class Places {
  #take;
  #latest = new Latest();
  #holder = byId('places');
  #map;
  #answer = null;

  /** @param take called with the park that the user chose, in the list or on the map */
  constructor(map, take) {
    this.#map = map;
    this.#take = take;
    map.on('mouseenter', 'parks-dot', () => map.getCanvas().classList.add('pointing'));
    map.on('mouseleave', 'parks-dot', () => map.getCanvas().classList.remove('pointing'));
    whenSpoken(() => this.#draw());
    this.#draw();
  }

  async refresh() {
    hideProblem(byId('places-problem'));
    this.#answer = null;
    if (!project.industry) {
      this.#draw();
      return;
    }
    fill(this.#holder, element('p.waiting', { role: 'status' }, word('waitingPlaces')));
    try {
      const answer = await this.#latest.run((signal) => ask('/places', { ...project.query(), limit: LIMIT }, signal));
      if (answer) this.#answer = answer;
      if (answer) this.#draw();
    } catch (problem) {
      fill(this.#holder);
      showProblem(byId('places-problem'), problem, () => this.refresh());
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

  #choose(id) {
    for (const row of this.#holder.querySelectorAll('.park')) {
      if (row.dataset.place === id) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    this.#take(this.#answer.places.find((park) => String(park.id) === id));
  }

  #mark() {
    const features = (this.#answer?.places ?? []).slice(0, LIMIT).filter(located).map(dotOf);
    this.#map.getSource('parks')?.setData({ type: 'FeatureCollection', features });
  }

  #draw() {
    this.#mark();
    if (!this.#answer) {
      fill(this.#holder, element('p.note', {}, word('placesNeedIndustry')));
      return;
    }
    const { places = [], preconditions = [] } = this.#answer;
    fill(
      this.#holder,
      conditionsAnywhere(preconditions),
      places.length === 0 ? element('p.note', {}, word('noPlaces')) : element('p.note', {}, word('weightsOpinion')),
      element(
        'ol.parks',
        {},
        places.slice(0, LIMIT).map((park) => this.#row(park)),
      ),
    );
  }

  #row(park) {
    const row = element(
      'button.park',
      { type: 'button', 'data-place': park.id, disabled: !located(park), onclick: () => this.#choose(String(park.id)) },
      element('span.rank', {}, park.rank ?? '–'),
      element(
        'span.what',
        {},
        element(
          'span.name',
          { lang: 'zh-CN' },
          park.name,
          park.synthetic && element('span.badge.made-up', {}, word('synthetic')),
        ),
        element(
          'span.more',
          {},
          details(park).map((text) => element('span', {}, text)),
        ),
      ),
      element('span.merit', {}, chip(park.verdict), scoreBar(park)),
    );
    return element('li', {}, row);
  }
}

function details(park) {
  const conditions = Array.isArray(park.conditions) ? park.conditions.length : park.conditions;
  return [
    park.county ?? park.adcode,
    conditions > 0 && word('conditions', { n: conditions }),
    typeof park.vacant_ha === 'number' && word('vacant', { value: figure(park.vacant_ha, 0) }),
    typeof park.rank_best === 'number' &&
      park.rank_best !== park.rank_worst &&
      word('rankRange', { best: park.rank_best, worst: park.rank_worst }),
  ].filter(Boolean);
}

const located = (park) => typeof park.lon === 'number' && typeof park.lat === 'number';

const dotOf = ({ id, rank, verdict, lon, lat }) => ({
  type: 'Feature',
  properties: { id: String(id), rank, verdict },
  geometry: { type: 'Point', coordinates: [lon, lat] },
});

/** The score as a bar, with the interval that unknown criteria leave open. */
function scoreBar({ score, score_detail: detail }) {
  if (typeof score !== 'number') return element('span.no-score', {}, word('noScore'));
  const percent = (value) => `${Math.round(Math.min(1, Math.max(0, value)) * 100)}%`;
  return element(
    'span.score',
    { '--value': percent(score), '--low': percent(detail?.low ?? score), '--high': percent(detail?.high ?? score) },
    element('span.bar', { 'aria-hidden': 'true' }),
    element('span.number', {}, figure(score)),
  );
}

function conditionsAnywhere(preconditions) {
  if (preconditions.length === 0) return null;
  return element(
    'details.folded',
    {},
    element('summary', {}, word('preconditions'), element('span.count', {}, String(preconditions.length))),
    element(
      'ul.terms',
      {},
      preconditions.map((one) =>
        element('li', {}, typeof one === 'string' ? one : spoken(one, 'title') || one.rule || one.id),
      ),
    ),
  );
}
