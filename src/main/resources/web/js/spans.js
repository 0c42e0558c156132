// A question about a number or a day comes with one value on each side of every limit that a rule names. Here those
// values become spans that a reader understands: "before 2024-08-23", "1,000 and more".
import { figure, word } from './words.js';

/** From `{value: verdict}` to `[{text, verdict}]`, least first; neighbours that lead to the same verdict are one. */
export function spans(verdicts, { type }) {
  const values = Object.keys(verdicts).sort((a, b) => place(a, type) - place(b, type));
  const runs = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.verdict === verdicts[value]) last.to = value;
    else runs.push({ from: value, to: value, verdict: verdicts[value] });
  }
  const limits = type === 'number' ? limitsOf(values.map(Number)) : new Set();
  return runs.map((run, i) => ({ text: textOf(run, runs[i - 1], runs[i + 1], type, limits), verdict: run.verdict }));
}

const place = (value, type) => (type === 'date' ? Date.parse(value) : Number(value));

/** A limit is tried with its two neighbours. */
function limitsOf(numbers) {
  const tried = new Set(numbers);
  return new Set(numbers.filter((number) => tried.has(number + 1) && (tried.has(number - 1) || number === 0)));
}

function textOf(run, before, after, type, limits) {
  if (!before && !after) return word('spanAny');
  const parts = [];
  if (before) parts.push(lower(before.to, run.from, type, limits));
  if (after) parts.push(upper(run.to, after.from, type, limits));
  return parts.join(word('comma'));
}

function lower(last, first, type, limits) {
  if (type === 'date') return word('spanSince', { x: first });
  return limits.has(Number(last)) ? word('spanAbove', { x: shown(last) }) : word('spanFrom', { x: shown(first) });
}

function upper(last, first, type, limits) {
  if (type === 'date') return word('spanBefore', { x: first });
  return limits.has(Number(first)) ? word('spanBelow', { x: shown(first) }) : word('spanUpTo', { x: shown(last) });
}

const shown = (number) => figure(Number(number));
