/**
 * The shared store: layer editions in a PostGIS database that several servers and planners use at
 * once. {@code PostgisDatabase} is one database with its schema, {@code PostgisStore} one
 * connection to it behind the port {@code AtlasStore}, {@code Publications} tells what others
 * publish. The SQL that is more than a line lies in {@code sql/}. The only package that speaks
 * PostgreSQL.
 */
package luodi.postgis;
