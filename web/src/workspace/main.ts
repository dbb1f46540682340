// SPDX-License-Identifier: Apache-2.0
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { deskKey } from '@/core/api/useDesk';
import { speak } from '@/core/i18n/messages';
import { onKeydown } from '@/core/keys/useKeys';
import { startLive } from '@/core/live/useLive';
import { freezeClock, now, startClock } from '@/core/time/now';
import { demoDesk } from '@/demo/demoDesk';
import '@/styles/base.css';
import { usePreferences } from './preferences';
import { router } from './router';
import WorkspaceShell from './shell/WorkspaceShell.vue';

speak({
  en: () => import('../../locales/workspace/en.json'),
  fi: () => import('../../locales/workspace/fi.json'),
  el: () => import('../../locales/workspace/el.json'),
  fa: () => import('../../locales/workspace/fa.json'),
});

const asked = new URLSearchParams(location.search);
const frozen = asked.get('at');
if (frozen) freezeClock(Date.parse(frozen));
else startClock();

const app = createApp(WorkspaceShell).use(createPinia()).use(router);
app.provide(deskKey, demoDesk(now.value, Number(asked.get('cases') ?? 10_000), Number(asked.get('long') ?? 0)));

await usePreferences().begin();
document.addEventListener('keydown', onKeydown);
app.mount('#app');
requestAnimationFrame(() => performance.mark('amends-ready'));
// The demonstration has no server behind it, so it opens the live connection only when told to.
if (asked.has('live')) startLive('/api/live');
