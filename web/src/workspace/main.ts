// SPDX-License-Identifier: Apache-2.0
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { openClient } from '@/core/api/client';
import { httpDesk } from '@/core/api/httpDesk';
import { clientKey, deskKey } from '@/core/api/useDesk';
import { speak } from '@/core/i18n/messages';
import { onKeydown } from '@/core/keys/useKeys';
import { noticeRefusal } from '@/core/session/session';
import { freezeClock, startClock } from '@/core/time/now';
import '@/styles/base.css';
import { usePreferences } from './preferences';
import { makeRouter } from './router';
import { enter } from './session/enter';
import WorkspaceApp from './WorkspaceApp.vue';

speak({
  en: () => import('../../locales/workspace/en.json'),
  fi: () => import('../../locales/workspace/fi.json'),
  el: () => import('../../locales/workspace/el.json'),
  fa: () => import('../../locales/workspace/fa.json'),
});

const frozen = new URLSearchParams(location.search).get('at');
if (frozen) freezeClock(Date.parse(frozen));
else startClock();

const client = openClient({ refused: noticeRefusal });
const desk = httpDesk(client);
const router = makeRouter(desk);
const app = createApp(WorkspaceApp).use(createPinia()).use(router);
app.provide(clientKey, client).provide(deskKey, desk);

const preferences = usePreferences();
await preferences.begin();
const asked = await desk.me();
if (asked.ok) {
  await enter(desk, asked.value);
  await preferences.follow(asked.value);
}
document.addEventListener('keydown', onKeydown);
app.mount('#app');
requestAnimationFrame(() => performance.mark('amends-ready'));
