// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { openClient, type Refusal } from './client';

function deskThat(answers: () => Response | Promise<Response>) {
  const seen: { path: string; init: RequestInit }[] = [];
  const refusals: Refusal[] = [];
  let keys = 0;
  const ask = openClient({
    fetch: async (path, init) => { seen.push({ path: String(path), init: init! }); return answers(); },
    newKey: () => `key-${(keys += 1)}`,
    refused: (refusal) => void refusals.push(refusal),
  });
  return { ask, seen, refusals };
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const headersOf = (init: RequestInit) => init.headers as Record<string, string>;

test('a write carries a key of its own and the mark of this page, a read carries no key', async () => {
  const { ask, seen } = deskThat(() => json({ id: 1 }, 201));

  expect(await ask('POST', '/api/v1/cases/7/notes', { text: 'call back' })).toEqual({ ok: true, value: { id: 1 } });
  await ask('POST', '/api/v1/cases/7/notes', { text: 'again' });
  await ask('GET', '/api/v1/me');

  expect(seen.map(({ init }) => headersOf(init)['Idempotency-Key'])).toEqual(['key-1', 'key-2', undefined]);
  expect(seen.every(({ init }) => headersOf(init)['X-Amends'] === '1')).toBe(true);
  expect(headersOf(seen[0]!.init)['Accept-Language']).toBe('en');
});

test('a write that got no answer is asked again under its first key, another one is not', async () => {
  const answers = [() => Promise.reject(new TypeError('failed')), () => json({}, 503), () => json({ id: 1 }, 201), () => json({ id: 2 }, 201)];
  const { ask, seen } = deskThat(() => answers.shift()!());

  for (let n = 0; n < 4; n += 1) await ask('POST', '/api/v1/cases/7/messages', { text: 'Hello' });

  expect(seen.map(({ init }) => headersOf(init)['Idempotency-Key'])).toEqual(['key-1', 'key-1', 'key-1', 'key-2']);
});

test('a refusal arrives whole and is told to whoever watches for a lost session', async () => {
  const said = { type: 'about:blank', title: 'Say when.', status: 422, kind: 'invalid', code: 'reply.next_update_missing', field: 'next_update_at' };
  const { ask, refusals } = deskThat(() => json(said, 422));

  const answer = await ask('POST', '/api/v1/cases/7/messages', {});

  expect(answer).toEqual({ ok: false, refusal: { kind: 'invalid', code: 'reply.next_update_missing', title: 'Say when.', field: 'next_update_at' } });
  expect(refusals).toHaveLength(1);
});

test('an answer without a body is an answer', async () => {
  const { ask } = deskThat(() => new Response(null, { status: 204 }));

  expect(await ask('DELETE', '/api/v1/sessions/3')).toEqual({ ok: true, value: undefined });
});

test.each([
  ['a page of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'http.502'],
  ['a page in place of an answer', () => new Response('<!doctype html>', { status: 200 }), 'http.unreadable'],
  ['an empty failure', () => new Response('', { status: 500 }), 'http.500'],
  ['a dead line', () => Promise.reject(new TypeError('failed')), 'network.down'],
])('%s is a refusal, no crash', async (_name, answers, code) => {
  const { ask } = deskThat(answers);

  expect(await ask('GET', '/api/v1/me')).toMatchObject({ ok: false, refusal: { kind: 'unavailable', code } });
});

test('a file travels as it is, with its own type', async () => {
  const { ask, seen } = deskThat(() => json({ id: 5 }, 201));

  await ask.upload('/api/v1/uploads?name=a.png', new Blob(['x'], { type: 'image/png' }));

  expect(headersOf(seen[0]!.init)['Content-Type']).toBe('image/png');
  expect(seen[0]!.init.body).toBeInstanceOf(Blob);
});
