// SPDX-License-Identifier: Apache-2.0
// Why a case stands where it stands, in words.
import type { QueuePlace } from '@/core/api/types';
import { formatMoment, formatNumber, formatSpan, languageName, times } from '@/core/i18n/format';
import { t, type Word } from '@/core/i18n/words';

// Opening hours do not add up to days of 24.
export const openSpan = (length: number) => (length < times.day ? formatSpan(length) : t('queue.openHours', { n: formatNumber(Math.floor(length / times.hour)) }));

export function whyHere(of: QueuePlace): string {
  if (of.lane === 'due' && of.due_at !== null) return t('queue.why.due', { when: formatMoment(of.due_at) });
  if (of.waited < times.minute) return t('queue.why.new');
  const waited = openSpan(of.waited);
  return of.weight === 1 ? t('queue.why.waited', { t: waited }) : t('queue.why.weighed', { t: waited, n: formatNumber(of.weight), severity: t(`severity.${of.severity}` as Word) });
}

// What is missing in whoever looks, where it is not given to them.
export function whyNotMine(of: QueuePlace): string {
  const needs = [of.needs_language && languageName(of.needs_language), of.needs_skill && t(`type.${of.needs_skill}` as Word)].filter(Boolean);
  return of.fits || !needs.length ? '' : t('queue.needs', { what: needs.join(', ') });
}
