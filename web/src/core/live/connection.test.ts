// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveConnection, type Surroundings } from './connection';
import type { FromDesk, LiveEvent } from './protocol';

class FakeSocket {
  readyState = 0;
  said: Record<string, unknown>[] = [];
  onopen?: () => void;
  onmessage?: (m: { data: string }) => void;
  onclose?: (e: { code: number }) => void;
  send(text: string) { this.said.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  opens() { this.readyState = 1; this.onopen?.(); }
  hears(words: FromDesk) { this.onmessage?.({ data: JSON.stringify(words) }); }
  breaks(code = 1006) { this.readyState = 3; this.onclose?.({ code }); }
}

const sockets: FakeSocket[] = [];
const pauses: number[] = [];
const heard = { event: vi.fn(), presence: vi.fn(), resync: vi.fn(), state: vi.fn(), build: vi.fn() };
const around: Surroundings = {
  open: () => { const socket = new FakeSocket(); sockets.push(socket); return socket as unknown as WebSocket; },
  setTimeout: (act, after) => { pauses.push(after); return setTimeout(act, after) as unknown as number; },
  clearTimeout: (timer) => clearTimeout(timer),
  random: () => 0.5,
};
const hello = (seq: number, epoch = 'one'): FromDesk => ({ op: 'hello', seq, epoch, build: 'b1' });
const event = (seq: number): LiveEvent => ({ op: 'event', seq, kind: 'case', id: 7, version: seq });
const last = () => sockets.at(-1)!;

let live: LiveConnection;
beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  sockets.length = pauses.length = 0;
  live = new LiveConnection('wss://desk/api/live', heard, around);
  live.follow(['view:mine']);
  live.start();
  last().opens();
});

describe('a first connection', () => {
  test('asks for nothing old and names its topics', () => {
    expect(last().said[0]).toEqual({ op: 'resume', since: null, epoch: null, topics: ['view:mine'] });
  });

  test('passes every event on once, even if the desk repeats it', () => {
    last().hears(hello(100));
    for (const seq of [101, 102, 102, 101, 105]) last().hears(event(seq));
    expect(heard.event.mock.calls.map(([e]) => e.seq)).toEqual([101, 102, 105]);
  });
});

describe('a broken connection', () => {
  test('resumes after the last thing it knew, which may be only a beat', () => {
    last().hears(hello(100));
    last().hears(event(101));
    last().hears({ op: 'beat', seq: 140 });
    last().breaks();
    vi.advanceTimersByTime(600);
    last().opens();
    expect(last().said[0]).toMatchObject({ op: 'resume', since: 140, epoch: 'one' });
    expect(heard.resync).not.toHaveBeenCalled();
  });

  test('starts over when the desk no longer has what was missed', () => {
    last().hears(hello(100));
    last().breaks();
    vi.advanceTimersByTime(600);
    last().opens();
    last().hears({ op: 'resync', seq: 9000 });
    last().hears(event(8999));
    expect(heard.resync).toHaveBeenCalledTimes(1);
    expect(heard.event).not.toHaveBeenCalled();
  });

  test('starts over when the desk was restored from a backup and counts from lower', () => {
    last().hears(hello(100, 'one'));
    last().breaks();
    vi.advanceTimersByTime(600);
    last().opens();
    last().hears(hello(60, 'two'));
    last().hears(event(61));
    expect(heard.resync).toHaveBeenCalledTimes(1);
    expect(heard.event).toHaveBeenCalledTimes(1);
  });

  test('waits longer each time, up to half a minute', () => {
    for (let failure = 0; failure < 9; failure += 1) {
      last().breaks();
      vi.advanceTimersByTime(31_000);
    }
    const waits = pauses.filter((pause) => pause !== 40_000);
    expect(waits.slice(0, 4)).toEqual([500, 1000, 2000, 4000]);
    expect(Math.max(...waits)).toBe(30_000);
  });

  test('is noticed when nothing at all is heard for 40 seconds', () => {
    last().hears(hello(1));
    vi.advanceTimersByTime(39_000);
    last().hears({ op: 'beat', seq: 1 });
    vi.advanceTimersByTime(39_000);
    expect(heard.state).not.toHaveBeenCalledWith('down');
    vi.advanceTimersByTime(2_000);
    expect(heard.state).toHaveBeenLastCalledWith('down');
  });

  test('does not come back after the session has ended', () => {
    last().breaks(4003);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(heard.state).toHaveBeenLastCalledWith('signedOut');
  });
});
