// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { answerOf, openDesk } from './client';

function deskThat(answers: () => Response) {
  const seen: Request[] = [];
  const desk = openDesk(async (request) => { seen.push(request as Request); return answers(); }, () => 'key-1');
  return { desk, seen };
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const wish = { body: { case_id: 7, text: 'call back', due: 1 } };

test('a write carries its key and the mark of this page', async () => {
  const { desk, seen } = deskThat(() => json({ id: 1, text: 'call back', due: 1 }, 201));
  const made = await answerOf(desk.POST('/api/promises', wish));
  expect(made).toMatchObject({ ok: true, value: { id: 1 } });
  expect(seen[0]!.headers.get('idempotency-key')).toBe('key-1');
  expect(seen[0]!.headers.get('x-amends')).toBe('1');
});

test('a refusal arrives whole', async () => {
  const { desk } = deskThat(() => json({ kind: 'invalid', code: 'promise.due_in_past', field: 'due' }, 422));
  expect(await answerOf(desk.POST('/api/promises', wish))).toEqual({ ok: false, refusal: { kind: 'invalid', code: 'promise.due_in_past', field: 'due' } });
});

test('a page of a proxy and a dead line are refusals, not crashes', async () => {
  const proxy = deskThat(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  const dead = openDesk(async () => { throw new TypeError('failed'); });
  const ask = { params: { path: { id: 7 } } };
  expect(await answerOf(proxy.desk.GET('/api/cases/{id}', ask))).toMatchObject({ ok: false, refusal: { kind: 'unavailable', code: 'http.502' } });
  expect(await answerOf(dead.GET('/api/cases/{id}', ask))).toMatchObject({ ok: false, refusal: { code: 'network.down' } });
});
