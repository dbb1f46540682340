// SPDX-License-Identifier: Apache-2.0
// Keeps one live connection to the desk alive and in order.
// It remembers the last seq it has seen and asks for everything since; if the desk no longer has
// that, or was restored from a backup (another epoch), it says so once and everything is fetched anew.
import { closed, type FromDesk, type LiveEvent, type Presence, type ToDesk } from './protocol';

export interface Listeners {
  event(event: LiveEvent): void;
  presence(presence: Presence): void;
  resync(): void;
  state(state: 'up' | 'down' | 'signedOut'): void;
  build(build: string): void;
}

export interface Surroundings {
  open(url: string): WebSocket;
  setTimeout(act: () => void, after: number): number;
  clearTimeout(timer: number): void;
  random(): number;
}

const silenceLimit = 40_000;
const firstPause = 500;
const longestPause = 30_000;

export class LiveConnection {
  #socket: WebSocket | undefined;
  #seen: number | null = null;
  #epoch: string | null = null;
  #topics = new Set<string>();
  #failures = 0;
  #retry = 0;
  #watchdog = 0;
  #stopped = false;

  constructor(
    private readonly url: string,
    private readonly listeners: Listeners,
    private readonly around: Surroundings,
  ) {}

  start() {
    if (!this.#stopped && this.#socket && this.#socket.readyState <= 1) return;
    this.#stopped = false;
    this.#connect();
  }

  stop() {
    this.#stopped = true;
    this.around.clearTimeout(this.#retry);
    this.around.clearTimeout(this.#watchdog);
    this.#socket?.close(1000);
  }

  // Called when the machine comes back online or the page becomes visible again.
  hurry() {
    if (this.#stopped || this.#socket?.readyState === 1) return;
    this.around.clearTimeout(this.#retry);
    this.#connect();
  }

  follow(topics: Iterable<string>) {
    this.#topics = new Set(topics);
    this.#say({ op: 'topics', topics: [...this.#topics] });
  }

  showPresence(caseId: number, doing: 'viewing' | 'typing' | 'gone') {
    this.#say({ op: 'presence', caseId, doing });
  }

  #connect() {
    const socket = (this.#socket = this.around.open(this.url));
    socket.onopen = () => {
      this.#say({ op: 'resume', since: this.#seen, epoch: this.#epoch, topics: [...this.#topics] });
      this.#watch();
    };
    socket.onmessage = (message) => {
      if (socket !== this.#socket) return;
      this.#watch();
      this.#hear(JSON.parse(String(message.data)) as FromDesk);
    };
    socket.onclose = (event) => {
      if (socket === this.#socket) this.#lost(event.code);
    };
  }

  #hear(said: FromDesk) {
    switch (said.op) {
      case 'hello':
        this.#failures = 0;
        if (this.#epoch !== null && this.#epoch !== said.epoch) this.#startOver(said.seq);
        this.#epoch = said.epoch;
        this.#seen ??= said.seq;
        this.listeners.build(said.build);
        this.listeners.state('up');
        return;
      case 'event':
        if (this.#seen !== null && said.seq <= this.#seen) return;
        this.#seen = said.seq;
        this.listeners.event(said);
        return;
      case 'beat':
        this.#seen = Math.max(this.#seen ?? 0, said.seq);
        return;
      case 'resync':
        this.#startOver(said.seq);
        return;
      case 'presence':
        this.listeners.presence(said);
    }
  }

  #startOver(seq: number) {
    this.#seen = seq;
    this.listeners.resync();
  }

  #lost(code: number) {
    this.around.clearTimeout(this.#watchdog);
    if (this.#stopped) return;
    if (code === closed.signedOut) {
      this.#stopped = true;
      this.listeners.state('signedOut');
      return;
    }
    this.listeners.state('down');
    const pause = Math.min(longestPause, firstPause * 2 ** this.#failures) * (0.7 + 0.6 * this.around.random());
    this.#failures += 1;
    this.#retry = this.around.setTimeout(() => this.#connect(), pause);
  }

  // A browser cannot see ping frames, so the desk sends a beat every 15 s; silence means a dead line.
  #watch() {
    this.around.clearTimeout(this.#watchdog);
    this.#watchdog = this.around.setTimeout(() => {
      const dead = this.#socket;
      this.#socket = undefined;
      dead?.close();
      this.#lost(0);
    }, silenceLimit);
  }

  #say(words: ToDesk) {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(words));
  }
}

export const browserSurroundings: Surroundings = {
  open: (path) => new WebSocket(new URL(path, location.href.replace(/^http/, 'ws')), 'amends.live.1'),
  setTimeout: (act, after) => window.setTimeout(act, after),
  clearTimeout: (timer) => window.clearTimeout(timer),
  random: Math.random,
};
