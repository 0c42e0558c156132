// Where a layer's vector tiles lie. Their addresses are our own, whatever name a proxy has given the server.
import { ask } from './api.js';

const DEEPEST = 14; // deeper zooms are stretched from here when the server does not say

/** A MapLibre source for a layer; its zooms come from the server's TileJSON where that can be had. */
export async function tileSource(id) {
  const { minzoom = 0, maxzoom = DEEPEST } = await ask(`/tiles/${encodeURIComponent(id)}.json`).catch(() => ({}));
  return {
    type: 'vector',
    tiles: [`${location.origin}/tiles/${encodeURIComponent(id)}/{z}/{x}/{y}.mvt`],
    minzoom,
    maxzoom,
  };
}
