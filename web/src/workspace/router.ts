// SPDX-License-Identifier: Apache-2.0
// Every screen has an address, so that it can be sent to a colleague and reached by the back button.
import { createRouter, createWebHistory } from 'vue-router';
import type { Desk } from '@/core/api/httpDesk';
import { withWords } from '@/core/i18n/later';
import { learn } from '@/core/i18n/messages';
import { me } from '@/core/session/session';
import InboxScreen from './features/inbox/InboxScreen.vue';

const boardWords = {
  en: () => import('../../locales/boards/en.json'),
  fi: () => import('../../locales/boards/fi.json'),
  el: () => import('../../locales/boards/el.json'),
  fa: () => import('../../locales/boards/fa.json'),
};
const withBoardWords = async <T>(screen: Promise<T>) => (await Promise.all([screen, learn(boardWords)]))[0];

export function makeRouter(desk: Desk) {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', redirect: (to) => ({ path: '/inbox/mine', query: to.query }) },
      { path: '/sign-in', redirect: (to) => ({ path: '/inbox/mine', query: to.query }) },
      { path: '/inbox/:view/:id(\\d+)?', name: 'inbox', component: InboxScreen },
      { path: '/guest/:id(\\d+)?', name: 'guest', component: () => withWords(import('./features/guest/GuestCases.vue')) },
      { path: '/search', name: 'search', component: () => withWords(import('./features/search/SearchScreen.vue')) },
      { path: '/triage', name: 'triage', component: () => withWords(import('./features/triage/TriageScreen.vue')) },
      { path: '/signals', name: 'signals', component: () => withWords(import('./features/signals/SignalScreen.vue')) },
      { path: '/promises', name: 'promises', component: () => withBoardWords(withWords(import('./features/promises/PromisesScreen.vue'))) },
      { path: '/silence', name: 'silence', component: () => withBoardWords(withWords(import('./features/silence/SilenceScreen.vue'))) },
      { path: '/queue', name: 'queue', component: () => withWords(import('./features/queue/QueueScreen.vue')) },
      { path: '/workload', name: 'workload', component: () => withWords(import('./features/workload/WorkloadScreen.vue')) },
      { path: '/settings/:part?', name: 'settings', component: () => withWords(import('./features/settings/SettingsScreen.vue')) },
      { path: '/setup', name: 'setup', meta: { open: true }, component: () => withWords(import('./session/SetupScreen.vue')) },
      { path: '/invitation/:token', name: 'invitation', meta: { open: true }, component: () => withWords(import('./session/InvitationScreen.vue')) },
      { path: '/:rest(.*)', redirect: '/inbox/mine' },
    ],
  });

  // A desk nobody has set up yet asks its first questions wherever one arrives.
  router.beforeEach(async (to, from) => {
    if (me.value || to.meta.open || from.name !== undefined) return true;
    const state = await desk.setupState();
    return state.ok && state.value.needed ? { path: '/setup', query: to.query } : true;
  });
  return router;
}
