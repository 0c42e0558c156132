// One fact of the project as a field of the page, by its type; the same in the form, in questions and in reasons.
import { element } from './element.js';
import { choiceTitle } from './vocabulary.js';
import { word } from './words.js';

/** A fact of GET /facts → its choices, or null where any value may come. */
export function choicesOf({ type, choices }) {
  if (type === 'boolean') return ['true', 'false'];
  return choices?.length ? choices : null;
}

/** A text as JSON of the fact's own type, as the server wants it; undefined takes the fact back. */
export function typed({ type } = {}, text) {
  if (text === '' || text === undefined) return undefined;
  if (type === 'boolean') return text === true || text === 'true';
  if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === 'list')
    return String(text) === 'none'
      ? []
      : String(text)
          .split(/[,，;；、]\s*/)
          .filter(Boolean);
  return text;
}

/** A value as a reader would say it. */
export function shownValue(key, value) {
  if (Array.isArray(value)) return value.length ? value.join(', ') : word('none_of_them');
  return choiceTitle(key, value);
}

/**
 * A select or an input.
 *
 * @param fact of GET /facts
 * @param attributes of the element; `empty` is what an empty select says
 * @param change called with the typed value, undefined when emptied
 */
export function factInput(fact, { empty = word('notSaid'), ...attributes }, change) {
  const choices = choicesOf(fact);
  const onchange = ({ target }) => target.checkValidity() && change(typed(fact, target.value.trim()));
  if (!choices)
    return element('input', {
      type: { number: 'number', date: 'date' }[fact.type] ?? 'text',
      step: 'any',
      min: fact.type === 'number' ? 0 : false,
      placeholder: fact.type === 'list' ? word('listHint') : false,
      ...attributes,
      onchange,
    });
  return element(
    'select',
    { ...attributes, onchange },
    element('option', { value: '' }, empty),
    choices.map((choice) => element('option', { value: choice }, choiceTitle(fact.key, choice))),
  );
}

/** Writes a value into a field made by factInput. */
export function showIn(input, value) {
  const text = value === undefined ? '' : Array.isArray(value) ? value.join(', ') || 'none' : String(value);
  if (input.value !== text) input.value = text;
}
