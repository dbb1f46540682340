// SPDX-License-Identifier: Apache-2.0
// The words of a refusal: the desk's own sentence where there is one, else what this page can say by itself.
import { t } from '@/core/i18n/words';
import type { Refusal } from './client';

export function refusalText(refusal: Refusal): string {
  if (refusal.title) return refusal.title;
  if (refusal.code === 'network.down') return t('refusal.offline');
  return t('refusal.broken', { code: refusal.code });
}
