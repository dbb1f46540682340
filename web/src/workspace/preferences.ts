// SPDX-License-Identifier: Apache-2.0
// What a person has chosen for their own screen, kept on this machine.
import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import { changeLanguage, isLanguage, language, type Language } from '@/core/i18n/messages';
import { singleKeys } from '@/core/keys/keyMap';
import type { Me } from '@/core/api/types';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'cosy' | 'compact';
const place = 'amends.preferences';

function remembered(): Record<string, unknown> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

export const usePreferences = defineStore('preferences', () => {
  const kept = remembered();
  const asked = new URLSearchParams(location.search);
  const theme = ref<Theme>((asked.get('theme') ?? kept.theme ?? 'system') as Theme);
  const density = ref<Density>((asked.get('density') ?? kept.density ?? 'cosy') as Density);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  singleKeys.value = kept.singleKeys !== false;

  function wear() {
    const page = document.documentElement;
    page.classList.toggle('dark', theme.value === 'dark' || (theme.value === 'system' && dark.matches));
    page.dataset.density = density.value;
  }

  function keep() {
    localStorage.setItem(place, JSON.stringify({ theme: theme.value, density: density.value, language: language.value, singleKeys: singleKeys.value }));
  }

  async function begin() {
    const tag = asked.get('lang') ?? (kept.language as string | undefined) ?? navigator.language.slice(0, 2);
    await changeLanguage(isLanguage(tag) ? tag : 'en');
    dark.addEventListener('change', wear);
    watch([theme, density], wear, { immediate: true });
    watch([theme, density, language, singleKeys], keep);
  }

  // The language belongs to the person: it follows them to every machine, unless the address asks for another.
  async function follow(person: Me) {
    if (!asked.has('lang') && isLanguage(person.language) && person.language !== language.value) await changeLanguage(person.language);
  }

  const speakIn = (to: Language) => changeLanguage(to);

  return { theme, density, begin, follow, speakIn };
});
