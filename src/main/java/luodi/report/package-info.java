/**
 * A screening as a document that can be attached: {@code Report} (HTML and PDF), {@code
 * ConformitySheet} (the table of control units as HTML and CSV), {@code Sketch} (the site and the
 * zones around it). It judges and measures nothing: what it says stands in the screening to the
 * letter.
 */
package luodi.report;
