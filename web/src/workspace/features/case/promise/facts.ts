// SPDX-License-Identifier: Apache-2.0
// What is known of one promise, as pairs of a name and a value; and what can still be done with it.
import type { CustomerPromise } from '@/core/api/types';
import { formatMomentWithWeekday } from '@/core/i18n/format';
import { t, type Word } from '@/core/i18n/words';

export type PromiseDeed = 'kept' | 'move' | 'release';

export function deedsOf(promise: CustomerPromise, now: number): PromiseDeed[] {
  const isNews = promise.side === 'us' && promise.kind === 'update';
  const done: PromiseDeed[] = isNews ? [] : ['kept'];
  if (promise.state === 'broken') return promise.fulfilled_late_at === null ? done : [];
  if (promise.state !== 'open') return [];
  return promise.due_at <= now ? done : [...done, 'move', 'release'];
}

export function factsOf(promise: CustomerPromise): readonly (readonly [string, string])[] {
  const moment = (at: number | null) => (at === null ? '' : formatMomentWithWeekday(at));
  const keeper = promise.side === 'partner' ? promise.partner : promise.side === 'customer' ? t('pledge.side.customer') : promise.keeper?.name;
  const basis = [promise.basis ? t(`pledge.basis.${promise.basis}` as Word) : '', promise.ground, promise.history_n === null ? '' : `n = ${promise.history_n}`].filter(Boolean).join(' · ');
  const rows: readonly (readonly [Word, string | null | undefined])[] = [
    ['pledge.fact.due', moment(promise.due_at)],
    ['pledge.fact.original', promise.original_due_at === promise.due_at ? '' : moment(promise.original_due_at)],
    ['pledge.fact.keeper', keeper],
    ['pledge.fact.maker', promise.maker],
    ['pledge.fact.told', t(`pledge.how.${promise.told_how}` as Word)],
    ['pledge.fact.basis', promise.kind === 'outcome' && promise.side === 'us' ? basis : ''],
    ['pledge.fact.warned', moment(promise.warned_at)],
    ['pledge.fact.asked', moment(promise.asked_at)],
    ['pledge.fact.answered', moment(promise.answered_at)],
    ['pledge.fact.ended', moment(promise.ended_at)],
    ['pledge.fact.late', moment(promise.fulfilled_late_at)],
    ['pledge.fact.evidence', promise.evidence],
    ['pledge.fact.agreed', promise.agreed || (promise.agreed_message === null ? '' : t('pledge.inMessage'))],
  ];
  return rows.filter(([, value]) => value).map(([word, value]) => [t(word), value!] as const);
}
