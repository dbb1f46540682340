// SPDX-License-Identifier: Apache-2.0
// A case's state in the customer's words.
import { formatDay } from '@/core/i18n/format';
import { t } from '@/core/i18n/words';
import type { CustomerCase } from './customer';

export function stateWords(of: CustomerCase): string {
  if (of.status !== 'waiting') return t(`state.${of.status === 'spam' ? 'closed' : of.status}`, { number: of.ref });
  if (of.next === 'waiting_for_partner' || (of.state !== 'yours' && of.partner)) return of.partner ? t('state.waitingPartner', { partner: of.partner }) : t('state.waitingSomebody');
  if (of.next === 'scheduled') return of.next_update_at ? t('state.scheduled', { date: formatDay(of.next_update_at) }) : t('state.open');
  return t('state.waitingCustomer');
}
