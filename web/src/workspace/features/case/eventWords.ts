// SPDX-License-Identifier: Apache-2.0
// What an event of the log means, in a sentence. Events that say nothing beyond the message beside them are left out.
import { handOverReasons, type TimelineEvent } from '@/core/api/types';
import { formatMoment } from '@/core/i18n/format';
import { t, type Word } from '@/core/i18n/words';
import { me } from '@/core/session/session';

const told: Readonly<Record<string, Word>> = {
  'case.opened': 'event.opened',
  'case.taken': 'event.taken',
  'case.released': 'event.released',
  'case.handed_over': 'event.handedOver',
  'case.not_pulled': 'event.notPulled',
  'case.waiting': 'event.waits',
  'case.wait_ended': 'event.waitEnded',
  'case.resolved': 'event.resolved',
  'case.closed': 'event.closed',
  'case.reopened': 'event.reopened',
  'case.merged': 'event.merged',
  'case.merged_from': 'event.merged',
  'case.unmerged': 'event.unmerged',
  'case.spam_marked': 'event.spam',
  'case.spam_unmarked': 'event.notSpam',
  'case.confirmed': 'event.confirmed',
  'promise.made': 'event.promised',
  'promise.kept': 'event.kept',
  'promise.broken': 'event.broken',
  'promise.fulfilled_late': 'event.doneLate',
  'promise.released': 'event.promiseReleased',
  'target.breached': 'event.targetBreached',
  'promise.moved': 'event.promiseMoved',
  'promise.at_risk': 'event.promiseRisk',
  'promise.confirmed': 'event.promiseConfirmed',
  'promise.warned': 'event.promiseWarned',
  'message.moved': 'event.moved',
  'message.withdrawn': 'event.withdrawn',
  'message.bounced': 'event.bounced',
  'message.failed': 'event.failed',
  'customer.solved': 'event.confirmed',
  'customer.not_mine': 'event.notMine',
};

export const isTold = (event: TimelineEvent) => event.type in told;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function nameIn(payload: TimelineEvent['payload'], ...keys: string[]): string {
  const known = me.value;
  for (const key of keys) {
    const value = payload[key];
    if (typeof value === 'string' && value !== '') return value;
    if (value && typeof value === 'object' && 'name' in value) return text((value as { name: unknown }).name);
    if (typeof value !== 'number' || !known) continue;
    const people = /team/.test(key) ? known.all_teams : [...known.colleagues, known];
    const found = people.find((each) => each.id === value);
    if (found) return found.name;
  }
  return '';
}

function momentIn(payload: TimelineEvent['payload'], ...keys: string[]): string {
  const at = keys.map((key) => payload[key]).find((value) => typeof value === 'number');
  return typeof at === 'number' ? formatMoment(at) : '';
}

export function actorName(event: TimelineEvent): string {
  if (event.actor.name) return event.actor.name;
  const known = me.value ? [...me.value.colleagues, me.value].find((each) => each.id === event.actor.id && event.actor.kind === 'user') : undefined;
  return known?.name ?? t(event.actor.kind === 'customer' ? 'actor.customer' : event.actor.kind === 'api' ? 'actor.api' : 'actor.desk');
}

export interface Told {
  readonly sentence: string;
  // What somebody wrote beside the act: a summary, a reason.
  readonly more: string;
}

export function wordsOf(event: TimelineEvent): Told {
  const { payload } = event;
  const to = nameIn(payload, 'owner', 'team');
  const due = momentIn(payload, 'due_at', 'due', 'review_at');
  let word = told[event.type] ?? 'event.opened';
  if (word === 'event.promised' && payload.side === 'customer') word = 'event.promisedCustomer';
  if (word === 'event.promised' && payload.side === 'partner') word = 'event.promisedPartner';
  // A promise of news says its time only where the log does.
  if (word === 'event.promised' && !due) word = 'event.promisedOnly';
  const sentence = t(word, { who: actorName(event), to: to || t('actor.team'), when: due, ref: text(payload.ref) });
  const code = handOverReasons.find((each) => each === payload.code);
  return { sentence, more: text(payload.summary) || text(payload.reason) || (code ? t(`handOver.reason.${code}`) : '') };
}
