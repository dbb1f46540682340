// SPDX-License-Identifier: Apache-2.0
// What can be done to the open case as a whole. Each answer of the desk is the case as it is now.
import { ref } from 'vue';
import type { Answer } from '@/core/api/client';
import type { Desk } from '@/core/api/httpDesk';
import { refusalText } from '@/core/api/refusalText';
import type { Case } from '@/core/api/types';
import { t } from '@/core/i18n/words';
import { announce } from '@/ui/toasts';

export function useCaseDeeds(desk: Desk, changed: (to: Case) => void) {
  const busy = ref(false);

  async function attempt(asked: Promise<Answer<Case>>, done?: string, undo?: () => Promise<Answer<Case>>): Promise<boolean> {
    busy.value = true;
    const answer = await asked;
    busy.value = false;
    if (!answer.ok) {
      announce({ text: refusalText(answer.refusal) });
      return false;
    }
    changed(answer.value);
    if (done) announce(undo ? { text: done, label: t('common.undo'), act: () => void attempt(undo()) } : { text: done }, undo ? 10_000 : 4_000);
    return true;
  }

  return {
    busy,
    attempt,
    take: (id: number) => attempt(desk.take(id), t('done.taken')),
    endWait: (id: number) => attempt(desk.endWait(id)),
    close: (id: number) => attempt(desk.close(id), t('done.closed'), () => desk.reopen(id)),
    reopen: (id: number) => attempt(desk.reopen(id), t('done.reopened')),
    spam: (id: number) => attempt(desk.markSpam(id), t('done.spam'), () => desk.unmarkSpam(id)),
    unspam: (id: number) => attempt(desk.unmarkSpam(id)),
    merge: (id: number, into: number) => attempt(desk.merge(id, into), t('done.merged'), () => desk.unmerge(id)),
    unmerge: (id: number) => attempt(desk.unmerge(id)),
  };
}
