// Brings the page to life: map, layers, fields and answers, each of which knows only the project.
import { keepAddress, readAddress } from './address.js';
import { Answers } from './answers.js';
import { Areas } from './areas.js';
import { keepCrosshair } from './crosshair.js';
import { DeclareForm } from './declare.js';
import { DivisionPicker } from './division-picker.js';
import { byId } from './element.js';
import { FactsForm } from './facts.js';
import { Fits } from './fits.js';
import { Ground } from './ground.js';
import { IndustryPicker } from './industry-picker.js';
import { keepLabels } from './labels.js';
import { LayerPanel } from './layer-panel.js';
import { attribute, goToDivision, openMap } from './map.js';
import { Measure } from './measure.js';
import { MoveLayer } from './move-layer.js';
import { PartsForm } from './parts.js';
import { Places } from './places.js';
import { hideProblem, showProblem } from './problem.js';
import { project } from './project.js';
import { SitePicker } from './site.js';
import { Tabs } from './tabs.js';
import { drawVeil } from './veil.js';
import { VerdictLayer } from './verdict-layer.js';
import { loadVocabulary } from './vocabulary.js';
import { language, speak, whenSpoken, word } from './words.js';

const RETRY_MS = 1500;

function translate() {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll('[data-hint]')) node.placeholder = word(node.dataset.hint);
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', word(node.dataset.label));
  document.title = word('title');
  const other = byId('language');
  other.textContent = word('otherLanguage');
  other.lang = language() === 'zh' ? 'en' : 'zh-CN';
}

async function start() {
  const layers = await whenServed(loadVocabulary);
  const map = await mapOrReason();
  const loaded = map?.once('load');
  const tabs = new Tabs();
  const measure = new Measure(map);
  const form = new FactsForm();
  const declare = new DeclareForm();
  const parts = new PartsForm(map);
  const site = new SitePicker(map, ({ point, lngLat }) => parts.takeAt(lngLat) || places.takeAt(point));
  const places = new Places(map, (park) => {
    tabs.show('verdict');
    site.takePark(park);
  });
  let panel = null;
  const showOnMap = (row) => {
    panel?.show(row.layer);
    if (row.from && row.to) measure.go(row);
    else site.show();
  };
  const answers = new Answers({ form, declare, site, measure, showOnMap });
  const areas = new Areas(tabs, (level, adcode) => map && goToDivision(map, level, adcode));
  const industry = new IndustryPicker();
  const fits = new Fits(tabs, async (code) => {
    tabs.show('verdict');
    await industry.choose(code).catch((problem) => answers.refuse(problem));
  });
  listen({ tabs, places, areas, fits, colours: new VerdictLayer(map), moves: new MoveLayer(map), answers });
  await form.load();
  await resume({ form, site, industry, origin: originField(), answers });
  if (map) {
    await loaded;
    panel = await draw(map, layers, site);
  }
  window.luodiReady = true; // for those who drive the page
}

/** Asks until the server has loaded its ground; says meanwhile what the reader waits for. */
async function whenServed(question) {
  for (;;) {
    try {
      const answer = await question();
      hideProblem(byId('problem'));
      return answer;
    } catch (problem) {
      showProblem(byId('problem'), problem);
      if (problem.status !== 503 && problem.status !== 0) throw problem;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** The map, or null and the reason in its place where the browser cannot draw one: the rest works without. */
async function mapOrReason() {
  try {
    const map = await openMap('map');
    window.luodiMap = map;
    return map;
  } catch {
    byId('map-broken').hidden = false;
    byId('layers').hidden = true;
    return null;
  }
}

/** Puts on the map what is not there from the start; returns the list of layers. */
async function draw(map, layers, site) {
  keepLabels(map);
  keepCrosshair(map, site);
  attribute(map, layers);
  const panel = new LayerPanel(layers, new Ground(map), map);
  reportFailures(map, panel);
  await panel.start();
  await drawVeil(map, layers).catch(() => {}); // a map without the veil is still a map
  return panel;
}

/** Tiles that could not be had are told in the list of layers; anything else is a fault of the page. */
function reportFailures(map, panel) {
  map.on('error', ({ sourceId, error }) => (sourceId ? panel.fail(sourceId, true) : console.error(error)));
  map.on('sourcedata', ({ sourceId, tile }) => tile?.state === 'loaded' && panel.fail(sourceId, false));
}

/** Takes up the question that the address asks. */
async function resume({ form, site, industry, origin, answers }) {
  const { industry: code, point, parts, asOf, from, county, facts, declared } = readAddress();
  byId('as-of').value = asOf;
  const typed = Object.entries(facts).map(([key, text]) => [key, form.typed(key, text)]);
  const [moving, lying] = await Promise.all([from, county].map((adcode) => adcode && DivisionPicker.named(adcode)));
  project.change({
    asOf,
    from: moving || null,
    county: lying || null,
    facts: Object.fromEntries(typed),
    declared,
    parts,
  });
  origin.show(project.from);
  if (point) site.takePoint(...point);
  if (code) await industry.choose(code).catch((problem) => answers.refuse(problem));
  keepAddress();
}

const originField = () => new DivisionPicker(byId('from'), (from) => project.change({ from }));

function listen({ tabs, places, areas, fits, colours, moves, answers }) {
  project.addEventListener('change', ({ detail }) => {
    const asked = (...keys) => detail.some((key) => keys.includes(key));
    if (asked('industry', 'asOf', 'from', 'facts')) {
      places.refresh();
      areas.refresh();
      colours.refresh();
      moves.refresh();
    }
    if (asked('site', 'parts', 'county', 'declared', 'asOf', 'from', 'facts')) fits.refresh();
    answers.refresh();
    if (asked('industry') && !project.complete && tabs.shown !== 'areas')
      tabs.show(project.industry ? 'places' : 'verdict');
    if (asked('site', 'parts', 'declared') && tabs.shown !== 'fits') tabs.show('verdict');
    countGiven();
  });
  byId('as-of').addEventListener('change', ({ target }) => project.change({ asOf: target.value }));
  // A link pasted over this one changes only what follows `#`; the skip link is the page's own.
  window.addEventListener('hashchange', () => location.reload());
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    byId('industry-input').focus();
  });
  byId('ask').addEventListener('submit', (event) => event.preventDefault());
  byId('language').addEventListener('click', () => speak(language() === 'zh' ? 'en' : 'zh'));
}

function countGiven() {
  const given = Object.keys(project.facts).length + (project.asOf ? 1 : 0) + (project.from ? 1 : 0);
  byId('more-count').textContent = given;
  byId('more-count').hidden = given === 0;
}

whenSpoken(translate);
start().catch((problem) => showProblem(byId('problem'), problem, () => location.reload()));
