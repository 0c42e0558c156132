/**
 * Files as rows: {@code Format} opens a file as a {@code Source}, which gives {@code Row} after
 * {@code Row} in the file's own CRS, in bounded memory. Whatever the bytes are, the answer is rows
 * or a {@code BAD_FILE} fault; a row that cannot be read says why. It knows no layer and no store.
 */
package luodi.ingest.format;
