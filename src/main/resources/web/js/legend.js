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
    element(
      'ul',
      {},
      shown.map((layer) =>
        element(
          'li',
          {},
          swatch(layer),
          element('span', {}, spoken(layer, 'title') || layer.id, element('ul.classes', {}, classSwatches(layer))),
        ),
      ),
    ),
    shown.some(({ synthetic }) => synthetic) && element('p.badge.made-up', {}, word('hatched')),
  );
}
