// A small key on the map of what is switched on beside the base map.
import { byId, element, fill } from './element.js';
import { classSwatches, swatch } from './swatch.js';
import { isBase } from './palette.js';
import { plainTitle } from './vocabulary.js';
import { word } from './words.js';

export function showLegend(layers) {
  const shown = layers.filter(({ id, visible }) => visible && !isBase(id));
  byId('legend').hidden = shown.length === 0;
  fill(
    byId('legend-layers'),
    element('ul', {}, shown.map(row)),
    shown.some(({ synthetic }) => synthetic) && element('p.badge.made-up', {}, word('syntheticLong')),
  );
}

function row(layer) {
  const classes = classSwatches(layer);
  const title = element('span', {}, plainTitle(layer.id)); // the note below says which are synthetic
  return classes.length > 0
    ? element('li.classed', {}, title, element('ul.classes', {}, classes))
    : element('li', {}, swatch(layer), title);
}
