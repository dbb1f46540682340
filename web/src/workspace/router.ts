// SPDX-License-Identifier: Apache-2.0
// Every screen has an address, so that it can be sent to a colleague and reached by the back button.
import { createRouter, createWebHistory } from 'vue-router';
import InboxScreen from './features/inbox/InboxScreen.vue';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: (to) => ({ path: '/inbox/mine', query: to.query }) },
    { path: '/inbox/:view/:caseRef?', name: 'inbox', component: InboxScreen },
    { path: '/promises', name: 'promises', component: () => import('./features/promise/PromiseBoard.vue') },
    { path: '/silence', name: 'silence', component: () => import('./features/silence/SilenceWatch.vue') },
    { path: '/:rest(.*)', redirect: '/inbox/mine' },
  ],
});
