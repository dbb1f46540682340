// SPDX-License-Identifier: Apache-2.0
// Who sits before this page, and whether the desk still knows them.
import { computed, ref, shallowRef } from 'vue';
import type { Refusal } from '@/core/api/client';
import type { Me } from '@/core/api/types';

export const me = shallowRef<Me | null>(null);
// The session ended while a screen was open: sign-in lies over it, and nothing typed is lost.
export const signedOut = ref(false);
// Signed in, but too long ago for what was asked.
export const stale = ref(false);
export const secondFactorMissing = ref(false);

export const isAdmin = computed(() => me.value?.role === 'admin');
export const isLead = computed(() => me.value?.role === 'admin' || me.value?.role === 'lead');
// A client's guest reads the cases of its brand, and has no live line.
export const isGuest = computed(() => me.value?.role === 'client_guest');
export const mayWrite = computed(() => me.value !== null && !['light_agent', 'client_guest'].includes(me.value.role));

export function noticeRefusal(refusal: Refusal) {
  if (refusal.code === 'session.second_factor_missing') secondFactorMissing.value = true;
  else if (refusal.code === 'session.missing' && me.value) signedOut.value = true;
  else if (refusal.code === 'session.stale') stale.value = true;
}

export function welcome(person: Me) {
  me.value = person;
  signedOut.value = false;
  stale.value = false;
  secondFactorMissing.value = person.second_factor_required && !person.second_factor;
}
