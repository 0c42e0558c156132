// The layers of the ground on the map. A layer's tiles are asked for when it is first switched on.
import { PLAIN } from './fonts.js';
import { hatch } from './hatch.js';
import { BASE_PARTS, GROUND_BELOW, escaped } from './map.js';
import { isBase, lookOf, rankOf } from './palette.js';
import { tileSource } from './tiles.js';

export class Ground {
  #map;
  #added = new Map(); // layer id → ids of its style layers

  constructor(map) {
    this.#map = map;
  }

  /** Shows or hides a layer of `GET /layers`; resolves when its tiles have been asked for. */
  async show(layer, visible) {
    layer.visible = visible; // read again after the wait: the user may have changed his mind
    if (!isBase(layer.id) && !this.#added.has(layer.id)) {
      if (!visible) return;
      this.#added.set(layer.id, []);
      this.#added.set(layer.id, await this.#add(layer));
    }
    const parts = isBase(layer.id) ? BASE_PARTS[layer.id] : this.#added.get(layer.id);
    for (const part of parts) this.#map.setLayoutProperty(part, 'visibility', layer.visible ? 'visible' : 'none');
  }

  async #add(layer) {
    const source = await tileSource(layer.id);
    layer.minzoom = source.minzoom;
    this.#map.addSource(layer.id, { ...source, attribution: escaped(layer.source) });
    const look = lookOf(layer.id);
    const parts = partsOf(layer, look);
    for (const name of patternsOf(layer, look)) this.#pattern(name, look);
    for (const part of parts) {
      this.#map.addLayer(
        { ...part, source: layer.id, 'source-layer': layer.id, metadata: { rank: rankOf(layer.id) } },
        this.#below(layer.id),
      );
    }
    return parts.map(({ id }) => id);
  }

  #pattern({ name, colour }, look) {
    if (!this.#map.hasImage(name)) this.#map.addImage(name, hatch(look.hatch, colour), { pixelRatio: 2 });
  }

  /** The first ground layer that lies higher than this one, or the lowest border. */
  #below(id) {
    const rank = rankOf(id);
    const higher = this.#map.getStyle().layers.find((part) => part.metadata?.rank > rank);
    return higher?.id ?? GROUND_BELOW;
  }
}

/** The lowest layer of the ground on the map; what colours the whole map lies below it. */
export const lowestOfGround = (map) =>
  map.getStyle().layers.find((part) => part.metadata?.rank !== undefined)?.id ?? GROUND_BELOW;

function partsOf(layer, look) {
  const geometry = shapeOf(layer);
  if (geometry === 'point') return pointParts(layer, look);
  if (geometry === 'line') return [linePart(layer, look, look.line ?? 2)];
  return [fillPart(layer, look), linePart(layer, look, 1.2), ...(look.label ? [labelPart(layer, look, [0, 0])] : [])];
}

export function shapeOf(layer) {
  const geometry = String(layer.geometry ?? '').toLowerCase();
  if (geometry.includes('point')) return 'point';
  return geometry.includes('line') ? 'line' : 'polygon';
}

const colourOf = (look) =>
  look.by ? ['match', ['get', look.by.attribute], ...Object.entries(look.by.values).flat(), look.colour] : look.colour;

const fade = (low, high) => ['interpolate', ['linear'], ['zoom'], 4, low, 9, high];

function fillPart(layer, look) {
  const paint = layer.synthetic
    ? { 'fill-pattern': patternOf(layer, look), 'fill-opacity': fade(0.75, 1) }
    : { 'fill-color': colourOf(look), 'fill-opacity': 0.22 };
  return { id: `${layer.id}-fill`, type: 'fill', paint };
}

function patternOf(layer, { by }) {
  const name = (value) => `hatch-${layer.id}-${value}`;
  return by
    ? ['match', ['get', by.attribute], ...Object.keys(by.values).flatMap((value) => [value, name(value)]), name('any')]
    : name('any');
}

function patternsOf(layer, { by, colour }) {
  if (!layer.synthetic || shapeOf(layer) !== 'polygon') return [];
  return Object.entries({ ...by?.values, any: colour }).map(([value, shade]) => ({
    name: `hatch-${layer.id}-${value}`,
    colour: shade,
  }));
}

function linePart(layer, look, width) {
  const dashed = layer.synthetic || layer.exact === false;
  return {
    id: `${layer.id}-line`,
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colourOf(look),
      'line-width': ['interpolate', ['linear'], ['zoom'], 4, width * 0.5, 9, width, 14, width * 1.6],
      ...(dashed ? { 'line-dasharray': [3, 1.5] } : {}),
    },
  };
}

function pointParts(layer, look) {
  const circle = {
    id: `${layer.id}-dot`,
    type: 'circle',
    paint: {
      'circle-color': look.colour,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 2.2, 8, 5],
      'circle-stroke-color': '#fff',
      'circle-stroke-width': 1.2,
    },
  };
  return look.label ? [circle, labelPart(layer, look, [0, 1.1])] : [circle];
}

function labelPart(layer, look, offset) {
  return {
    id: `${layer.id}-name`,
    type: 'symbol',
    minzoom: 9.6,
    layout: {
      'text-field': ['coalesce', ['get', 'name'], ''],
      'text-font': PLAIN,
      'text-size': 11,
      'text-offset': offset,
      'text-max-width': 9,
      'text-optional': true,
    },
    paint: { 'text-color': look.colour, 'text-halo-color': '#fff', 'text-halo-width': 1.4 },
  };
}
