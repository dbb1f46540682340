// SPDX-License-Identifier: Apache-2.0
// The stand-in desk behind the product's pages: node e2e/double/server.mjs [port] serves dist/ and the interface together.
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { serve } from '../../tools/serve.mjs';
import { makeDesk } from './desk.mjs';

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

async function speak(desk, request, response) {
  const url = new URL(request.url, 'http://desk');
  if (url.pathname.startsWith('/files/')) return response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
  const path = url.pathname.replace(/^\/api\/v1/, '');
  const body = await bodyOf(request);
  const write = request.method !== 'GET';
  if (write && request.headers['x-amends'] !== '1') return response.writeHead(403).end();
  const upload = path.endsWith('/uploads');
  const [status, said] = upload ? desk.upload(url.searchParams.get('name'), request.headers['content-type'], body.length) : desk.answer(request.method, path, url.searchParams, body.length ? JSON.parse(body) : undefined);
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', 'cache-control': 'no-store' });
  response.end(said === undefined ? '' : JSON.stringify(said));
}

export async function raiseDesk(options = {}, port = 0) {
  const stage = { desk: makeDesk(options) };
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'amends.live.1' });
  const site = await serve(port, {
    answer: (request, response) => (/^\/(api|files)\//.test(request.url) ? (void speak(stage.desk, request, response), true) : false),
    upgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head, (line) => {
      const { state } = stage.desk;
      state.sockets.add(line);
      line.on('close', () => state.sockets.delete(line));
      line.on('message', (text) => {
        const words = JSON.parse(String(text));
        state.heard = [...(state.heard ?? []), words];
        if (words.op === 'resume') line.send(JSON.stringify({ op: 'hello', seq: state.seq, epoch: state.epoch ?? 'a', build: state.build ?? 'b1' }));
      });
    }),
  });
  return {
    url: site.url,
    get desk() { return stage.desk; },
    // Each test begins with a desk nobody has touched.
    reset: (more = {}) => (stage.desk = makeDesk({ ...options, ...more })),
    close: () => {
      for (const line of sockets.clients) line.terminate();
      site.close();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await raiseDesk({ now: Date.now() }, Number(process.argv[2] ?? 4173))).url);
