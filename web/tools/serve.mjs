// SPDX-License-Identifier: Apache-2.0
// Serves dist/ as the product will: with its security headers, and with every address of a screen answered by its page.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../dist/', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.json': 'application/json' };

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";
// A mail may show what the desk stored or fetched for it, and ask for nothing else, not even from the desk itself.
export const mailPolicy = (origin) =>
  `default-src 'none'; img-src ${origin}/files/ ${origin}/image-proxy/ data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; ` +
  "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

function fileFor(address) {
  const wanted = path.join(root, decodeURIComponent(address));
  if (!wanted.startsWith(root)) return undefined;
  if (fs.existsSync(wanted) && fs.statSync(wanted).isFile()) return wanted;
  if (path.extname(address)) return undefined;
  return path.join(root, /^\/(c\/|contact$)/.test(address) ? 'portal.html' : 'workspace.html');
}

// `more` may answer a request itself, and takes what wants to become another protocol.
export function serve(port = 0, more = {}) {
  const server = http.createServer((request, response) => {
    if (more.answer?.(request, response)) return;
    const address = request.url.split('?')[0];
    const file = fileFor(address);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': address === '/mail-frame.html' ? mailPolicy(`http://${request.headers.host}`) : policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    fs.createReadStream(file).pipe(response);
  });
  if (more.upgrade) server.on('upgrade', more.upgrade);
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready({ url: `http://127.0.0.1:${server.address().port}`, close: () => { server.close(); server.closeAllConnections(); } })));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await serve(Number(process.argv[2] ?? 4173))).url);
