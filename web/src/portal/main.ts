// SPDX-License-Identifier: Apache-2.0
import { createApp } from 'vue';
import { openClient } from '@/core/api/client';
import { clientKey } from '@/core/api/useDesk';
import { changeLanguage, isLanguage, speak } from '@/core/i18n/messages';
import { freezeClock, startClock } from '@/core/time/now';
import '@/styles/base.css';
import PortalApp from './PortalApp.vue';

speak({
  en: () => import('../../locales/portal/en.json'),
  fi: () => import('../../locales/portal/fi.json'),
  el: () => import('../../locales/portal/el.json'),
  fa: () => import('../../locales/portal/fa.json'),
});

const asked = new URLSearchParams(location.search);
const frozen = asked.get('at');
if (frozen) freezeClock(Date.parse(frozen));
else startClock();

const dark = matchMedia('(prefers-color-scheme: dark)');
const wear = () => document.documentElement.classList.toggle('dark', dark.matches);
dark.addEventListener('change', wear);
wear();

const tag = asked.get('lang') ?? navigator.language.slice(0, 2);
await changeLanguage(isLanguage(tag) ? tag : 'en');
createApp(PortalApp).provide(clientKey, openClient()).mount('#app');
