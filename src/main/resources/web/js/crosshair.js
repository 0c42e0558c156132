// The map by keys alone: while it has the focus, a cross marks its middle; arrows move the map, + and - zoom, and Enter takes
// the place under the cross, as a site or as the next corner of a plot.
import { byId } from './element.js';
import { whenSpoken, word } from './words.js';

/** @param site the SitePicker, which also knows the sketch under way */
export function keepCrosshair(map, site) {
  const cross = byId('crosshair');
  const hint = byId('crosshair-hint');
  const canvas = map.getCanvas();
  const show = (shown) => (cross.hidden = hint.hidden = !shown);
  canvas.addEventListener('focus', () => show(canvas.matches(':focus-visible')));
  canvas.addEventListener('blur', () => show(false));
  canvas.addEventListener('pointerdown', () => show(false));
  canvas.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') {
      if (event.key !== 'Escape') show(true);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const middle = map.getCenter();
    if (site.sketch.active) site.sketch.add(middle);
    else site.takeAt(middle, map.project(middle));
  });
  whenSpoken(() => (hint.textContent = word('crosshair')));
}
