// A plot from a file on the reader's disk: GeoJSON, longitude first. The law is asked by the server, so the file is only read
// and never judged here.

const SHAPES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']);

/** The one geometry of a GeoJSON text; several polygons become one of many parts. Throws when there is none. */
export function plotIn(text) {
  const geometries = geometriesOf(JSON.parse(text));
  if (geometries.length === 1) return geometries[0];
  const polygons = geometries.flatMap(({ type, coordinates }) =>
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [],
  );
  if (polygons.length === 0) throw new TypeError('no plot in this file');
  return { type: 'MultiPolygon', coordinates: polygons };
}

function geometriesOf(json) {
  if (json?.type === 'FeatureCollection') return json.features.flatMap(geometriesOf);
  if (json?.type === 'Feature') return geometriesOf(json.geometry);
  return SHAPES.has(json?.type) ? [{ type: json.type, coordinates: json.coordinates }] : [];
}
