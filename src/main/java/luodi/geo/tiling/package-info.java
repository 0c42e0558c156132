/**
 * Whether polygons tile the ground: {@code Tiling} finds where they overlap and where they leave
 * gaps, by adding up their directed edges. Edges that two neighbours share cancel out; what remains
 * bounds every place where the number of polygons changes.
 */
package luodi.geo.tiling;
