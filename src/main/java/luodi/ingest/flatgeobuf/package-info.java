/**
 * FlatGeobuf files: {@code FlatGeobufFormat} reads them from the first feature to the last; their
 * index is passed over.
 *
 * @see <a href="https://github.com/flatgeobuf/flatgeobuf#specification">FlatGeobuf
 *     specification</a>
 */
package luodi.ingest.flatgeobuf;
