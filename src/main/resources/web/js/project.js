// The question being asked: an industry on a site, on a day, with facts. Everyone reads it here and hears of changes here.

class Project extends EventTarget {
  industry = null; // {code, zh, en}
  site = null; // {geometry, kind: 'point' | 'drawn' | 'file' | 'park', name}
  parts = []; // [{part: 'outfall', geometry}], beside the plot
  county = null; // {adcode, name}: where declared ground lies when there is no site
  asOf = '';
  from = null; // {adcode, name}: where it moves from
  facts = {};
  declared = []; // [{layer, relation, distance_m, …attributes}], as POST /screenings takes them

  /** Takes over what is given and tells listeners which keys were touched. */
  change(given) {
    Object.assign(this, given);
    this.dispatchEvent(new CustomEvent('change', { detail: Object.keys(given) }));
  }

  /** Sets one fact; undefined takes it back. */
  state(key, value) {
    const facts = { ...this.facts };
    if (value === undefined || value === '') delete facts[key];
    else facts[key] = value;
    this.change({ facts });
  }

  /** Whether it is known where the project would stand. */
  get placed() {
    return Boolean(this.site || (this.county && this.declared.length));
  }

  get complete() {
    return Boolean(this.industry && this.placed);
  }

  /** The body of POST /screenings. */
  body() {
    return { industry: this.industry.code, ...this.place() };
  }

  /** The same for no industry: the body of POST /fits. */
  place() {
    const body = {};
    if (this.site) body.site = this.#shape();
    else body.adcode = this.county.adcode;
    if (Object.keys(this.facts).length) body.facts = this.facts;
    if (this.declared.length) body.declared = this.declared;
    if (this.asOf) body.as_of = this.asOf;
    if (this.from) body.from = { adcode: this.from.adcode };
    return body;
  }

  /** One geometry, or a collection when parts stand apart from the plot. */
  #shape() {
    if (this.parts.length === 0) return this.site.geometry;
    const features = [{ part: 'plot', geometry: this.site.geometry }, ...this.parts].map(({ part, geometry }) => ({
      type: 'Feature',
      properties: { part },
      geometry,
    }));
    return { type: 'FeatureCollection', features };
  }

  /** The same without a site, as a query string would say it. */
  query() {
    return { industry: this.industry?.code, ...this.terms() };
  }

  /** Day, origin and facts, as a query string would say them. */
  terms() {
    const terms = { as_of: this.asOf, from: this.from?.adcode };
    for (const [key, value] of Object.entries(this.facts)) terms[`fact.${key}`] = asText(value);
    return terms;
  }
}

/** A list that is empty is an answer too: it emits nothing. */
const asText = (value) => (Array.isArray(value) ? value.join(',') || 'none' : String(value));

export const project = new Project();
