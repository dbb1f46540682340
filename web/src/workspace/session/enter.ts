// SPDX-License-Identifier: Apache-2.0
// What happens once the desk has let somebody in: whether they are still who sat here before decides what stays on the screen.
import type { Desk } from '@/core/api/httpDesk';
import type { Me } from '@/core/api/types';
import { numberWith } from '@/core/caseRefs';
import { liveIn } from '@/core/i18n/messages';
import { me, secondFactorMissing, signedOut, stale, welcome } from '@/core/session/session';

export async function enter(desk: Desk, told: Me | null, factorWanted = false): Promise<boolean> {
  const before = me.value;
  stale.value = false;
  let person = told;
  if (!person && factorWanted) {
    signedOut.value = false;
    secondFactorMissing.value = true;
    return false;
  }
  if (!person) {
    const asked = await desk.me();
    if (!asked.ok) return false;
    person = asked.value;
  }
  if (before && before.id !== person.id) {
    location.reload();
    return false;
  }
  welcome(person);
  secondFactorMissing.value ||= factorWanted;
  liveIn(person.zone);
  numberWith(person.brand.prefix);
  return true;
}
