// SPDX-License-Identifier: Apache-2.0
// Lays a gzip and a brotli copy beside every file of dist/ that gets smaller by it: packed once here, not at every request.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const packable = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt']);
const worthwhile = 0.95;

const gzip = (bytes) => zlib.gzipSync(bytes, { level: 9 });
const brotli = (bytes) =>
  zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

function pack(file) {
  const bytes = fs.readFileSync(file);
  for (const [suffix, packed] of [['.gz', gzip(bytes)], ['.br', brotli(bytes)]]) {
    if (packed.length < bytes.length * worthwhile) fs.writeFileSync(file + suffix, packed);
  }
}

for (const entry of fs.readdirSync('dist', { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (entry.isFile() && packable.has(path.extname(file)) && !file.includes('.vite')) pack(file);
}
