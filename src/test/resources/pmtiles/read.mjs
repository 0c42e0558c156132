// Reads a PMTiles archive with the library that web maps read it with.
// Usage: node read.mjs LIBRARY FILE Z/X/Y …   prints its header, its metadata and the tiles (base64; null when there is none).
import { open } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [library, file, ...wanted] = process.argv.slice(2);
const { PMTiles } = await import(pathToFileURL(library));
const opened = await open(file);
const source = {
  getKey: () => file,
  getBytes: async (offset, length) => {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(length), 0, length, offset);
    return { data: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + bytesRead) };
  },
};
const archive = new PMTiles(source);
const tiles = {};
for (const address of wanted) {
  const tile = await archive.getZxy(...address.split('/').map(Number));
  tiles[address] = tile ? Buffer.from(tile.data).toString('base64') : null;
}
console.log(JSON.stringify({ header: await archive.getHeader(), metadata: await archive.getMetadata(), tiles }));
await opened.close();
