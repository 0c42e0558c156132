/**
 * Reads files and publishes layer editions: {@code RealGround} (the project's own {@code geodata/})
 * and {@code GroundCheck} (what does not join). It knows the atlas, and neither the law nor a
 * store.
 */
package luodi.ingest;
