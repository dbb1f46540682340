// SPDX-License-Identifier: Apache-2.0
// Why a message waits here, in words. What a later desk may add is shown by its code.
import type { Word } from '@/core/i18n/words';

export const reasons: Readonly<Record<string, Word>> = {
  'mail.too_deep': 'triage.reason.too_deep',
  'mail.html_too_deep': 'triage.reason.too_deep',
  'mail.too_many_parts': 'triage.reason.too_many_parts',
  'mail.too_many_headers': 'triage.reason.too_many_parts',
  'mail.too_large': 'triage.reason.too_large',
  'mail.html_too_large': 'triage.reason.too_large',
  'mail.too_slow': 'triage.reason.too_slow',
  'mail.reader_silent': 'triage.reason.too_slow',
  'mail.reader_hungry': 'triage.reason.too_hungry',
  'mail.reader_died': 'triage.reason.reader_died',
  'mail.unreadable': 'triage.reason.unreadable',
  'mail.not_given': 'triage.reason.not_given',
  'join.not_participant': 'triage.reason.not_participant',
  'join.forged': 'triage.reason.forged',
};
