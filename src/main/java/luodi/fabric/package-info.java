/**
 * The planar overlay of everything that the law reads of the ground: {@code Region} (ground under
 * the same letters), {@code Cell} (a window with the edges that cross it), {@code Slabs} (the faces
 * in a cell and their areas), {@code Regions} (what lies near a window of an atlas), {@code Under}
 * (the faces under one part). It knows the atlas and the alphabet, and no law.
 */
package luodi.fabric;
