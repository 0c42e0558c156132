// What layers, lists, facts and rules are called: from GET /vocabulary, /layers and /rules, in the reader's language.
import { ask } from './api.js';
import { spoken } from './words.js';

const keyed = (rows, key = 'id') => new Map(rows.map((row) => [row[key], row]));

let layers = new Map(); // of the vocabulary: attributes and their values
let shown = new Map(); // of this server: manifests
let lists = new Map();
let facts = new Map();
let tags = new Map();
let rules = null;

export async function loadVocabulary() {
  const [words, ground] = await Promise.all([ask('/vocabulary'), ask('/layers')]);
  layers = keyed(words.layers);
  shown = keyed(ground.layers);
  lists = keyed([...words.sets, ...words.lists]);
  facts = keyed(words.facts, 'key');
  tags = keyed(words.tags);
  return ground.layers;
}

const called = (row, otherwise) => (row ? spoken(row, 'title') : '') || otherwise || '';

/** The title of a layer, a region list or an item list; `layer.attribute` is read as both. */
export function layerTitle(id = '') {
  const known = shown.get(id) ?? layers.get(id) ?? lists.get(id);
  if (known) return called(known, id);
  const [layer, attribute] = id.split('.');
  return attribute && layers.has(layer) ? `${called(layers.get(layer))} · ${attributeTitle(layer, attribute)}` : id;
}

/** The title of a layer as the law names it, without what this server adds to it. */
export const plainTitle = (id) => called(layers.get(id) ?? shown.get(id) ?? lists.get(id), id);

/** Whether this server has the layer, so that it can be shown. */
export const isServed = (id) => shown.has(id);

/** Attributes of a layer: `{name, open, values: [{value, from, to, title_zh, title_en}]}`. */
export const attributesOf = (layer) => layers.get(layer)?.attributes ?? [];

export const attributeTitle = (layer, name) =>
  called(
    attributesOf(layer).find((attribute) => attribute.name === name),
    name,
  );

export function valueTitle(layer, name, value) {
  const attribute = attributesOf(layer).find((one) => one.name === name);
  return called(
    attribute?.values.find((one) => one.value === value),
    value,
  );
}

export const factTitle = (key) => called(facts.get(key), String(key).replaceAll('_', ' '));

export function choiceTitle(fact, choice) {
  const known = facts.get(fact)?.choices.find(({ value }) => value === String(choice));
  return called(known, String(choice));
}

export const tagTitle = (id) => called(tags.get(id), id);

/** The titles of all rules, asked for once. */
export async function loadRules() {
  rules ??= ask('/rules').then((answer) => (ruleTitles = keyed(answer.rules)));
  return rules;
}

let ruleTitles = new Map();

export const ruleTitle = (id) => called(ruleTitles.get(id), id);
