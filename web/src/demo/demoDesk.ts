// SPDX-License-Identifier: Apache-2.0
// A desk that lives in memory, for looking at the screens without a server. It is not part of the product.
import { times } from '@/core/i18n/format';
import type { CaseDetail, CaseSummary, CustomerPromise, Desk, Entry, View } from '@/core/api/desk';
import { apology, colleagues, complaints, customers, languagesOf, letter, note, promiseTexts, snippets, subjects } from './texts';

const { minute, hour, day } = times;
const channels = ['mail', 'chat', 'phone', 'form'] as const;
const firstDue = [-95, -12, 18, 47, 130, 260, 400, 1500, 2900];
const scatter = (i: number) => Math.imul(i, 2654435761) >>> 0;
const me = 'Leila Karimi';

function makeCase(i: number, start: number): CaseSummary {
  const k = scatter(i);
  return {
    id: i + 1,
    version: 1,
    ref: `AM-${i < 24817 ? 24817 - i : 100000 + i}`,
    customer: customers[i % 8]!,
    subject: subjects[i % 8]!,
    channel: channels[(k >>> 4) % 4]!,
    owner: i % 11 === 5 ? null : i % 3 ? 'Mikko Laine' : me,
    unread: i === 1 || i === 3 || (k & 7) === 3,
    due: start + (firstDue[i] ?? k % 9000) * minute,
    silentDays: i === 6 ? 6 : ((k >>> 9) & 31) === 9 ? 4 : 0,
    inRecovery: i === 0 || ((k >>> 11) & 63) === 7,
  };
}

function belongs(of: CaseSummary, view: View) {
  if (view === 'closed') return false;
  if (view === 'recovery') return of.inRecovery;
  return view === 'nobody' ? of.owner === null : true;
}

function conversation(i: number, start: number, length: number): Entry[] {
  const words = complaints[i % 8]!;
  const who = customers[i % 8]!;
  const old: Entry[] = Array.from({ length }, (_, n) => ({
    kind: 'message', id: 100 + n, at: start - 30 * day + n * minute, ours: n % 3 === 2, who: n % 3 === 2 ? me : who, text: `${words} (${n + 1})`,
  }));
  return [
    ...old,
    { kind: 'message', id: 1, at: start - 2 * day, ours: false, who, text: words },
    { kind: 'promise', id: 2, at: start - day - 2 * hour, who: me, due: start + (firstDue[i] ?? 600) * minute },
    { kind: 'message', id: 3, at: start - day, ours: true, who: me, text: apology },
    { kind: 'handover', id: 4, at: start - 8 * hour, from: me, to: 'Mikko Laine' },
    { kind: 'note', id: 5, at: start - 5 * hour, who: 'Mikko Laine', text: note },
    { kind: 'message', id: 6, at: start - 2 * hour, ours: false, who, text: words, ...(i === 3 ? { html: letter } : {}) },
  ];
}

export function demoDesk(start: number, size: number, longConversation: number): Desk {
  const cases = Array.from({ length: size }, (_, i) => makeCase(i, start));
  let lastId = 10_000;

  const promiseOf = (of: CaseSummary): CustomerPromise => ({
    id: of.id, caseId: of.id, caseRef: of.ref, customer: of.customer, kind: 'outcome', text: promiseTexts[(of.id - 1) % 8]!, due: of.due ?? start, keeper: of.owner ?? me, keptAt: null, doneLateAt: null,
  });

  return {
    me,
    counts: async () => ({ mine: cases.length, nobody: cases.filter((c) => belongs(c, 'nobody')).length, open: cases.length, recovery: cases.filter((c) => c.inRecovery).length, closed: 0 }),
    index: async (view, query) => {
      const wanted = query.trim().toLocaleLowerCase();
      const fits = (c: CaseSummary) => !wanted || `${c.ref} ${c.customer} ${c.subject}`.toLocaleLowerCase().includes(wanted);
      return cases.filter((c) => belongs(c, view) && fits(c)).map((c) => c.id);
    },
    rows: async (ids) => ids.flatMap((id) => cases[id - 1] ?? []),
    open: async (id): Promise<CaseDetail> => {
      const of = cases[id - 1]!;
      return {
        id,
        promise: id % 9 === 0 ? null : promiseOf(of),
        entries: conversation(id - 1, start, id === 1 ? longConversation : 0),
        language: languagesOf[(id - 1) % 8]!,
        contract: 'Care Plus · 4 h',
        earlier: [1, 2, 3, 4].map((n) => ({ ref: `AM-${21000 + n * 37}`, closedAt: start - n * 31 * day, promiseKept: n !== 2 })),
        recoveryDone: of.inRecovery ? ['apology', 'action', 'compassion'] : null,
      };
    },
    promises: async () => cases.slice(0, 60).map(promiseOf),
    keptByWeek: async () => Array.from({ length: 12 }, (_, n) => ({ from: start - (12 - n) * 7 * day, made: 40 + (scatter(n) % 20), kept: 40 + (scatter(n) % 20) - (2 + (scatter(n + 40) % 7)) })),
    silent: async () =>
      cases.slice(0, 400).filter((c) => c.silentDays > 0)
        .map((c) => ({ caseId: c.id, caseRef: c.ref, customer: c.customer, days: c.silentDays + (c.id % 5), lastWordOurs: c.id % 4 === 0, owner: c.owner }))
        .sort((a, b) => b.days - a.days).slice(0, 12),
    snippets: async () => snippets,
    colleagues: async () => colleagues,
    fulfil: async () => undefined,
    reply: async (caseId, text, wish) => {
      const entries: Entry[] = [{ kind: 'message', id: (lastId += 1), at: start, ours: true, who: me, text }];
      if (!wish) return { entries, promise: null };
      entries.push({ kind: 'promise', id: (lastId += 1), at: start, who: me, due: wish.due });
      return { entries, promise: { ...promiseOf(cases[caseId - 1]!), id: lastId, ...wish, keeper: me } };
    },
    note: async (_case, text) => ({ kind: 'note', id: (lastId += 1), at: start, who: me, text }),
    experience: async (caseId) => (caseId % 4 === 3 ? { n: 12, span: 26 * hour } : { n: 214, span: 26 * hour }),
  };
}
