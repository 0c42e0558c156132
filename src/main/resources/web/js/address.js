// Keeps the question in the page's address, so that it can be sent to a colleague. What follows `#` never reaches a
// server; a drawn plot is left out all the same, for it may be somebody's secret.
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
    declared: declaredIn(asked.get('declared')),
    point: Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null,
  };
}

/** Declared ground as JSON; what is none is dropped, as from an address that was cut short. */
function declaredIn(text) {
  try {
    const declared = JSON.parse(text ?? '[]');
    return Array.isArray(declared) ? declared.filter((one) => one?.layer && one?.relation) : [];
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
  const declared = project.declared.length ? JSON.stringify(project.declared) : '';
  return { ...project.query(), lon, lat, adcode: project.site ? '' : project.county?.adcode, declared };
}
