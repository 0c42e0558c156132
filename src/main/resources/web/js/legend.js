// A small key on the map of what is switched on beside the base map.
import { byId, element, fill } from './element.js';
import { classSwatches, swatch } from './swatch.js';
import { isBase } from './palette.js';
import { spoken, word } from './words.js';

export function showLegend(layers) {
  const shown = layers.filter(({ id, visible }) => visible && !isBase(id));
  const holder = byId('legend');
  holder.hidden = shown.length === 0;
  fill(
    holder,
    element('ul', {}, shown.map(row)),
    shown.some(({ synthetic }) => synthetic) && element('p.badge.made-up', {}, word('hatched')),
  );
}

function row(layer) {
  const classes = classSwatches(layer);
  const title = element('span', {}, spoken(layer, 'title') || layer.id);
  return classes.length > 0
    ? element('li.classed', {}, title, element('ul.classes', {}, classes))
    : element('li', {}, swatch(layer), title);
}
