/**
 * OGC API documents and query grammar as plain records: {@code LayerCollections} (what one atlas
 * publishes), {@code ItemsQuery} (which features are asked for), {@code GeoJsonItems} (how they are
 * written). It knows the atlas, and neither law nor HTTP.
 *
 * @see <a href="https://docs.ogc.org/is/17-069r4/17-069r4.html">OGC API - Features - Part 1</a>
 */
package luodi.ogc;
