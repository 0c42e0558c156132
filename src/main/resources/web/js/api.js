// The one door to the server: JSON in, JSON out, and every refusal as a Problem.

/** A refusal as the server tells it (RFC 9457), or one of ours where the server could not be reached. */
export class Problem extends Error {
  constructor({ title, detail, type, status, errors }) {
    super(detail ?? '');
    this.name = 'Problem';
    Object.assign(this, { title, type, status, errors: errors ?? [] });
  }
}

export const ask = (path, query = {}, signal) => answer(`${path}${queryOf(query)}`, { signal });

/** Throws the Problem of an address that has no answer, whatever its answer would be. */
export const check = (path, signal) => answer(path, { signal, headers: { Accept: '*/*' } });

export const send = (path, body, signal) =>
  answer(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal });

async function answer(address, options) {
  const response = await reach(address, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem({ title: response.statusText, ...body, status: response.status });
  return body;
}

async function reach(address, options) {
  try {
    return await fetch(address, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem({ type: 'unreachable', status: 0 });
  }
}

function queryOf(query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

/** Runs one question at a time: a newer one takes the place of the one under way, whose answer is dropped. */
export class Latest {
  #abort = null;

  /** Resolves to undefined when a newer question has taken over. */
  async run(question) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    try {
      const result = await question(abort.signal);
      return abort.signal.aborted ? undefined : result;
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  }

  /** Drops the question under way, if there is one. */
  drop() {
    this.#abort?.abort();
  }
}
