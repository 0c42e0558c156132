/**
 * Tiles: {@code TileAddress}, {@code VectorTile} (Mapbox Vector Tile 2.1), {@code LayerTiles} (a
 * layer's tiles, kept in memory), {@code TileJson}. It knows the atlas, and no law.
 */
package luodi.tile;
