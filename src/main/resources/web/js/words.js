// What the page says, in Chinese and English. Terms of the law come from the server; these are the page's own.
import { zh } from './words-zh.js';
import { en } from './words-en.js';

const languages = { zh, en };
const listeners = new Set();
let current = remembered() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

function remembered() {
  try {
    const language = localStorage.getItem('luodi.language');
    return language in languages ? language : null;
  } catch {
    return null; // storage may be forbidden; the browser's language will do
  }
}

export const language = () => current;

export function speak(language) {
  current = language;
  try {
    localStorage.setItem('luodi.language', language);
  } catch {
    // Forgotten at the next visit, which harms nobody.
  }
  tell();
}

function tell() {
  listeners.forEach((listener) => listener());
}

/** Calls the listener now and after every change of language. */
export function whenSpoken(listener) {
  listeners.add(listener);
  listener();
}

/** The page's word for a key; `{name}` is filled from `values`. An unknown key is shown as it is. */
export function word(key, values = {}) {
  const text = languages[current][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** A text that the server gives as `title_zh` and `title_en`, or as `zh` and `en`; the other language where one is missing. */
export function spoken(holder, stem = '') {
  const other = current === 'zh' ? 'en' : 'zh';
  const key = (language) => (stem ? `${stem}_${language}` : language);
  return holder?.[key(current)] || holder?.[key(other)] || '';
}

const number = (digits) => new Intl.NumberFormat(current === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: digits });

/** Metres to 0.1 m; above 10 km as kilometres. */
export function distance(metres) {
  return metres >= 10000 ? `${number(1).format(metres / 1000)} km` : `${number(1).format(metres)} m`;
}

/** Square metres; above one hectare as hectares. */
export function area(squareMetres) {
  if (squareMetres >= 1e6) return `${number(2).format(squareMetres / 1e6)} km²`;
  if (squareMetres >= 10000) return `${number(2).format(squareMetres / 10000)} ha`;
  return `${number(1).format(squareMetres)} m²`;
}

export const share = (fraction) => `${number(1).format(fraction * 100)} %`;

/** A score from 0 to 1, always with two digits. */
export const score = (value) => value.toFixed(2);

export const figure = (value, digits = 2) => number(digits).format(value);
