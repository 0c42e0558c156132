// A sample of how a layer is drawn.
import { element } from './element.js';
import { shapeOf } from './ground.js';
import { hatchAddress } from './hatch.js';
import { lookOf } from './palette.js';
import { language } from './words.js';

export function swatch(layer, colour = lookOf(layer.id).colour) {
  const shape = shapeOf(layer);
  const made = element(`span.swatch.${shape}${layer.synthetic ? '.made-up' : ''}`, {
    'aria-hidden': 'true',
    '--colour': colour,
  });
  if (shape === 'polygon' && layer.synthetic) made.style.backgroundImage = hatchAddress(lookOf(layer.id).hatch, colour);
  return made;
}

/** A sample for each class of a layer that is coloured by an attribute; none for other layers. */
export function classSwatches(layer) {
  const { by, words } = lookOf(layer.id);
  return Object.entries(by?.values ?? {}).map(([value, colour]) =>
    element('li', {}, swatch(layer, colour), words[value][language() === 'zh' ? 0 : 1]),
  );
}
