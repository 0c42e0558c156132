/**
 * Screenings that somebody asked to keep: {@code Archive} (files in the data directory), {@code
 * Kept} (one screening with what it was made from), {@code Difference} (two of them side by side).
 * It keeps bytes and knows no JSON.
 */
package luodi.archive;
