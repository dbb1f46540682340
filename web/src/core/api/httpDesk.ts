// SPDX-License-Identifier: Apache-2.0
// Everything a screen of the workspace may ask of the desk, each by the word of the trade.
import type { Client } from './client';
import { promising, type PromiseWish } from './promises';
import type {
  Attachment, BehindFigure, Case, CaseRow, Counts, FigureName, HandOverKind, HandOverReason, Hit, Me, Message, Note, Page, Person, PromiseCard, PromiseFigures, PromisesBoard, Proposal, Queue, QueuePlace, Relief, SavedDraft, SecondFactor, SessionRow, Signal, SilenceWatch, TriageItem, View, Worker, Workload,
} from './types';

export interface Reply {
  readonly text: string;
  readonly next_update_at?: number;
  readonly final?: boolean;
  readonly reason?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly attachments?: readonly number[];
  readonly seen_message?: number;
  readonly confirmed_stale?: boolean;
  readonly promises?: readonly PromiseWish[];
  readonly not_a_promise?: boolean;
  readonly warns?: readonly number[];
}

export interface NewCase {
  readonly subject: string;
  readonly text: string;
  readonly customer: { readonly name: string; readonly address: string };
  readonly language?: string;
  readonly kind: 'email' | 'call' | 'in_person' | 'letter';
  readonly take: boolean;
}

export interface WaitWish {
  readonly waits_on: 'customer' | 'partner' | 'schedule';
  readonly partner?: string;
  readonly reason: string;
  readonly review_at: number;
  readonly next_update_at?: number;
}

export const boardColumns = ['late', 'soon', 'today', 'week', 'kept'] as const;
export type BoardColumnName = (typeof boardColumns)[number];
export interface BoardWish {
  readonly side: 'us' | 'customer' | 'partner';
  readonly who: 'mine' | 'team' | 'all';
}

