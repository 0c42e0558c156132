/**
 * The routes: request in, one call, response out. {@code LuodiServer}, the route groups, and {@code
 * Problems}, which writes every error body.
 */
package luodi.web;
