// SPDX-License-Identifier: Apache-2.0
// A case's state as agents call it; a wait says whom or what it waits for.
import type { Side, Status } from '@/core/api/types';
import { formatDay } from '@/core/i18n/format';
import { t } from '@/core/i18n/words';

export interface Stateful {
  readonly status: Status;
  readonly waits_on?: Side | null;
  readonly review_at?: number | null;
}

export function statusWords(of: Stateful, partner?: string | null): string {
  if (of.status !== 'waiting') return t(`status.${of.status}`);
  if (of.waits_on === 'partner') return partner ? t('status.waitingPartner', { partner }) : t('status.waitingSomebody');
  if (of.waits_on === 'schedule') return of.review_at ? t('status.scheduled', { date: formatDay(of.review_at) }) : t('status.scheduledOnly');
  return t('status.waitingCustomer');
}