export interface Setup {
  readonly token?: string;
  readonly desk_name: string;
  readonly address: string;
  readonly language: string;
  readonly zone: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export type HandOver = ({ readonly user_id: number } | { readonly team_id: number }) & { readonly summary: string; readonly kind: HandOverKind; readonly reason: HandOverReason; readonly contact_by?: number };
export type PersonCard = Person & { readonly contact_points: readonly { readonly kind: string; readonly address: string; readonly verified_at: number | null }[]; readonly cases: readonly CaseRow[] };

const v1 = '/api/v1';
const query = (values: Record<string, string | number | null | undefined>) => {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : '';
};

function signIn(ask: Client) {
  return {
    setupState: () => ask<{ needed: boolean; token_needed: boolean }>('GET', `${v1}/setup`),
    setUp: (wish: Setup) => ask<Me>('POST', `${v1}/setup`, wish),
    signIn: (email: string, password: string, code?: string) =>
      ask<{ me: Me | null; second_factor: SecondFactor }>('POST', `${v1}/sign-in`, { email, password, ...(code ? { code } : {}) }),
    signOut: () => ask<void>('POST', `${v1}/sign-out`),
    me: () => ask<Me>('GET', `${v1}/me`),
    changeMe: (wish: { name?: string; language?: string; zone?: string }) => ask<Me>('PATCH', `${v1}/me`, wish),
    changePassword: (current: string, password: string) => ask<void>('POST', `${v1}/me/password`, { current, password }),
    beginSecondFactor: () => ask<{ secret: string; uri: string }>('POST', `${v1}/me/second-factor`),
    confirmSecondFactor: (code: string) => ask<{ recovery_codes: readonly string[] }>('POST', `${v1}/me/second-factor/confirmation`, { code }),
    putOffSecondFactor: () => ask<void>('POST', `${v1}/me/second-factor/put-off`),
    sessions: () => ask<Page<SessionRow>>('GET', `${v1}/sessions`),
    endSession: (id: number) => ask<void>('DELETE', `${v1}/sessions/${id}`),
    invitation: (token: string) => ask<{ name: string; email: string }>('GET', `${v1}/invitations/${encodeURIComponent(token)}`),
    accept: (token: string, password: string) => ask<unknown>('POST', `${v1}/invitations/${encodeURIComponent(token)}`, { password }),
  };
}

function reading(ask: Client) {
  return {
    counts: () => ask<Counts>('GET', `${v1}/views`),
    cases: (view: View, cursor: string | null, limit = 50) => ask<Page<CaseRow>>('GET', `${v1}/cases${query({ view, limit, cursor })}`),
    case: (id: number) => ask<Case>('GET', `${v1}/cases/${id}`),
    olderMessages: (id: number, cursor: string) => ask<Page<Message>>('GET', `${v1}/cases/${id}/messages${query({ cursor, limit: 20 })}`),
    html: (message: number) => ask<{ html: string }>('GET', `${v1}/messages/${message}/html`),
    search: (words: string, cursor: string | null, limit = 50) => ask<Page<Hit>>('GET', `${v1}/search${query({ q: words, limit, cursor })}`),
    person: (id: number) => ask<PersonCard>('GET', `${v1}/people/${id}`),
    triage: () => ask<Page<TriageItem>>('GET', `${v1}/triage`),
    silence: (who: 'mine' | 'team' | 'all') => ask<SilenceWatch>('GET', `${v1}/silence${query({ who })}`),
    promisesBoard: (wish: BoardWish) => ask<PromisesBoard>('GET', `${v1}/promises/board${query({ ...wish })}`),
    promises: (column: BoardColumnName, wish: BoardWish, after: string | null) => ask<Page<PromiseCard>>('GET', `${v1}/promises${query({ column, ...wish, after })}`),
    figures: (weeks: number) => ask<PromiseFigures>('GET', `${v1}/figures/promises${query({ weeks })}`),
    behindFigure: (wish: { name: FigureName; weeks: number; week: number | undefined; after: string | null }) => ask<Page<BehindFigure>>('GET', `${v1}/figures/promises/cases${query({ ...wish })}`),
    signals: () => ask<Page<Signal>>('GET', `${v1}/signals`),
    workload: () => ask<Workload>('GET', `${v1}/workload`),
    reliefs: () => ask<Page<Relief>>('GET', `${v1}/reliefs`),
    workers: () => ask<Page<Worker>>('GET', `${v1}/workers`),
    handOverDraft: (id: number) => ask<{ summary: string }>('GET', `${v1}/cases/${id}/handover-draft`),
    queue: (team: string | null) => ask<Queue>('GET', `${v1}/queue${query({ team })}`),
  };
}

function writing(ask: Client) {
  return {
    reply: (id: number, reply: Reply) => ask<{ message: Message; case: Case }>('POST', `${v1}/cases/${id}/messages`, reply),
    withdraw: (message: number) => ask<{ text: string }>('POST', `${v1}/messages/${message}/withdrawal`),
    note: (id: number, text: string) => ask<Note>('POST', `${v1}/cases/${id}/notes`, { text }),
    saveDraft: (id: number, draft: Omit<SavedDraft, 'saved_at' | 'attachments' | 'promises'> & { attachments: readonly number[]; promises: readonly PromiseWish[] }) => ask<{ saved_at: number }>('PUT', `${v1}/cases/${id}/draft`, draft),
    dropDraft: (id: number, kind: 'reply' | 'note') => ask<void>('DELETE', `${v1}/cases/${id}/draft?kind=${kind}`),
    upload: (file: File) => ask.upload<Attachment>(`${v1}/uploads${query({ name: file.name || 'file' })}`, file),
    openCase: (wish: NewCase) => ask<Case>('POST', `${v1}/cases`, wish),
    decideReach: (message: number, recipient: number, decision: 'sent' | 'send_again' | 'failed') =>
      ask<unknown>('POST', `${v1}/messages/${message}/recipients/${recipient}/decision`, { decision }),
    move: (message: number, to?: number) => ask<{ case_id: number }>('POST', `${v1}/messages/${message}/move`, to === undefined ? {} : { case_id: to }),
  };
}

function holding(ask: Client) {
  const on = (id: number, deed: string, body: unknown = {}) => ask<Case>('POST', `${v1}/cases/${id}/${deed}`, body);
  return {
    changeWorker: (id: number, wish: Partial<Pick<Worker, 'cap' | 'languages' | 'skills' | 'shifts'>>) => ask<Worker>('PATCH', `${v1}/users/${id}/work`, wish),
    bePresent: (presence: Worker['presence']) => ask<Worker>('PUT', `${v1}/presence`, { presence }),
    proposal: () => ask<Proposal>('POST', `${v1}/rebalance/proposal`, {}),
    rebalance: (moves: readonly { case_id: number; from: number; to: number }[]) =>
      ask<{ done: readonly number[]; undone: readonly { case_id: number; code: string }[] }>('POST', `${v1}/rebalance`, { moves }),
    askRelief: (id: number, reason: HandOverReason) => ask<unknown>('POST', `${v1}/cases/${id}/relief`, { reason }),
    decideRelief: (id: number, wish: { grant: boolean; user_id?: number }) => ask<unknown>('POST', `${v1}/cases/${id}/relief/decision`, wish),
    workComesBack: (user: number) => ask<{ cases: number }>('POST', `${v1}/users/${user}/leave`, {}),
    handled: (id: number, seconds: number) => ask<void>('POST', `${v1}/cases/${id}/handled`, { seconds }),
    nextCase: () => ask<{ case: Case; place: QueuePlace }>('POST', `${v1}/queue/next`, {}),
    take: (id: number) => on(id, 'take'),
    see: (id: number) => on(id, 'seen'),
    release: (id: number, summary: string) => on(id, 'release', { summary }),
    handOver: (id: number, wish: HandOver) => on(id, 'hand-over', wish),
    wait: (id: number, wish: WaitWish) => on(id, 'wait', wish),
    endWait: (id: number) => on(id, 'wait/end'),
    resolve: (id: number, text: string) => on(id, 'resolution', { text }),
    close: (id: number) => on(id, 'closure'),
    reopen: (id: number) => on(id, 'reopening'),
    markSpam: (id: number) => on(id, 'spam'),
    unmarkSpam: (id: number) => ask<Case>('DELETE', `${v1}/cases/${id}/spam`),
    merge: (id: number, into: number) => on(id, 'merge', { into }),
    unmerge: (id: number) => ask<Case>('DELETE', `${v1}/cases/${id}/merge`),
    change: (id: number, wish: { subject?: string; type?: string; topic?: string; language?: string; severity_assessed?: number }) => ask<Case>('PATCH', `${v1}/cases/${id}`, wish),
    decide: (item: number, decision: 'accept' | 'new_case' | 'not_for_us', to?: number) =>
      ask<{ case_id: number | null }>('POST', `${v1}/triage/${item}/decision`, { decision, ...(to === undefined ? {} : { case_id: to }) }),
    undoDecision: (item: number) => ask<unknown>('POST', `${v1}/triage/${item}/decision/undo`),
    ownSignal: (id: number) => ask<unknown>('POST', `${v1}/signals/${id}/own`),
    explainSignal: (id: number, text: string) => ask<unknown>('POST', `${v1}/signals/${id}/explanation`, { text }),
  };
}

export function httpDesk(ask: Client) {
  return { ...signIn(ask), ...reading(ask), ...writing(ask), ...holding(ask), ...promising(ask) };
}

export type Desk = ReturnType<typeof httpDesk>;
