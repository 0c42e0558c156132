/** The map page in a real browser, against a real server and ground. */
package luodi.web.page;
