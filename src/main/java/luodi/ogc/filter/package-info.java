/**
 * CQL2: text and JSON become one tree of {@code Expression}s that is evaluated in memory, feature
 * by feature. {@code Filter} is the way in. What a filter says never reaches a database.
 *
 * @see <a href="https://docs.ogc.org/is/21-065r2/21-065r2.html">OGC Common Query Language
 *     (CQL2)</a>
 */
package luodi.ogc.filter;
