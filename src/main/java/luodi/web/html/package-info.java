/**
 * Resources as HTML that a person can read: {@code HtmlPage} says what stands on a page, {@code
 * Html} writes it, in Chinese or in English. It knows nothing of what the pages are about.
 */
package luodi.web.html;
