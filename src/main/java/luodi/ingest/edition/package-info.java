/**
 * One edition of a layer, made of a user's file: {@code Ingest} reads rows, brings them to
 * EPSG:4490 on the grid, mends and checks them, and drafts, judges and publishes the edition; a
 * {@code Manifest} says what the layer is, a {@code Report} what was found and done. It knows the
 * words of the law, and neither its rules nor any store's SQL.
 */
package luodi.ingest.edition;
