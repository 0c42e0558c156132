// The question being asked: an industry on a site, on a day, with facts. Everyone reads it here and hears of changes here.

class Project extends EventTarget {
  industry = null; // {code, zh, en}
  site = null; // {geometry, kind: 'point' | 'drawn' | 'park', name}
  asOf = '';
  from = '';
  facts = {};

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

  get complete() {
    return Boolean(this.industry && this.site);
  }

  /** The body of POST /screenings. */
  body() {
    const body = { industry: this.industry.code, site: this.site.geometry };
    if (Object.keys(this.facts).length) body.facts = this.facts;
    if (this.asOf) body.as_of = this.asOf;
    if (this.from) body.from = { adcode: this.from };
    return body;
  }

  /** The same without a site, as a query string would say it. */
  query() {
    const query = { industry: this.industry.code, as_of: this.asOf, from: this.from };
    for (const [key, value] of Object.entries(this.facts)) query[`fact.${key}`] = String(value);
    return query;
  }
}

export const project = new Project();
