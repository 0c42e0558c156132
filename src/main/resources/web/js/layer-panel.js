// The list of layers, which is the legend too.
import { byId, element, fill } from './element.js';
import { showLegend } from './legend.js';
import { GROUPS, lookOf } from './palette.js';
import { classSwatches, swatch } from './swatch.js';
import { plainTitle } from './vocabulary.js';
import { whenSpoken, word } from './words.js';

export class LayerPanel {
  #layers;
  #ground;
  #map;
  #holder = byId('layer-groups');

  constructor(layers, ground, map) {
    this.#layers = layers;
    this.#ground = ground;
    this.#map = map;
    for (const layer of layers) layer.visible = Boolean(lookOf(layer.id).on);
    whenSpoken(() => this.#draw());
    map.on('zoomend', () => this.#markZoom());
  }

  /** Puts on the map what is switched on from the start. */
  async start() {
    await Promise.all(this.#layers.map((layer) => this.#ground.show(layer, layer.visible)));
    this.#markZoom();
  }

  /** A layer whose tiles could not be had says so, until some come. */
  fail(id, failed) {
    this.#layers.filter((layer) => layer.id === id).forEach((layer) => (layer.failed = failed));
    this.#rowOf(id)?.classList.toggle('has-failed', failed);
  }

  #rowOf(id) {
    return this.#holder.querySelector(`[data-layer-row="${CSS.escape(id)}"]`);
  }

  #draw() {
    showLegend(this.#layers);
    const groups = grouped(this.#layers);
    fill(
      this.#holder,
      this.#layers.length === 0 && element('p.note', {}, word('noLayers')),
      GROUPS.filter((group) => groups.has(group)).map((group) =>
        element(
          'fieldset.layer-group',
          {},
          element('legend', {}, word(group)),
          groups.get(group).map((layer) => this.#row(layer)),
        ),
      ),
    );
  }

  /** Switches a layer on, as if its box had been ticked. */
  show(id) {
    const layer = this.#layers.find((one) => one.id === id);
    if (!layer || layer.visible) return;
    const box = byId(`layer-${id}`);
    if (box) box.checked = true;
    this.#switch(layer, true);
  }

  async #switch(layer, visible) {
    const shown = this.#ground.show(layer, visible);
    showLegend(this.#layers);
    await shown.catch(() => {}); // the map says what failed; the box stays as the reader set it
    this.#markZoom();
  }

  #row(layer) {
    const box = element('input', {
      type: 'checkbox',
      id: `layer-${layer.id}`,
      'data-layer': layer.id,
      checked: layer.visible,
      onchange: (event) => this.#switch(layer, event.target.checked),
    });
    const badge = layer.synthetic && element('span.badge.made-up', { title: word('syntheticLong') }, word('synthetic'));
    const note = [layer.edition, layer.source, layer.licence, accuracy(layer)].filter(Boolean).join(' · ');
    return element(
      layer.failed ? 'div.layer.has-failed' : 'div.layer',
      { 'data-layer-row': layer.id, title: note },
      box,
      element(
        'label',
        { for: box.id },
        swatch(layer),
        element(
          'span.title',
          {},
          plainTitle(layer.id),
          element('span.far', {}, word('zoomIn')),
          element('span.failed', {}, word('layerFailed')),
        ),
        badge,
      ),
      element('ul.classes', {}, classSwatches(layer)),
    );
  }

  /** A layer whose tiles begin at a deeper zoom says so. */
  #markZoom() {
    const zoom = this.#map.getZoom();
    for (const layer of this.#layers) {
      this.#rowOf(layer.id)?.classList.toggle('too-far', zoom < (layer.minzoom ?? 0));
    }
  }
}

const groupOf = (layer) => lookOf(layer.id).group;

function grouped(layers) {
  const groups = new Map();
  for (const layer of layers) groups.set(groupOf(layer), [...(groups.get(groupOf(layer)) ?? []), layer]);
  return groups;
}

const accuracy = ({ accuracy_m: metres }) =>
  metres ? word('accuracy', { value: metres >= 1000 ? `${metres / 1000} km` : `${metres} m` }) : '';
