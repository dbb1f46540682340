// SPDX-License-Identifier: Apache-2.0
// Why a message waits here, in words. What a later desk may add is shown by its code.
import type { Word } from '@/core/i18n/words';

export const reasons: Readonly<Record<string, Word>> = {
  'mail.too_deep': 'triage.reason.too_deep',
  'mail.too_many_parts': 'triage.reason.too_many_parts',
  'mail.too_large': 'triage.reason.too_large',
  'mail.too_slow': 'triage.reason.too_slow',
  'mail.timed_out': 'triage.reason.too_slow',
  'mail.unreadable': 'triage.reason.unreadable',
  'mail.unparsable': 'triage.reason.unreadable',
  'mail.empty': 'triage.reason.unreadable',
  'mail.no_sender': 'triage.reason.no_sender',
  'mail.looping': 'triage.reason.looping',
  'join.not_participant': 'triage.reason.not_participant',
  'join.forged': 'triage.reason.forged',
  'join.dmarc_failed': 'triage.reason.forged',
};
