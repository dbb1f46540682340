// SPDX-License-Identifier: Apache-2.0
// Talks to the desk over HTTP. An answer is either what was asked for or a refusal a person can act on;
// a broken connection is a refusal too, of the kind "unavailable".
import { language } from '@/core/i18n/messages';

export interface Refusal {
  readonly kind: 'invalid' | 'not_found' | 'forbidden' | 'conflict' | 'rate_limited' | 'unavailable' | 'unauthenticated';
  readonly code: string;
  // A sentence in the reader's language. Empty when the desk did not say one: then the code has words here.
  readonly title: string;
  readonly field?: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Client {
  <T>(method: Method, path: string, body?: unknown): Promise<Answer<T>>;
  upload<T>(path: string, file: Blob): Promise<Answer<T>>;
}

export interface Surroundings {
  fetch: typeof globalThis.fetch;
  newKey(): string;
  // Told of every refusal, so that a lost session can be noticed in one place.
  refused(refusal: Refusal): void;
}

const browser: Surroundings = {
  fetch: (...asked) => globalThis.fetch(...asked),
  // randomUUID exists only where the page came over a safe line; a desk on a local network may have none.
  newKey: () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  refused: () => undefined,
};

function refusalOf(status: number, said: unknown): Refusal {
  const problem = (typeof said === 'object' && said !== null ? said : {}) as Partial<Refusal>;
  if (typeof problem.code === 'string') {
    return { kind: problem.kind ?? 'unavailable', code: problem.code, title: problem.title ?? '', ...(problem.field ? { field: problem.field } : {}) };
  }
  return { kind: status === 401 ? 'unauthenticated' : 'unavailable', code: `http.${status}`, title: '' };
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  let said: unknown = undefined;
  try {
    said = text === '' ? undefined : JSON.parse(text);
  } catch {
    // A page of a proxy instead of an answer of the desk: said stays nothing.
    if (response.ok) return { ok: false, refusal: { kind: 'unavailable', code: 'http.unreadable', title: '' } };
  }
  return response.ok ? { ok: true, value: said as T } : { ok: false, refusal: refusalOf(response.status, said) };
}

export function openClient(around: Partial<Surroundings> = {}): Client {
  const { fetch, newKey, refused } = { ...browser, ...around };
  // A write that got no answer may have been done all the same. Asked again word for word, it carries its first key,
  // so that the desk does not do it twice.
  const unanswered = new Map<string, string>();

  async function send<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const write = init.method !== 'GET';
    const words = `${init.method} ${path} ${typeof init.body === 'string' ? init.body : ''}`;
    const key = unanswered.get(words) ?? (write ? newKey() : '');
    // The mark says that this page asks: another site cannot set it.
    const headers = { 'Accept-Language': language.value, 'X-Amends': '1', ...(write ? { 'Idempotency-Key': key } : {}), ...(init.headers as Record<string, string>) };
    let answer: Answer<T>;
    try {
      answer = await read<T>(await fetch(path, { ...init, headers, credentials: 'same-origin' }));
    } catch {
      answer = { ok: false, refusal: { kind: 'unavailable', code: 'network.down', title: '' } };
    }
    if (!answer.ok && answer.refusal.kind === 'unavailable' && write) unanswered.set(words, key);
    else unanswered.delete(words);
    if (!answer.ok) refused(answer.refusal);
    return answer;
  }

  const client = <T>(method: Method, path: string, body?: unknown) =>
    send<T>(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) });
  const upload = <T>(path: string, file: Blob) => send<T>(path, { method: 'POST', body: file, headers: { 'Content-Type': file.type || 'application/octet-stream' } });
  return Object.assign(client, { upload });
}
