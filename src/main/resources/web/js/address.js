// Keeps the question in the page's address, so that it can be sent to a colleague. What follows `#` never reaches a
// server; a drawn plot and its parts are left out all the same, for they may be somebody's secret.
import { project } from './project.js';

/** What the address asks: industry, day, origin, facts, declared ground, its county, and a point, where given. */
export function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const facts = [...asked].filter(([key]) => key.startsWith('fact.')).map(([key, value]) => [key.slice(5), value]);
  const [lon, lat] = ['lon', 'lat'].map((key) => (asked.has(key) ? Number(asked.get(key)) : NaN));
  return {
    industry: asked.get('industry'),
    asOf: asked.get('as_of') ?? '',
    from: asked.get('from') ?? '',
    county: asked.get('adcode') ?? '',
    facts: Object.fromEntries(facts),
    declared: listIn(asked.get('declared'), 'layer', 'relation'),
    parts: listIn(asked.get('parts'), 'part', 'geometry'),
    point: Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null,
  };
}

/** A list written as JSON; what lacks its members is dropped, as from an address that was cut short. */
function listIn(text, ...members) {
  try {
    const list = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((one) => members.every((member) => one?.[member])) : [];
  } catch {
    return [];
  }
}

export function keepAddress() {
  project.addEventListener('change', keep);
  keep();
}

function keep() {
  const told = new URLSearchParams(Object.entries(question()).filter(([, value]) => value));
  history.replaceState(null, '', told.size ? `#${told}` : location.pathname);
}

function question() {
  const [lon, lat] = project.site?.kind === 'point' ? project.site.geometry.coordinates : [];
  const written = (list) => (list.length ? JSON.stringify(list) : '');
  const parts = lon === undefined ? '' : written(project.parts);
  const adcode = project.site ? '' : project.county?.adcode;
  return { ...project.query(), lon, lat, parts, adcode, declared: written(project.declared) };
}
