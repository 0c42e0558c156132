/**
 * The ground as it was published: {@code Layer} (a manifest), {@code Zone}, {@code LayerEdition},
 * {@code Coverage}, the {@code Atlas} in memory, {@code Edition} and {@code History} of what was
 * published, and the port {@code AtlasStore} behind which GeoPackage and PostGIS stand. It knows no
 * law and no SQL.
 */
package luodi.atlas;
