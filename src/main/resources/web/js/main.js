// Brings the page to life: map, layers, fields and answers, each of which knows only the project.
import { keepAddress, readAddress } from './address.js';
import { Latest, ask, send } from './api.js';
import { showCoverage } from './coverage.js';
import { byId, element, fill } from './element.js';
import { nameLayers } from './evidence.js';
import { FactsForm } from './facts.js';
import { Ground } from './ground.js';
import { IndustryPicker } from './industry-picker.js';
import { keepLabels } from './labels.js';
import { LayerPanel } from './layer-panel.js';
import { attribute, openMap } from './map.js';
import { Measure } from './measure.js';
import { Places } from './places.js';
import { hideProblem, showProblem } from './problem.js';
import { project } from './project.js';
import { showQuestions } from './questions.js';
import { showReasons } from './reasons.js';
import { SitePicker } from './site.js';
import { Tabs } from './tabs.js';
import { clearVerdict, showVerdict } from './verdict.js';
import { language, speak, tell, whenSpoken, word } from './words.js';

const latest = new Latest();
const form = new FactsForm();
let answer = null;

function translate() {
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll('[data-hint]')) node.placeholder = word(node.dataset.hint);
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', word(node.dataset.label));
  const other = byId('language');
  other.textContent = word('otherLanguage');
  other.lang = language() === 'zh' ? 'en' : 'zh-CN';
}

async function start() {
  const map = await mapOrReason();
  if (!map) return;
  const tabs = new Tabs();
  const measure = new Measure(map);
  window.luodiMap = map;
  const site = new SitePicker(map, (point) => places.takeAt(point));
  const places = new Places(map, (park) => {
    tabs.show('verdict');
    site.takePark(park);
  });
  const industry = new IndustryPicker();
  listen({ tabs, site, places, measure });
  keepLabels(map);
  const asked = form
    .load()
    .then(() => resume({ industry, site }))
    .catch((problem) => showProblem(byId('problem'), problem));
  map.once('load', async () => {
    await ground(map);
    await asked;
    window.luodiReady = true;
  });
}

/** The map, or nothing and the reason on the page where the browser cannot draw one. */
async function mapOrReason() {
  try {
    return await openMap('map');
  } catch {
    showProblem(byId('problem'), { title: word('problem'), message: word('mapBroken') });
    return null;
  }
}

/** Takes up the question that the address asks. */
async function resume({ industry, site }) {
  const { industry: code, point, asOf, from, facts } = readAddress();
  byId('as-of').value = asOf;
  byId('from').value = from;
  const typed = Object.entries(facts).map(([key, text]) => [key, form.typed(key, text)]);
  project.change({ asOf, from, facts: Object.fromEntries(typed) });
  if (point) site.takePoint(...point);
  if (code) await industry.choose(code);
  keepAddress();
}

async function ground(map) {
  try {
    const { layers } = await ask('/layers');
    nameLayers(layers);
    attribute(map, layers);
    await new LayerPanel(layers, new Ground(map), map).start();
  } catch (problem) {
    showProblem(byId('problem'), problem, () => location.reload());
  }
}

function listen({ tabs, site, places, measure }) {
  project.addEventListener('change', ({ detail }) => {
    if (!detail.includes('site')) places.refresh();
    if (project.complete) screen({ site, measure });
    else invite();
    if (detail.includes('industry') && !project.site) tabs.show('places');
    if (detail.includes('site')) tabs.show('verdict');
  });
  whenSpoken(() => (answer ? show(answer, measure) : invite()));
  invite();
}

async function screen({ site, measure }) {
  hideProblem(byId('problem'));
  answer = null;
  blank();
  byId('verdict-pane').setAttribute('aria-busy', 'true');
  fill(clearVerdict(), element('p.waiting', {}, word('waiting')));
  site.colour();
  measure.clear();
  try {
    const screening = await latest.run((signal) => send('/screenings', project.body(), signal));
    if (!screening) return;
    answer = screening;
    site.colour(screening.decision.verdict);
    show(screening, measure);
    byId('verdict').querySelector('.headline').scrollIntoView({ block: 'nearest' });
  } catch (problem) {
    fill(clearVerdict());
    showProblem(byId('problem'), problem, () => screen({ site, measure }));
  }
  byId('verdict-pane').removeAttribute('aria-busy');
}

function show(screening, measure) {
  showVerdict(screening);
  showQuestions(screening, form);
  showReasons(screening, (row) => measure.go(row));
  showCoverage(screening);
  measure.show(measured(screening));
}

/** Distances that count: of every reason that is not simply satisfied. */
const measured = ({ reasons }) =>
  reasons
    .filter(({ outcome }) => outcome !== 'SATISFIED')
    .flatMap(({ evidence = [] }) => evidence.filter(({ from, to }) => from && to));

function blank() {
  for (const id of ['questions', 'reasons', 'coverage']) fill(byId(id));
}

/** Says what is still wanted before the law can be asked. */
function invite() {
  answer = null;
  blank();
  const wanted = project.site ? 'askIndustry' : project.industry ? 'askSite' : 'begin';
  fill(
    clearVerdict(),
    element('div.invitation', {}, element('h2', {}, word(wanted)), element('p', {}, word('beginWhy'))),
  );
}

function listenToForm() {
  byId('as-of').addEventListener('change', (event) => project.change({ asOf: event.target.value }));
  byId('from').addEventListener('change', (event) => {
    const adcode = event.target.value.trim();
    const valid = adcode === '' || /^\d{6}$/.test(adcode);
    event.target.setCustomValidity(valid ? '' : word('badAdcode'));
    event.target.reportValidity();
    if (valid) project.change({ from: adcode });
  });
  byId('ask').addEventListener('submit', (event) => event.preventDefault());
  byId('language').addEventListener('click', () => speak(language() === 'zh' ? 'en' : 'zh'));
  project.addEventListener('change', () => {
    const given = Object.keys(project.facts).length + (project.asOf ? 1 : 0) + (project.from ? 1 : 0);
    byId('more-count').textContent = given;
    byId('more-count').hidden = given === 0;
  });
}

whenSpoken(translate);
tell();
listenToForm();
start();
