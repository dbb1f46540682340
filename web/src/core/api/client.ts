// SPDX-License-Identifier: Apache-2.0
// Talks to the desk over HTTP. An answer is either what was asked for or a refusal a person can act on;
// a broken connection is a refusal too, of the kind "unavailable".
import createClient from 'openapi-fetch';
import type { components, paths } from './types.gen';

export type Refusal = components['schemas']['Refusal'];
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

interface Response<T> {
  data?: T;
  error?: unknown;
  response: globalThis.Response;
}

function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && 'kind' in error && 'code' in error;
}

// Every write carries a key of its own, so that the desk does it once however often the network repeats it.
// The header marks a request of this page: another site cannot set it.
export function openDesk(fetch: typeof globalThis.fetch = globalThis.fetch, newKey: () => string = () => crypto.randomUUID()) {
  const client = createClient<paths>({ baseUrl: location.origin, fetch });
  client.use({
    onRequest({ request }) {
      request.headers.set('X-Amends', '1');
      if (request.method !== 'GET') request.headers.set('Idempotency-Key', newKey());
    },
  });
  return client;
}

export async function answerOf<T>(asked: Promise<Response<T>>): Promise<Answer<T>> {
  try {
    const { data, error, response } = await asked;
    if (response.ok) return { ok: true, value: data as T };
    return { ok: false, refusal: isRefusal(error) ? error : { kind: 'unavailable', code: `http.${response.status}` } };
  } catch {
    return { ok: false, refusal: { kind: 'unavailable', code: 'network.down' } };
  }
}
