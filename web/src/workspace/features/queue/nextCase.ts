// SPDX-License-Identifier: Apache-2.0
// One "next case" instead of picking: the desk gives what is first in line, and says why it was this one.
import type { Router } from 'vue-router';
import type { Desk } from '@/core/api/httpDesk';
import { refusalText } from '@/core/api/refusalText';
import { announce } from '@/ui/toasts';
import { whyHere } from './queueWords';

let asking = false;

// Whether one was given.
export async function takeNextCase(desk: Desk, router: Router): Promise<boolean> {
  if (asking) return false;
  asking = true;
  const answer = await desk.nextCase();
  asking = false;
  announce({ text: answer.ok ? whyHere(answer.value.place) : refusalText(answer.refusal) }, 6000);
  if (answer.ok) await router.push(`/inbox/mine/${answer.value.case.id}`);
  return answer.ok;
}
