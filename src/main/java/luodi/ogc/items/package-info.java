/**
 * The features of a collection: {@code ItemsQuery} (which are asked for), {@code ItemsPage} (those
 * that match), and the forms that they are written in, each of them streaming.
 */
package luodi.ogc.items;
