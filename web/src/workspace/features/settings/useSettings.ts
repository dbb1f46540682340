// SPDX-License-Identifier: Apache-2.0
import { inject, type InjectionKey } from 'vue';
import type { SettingsDesk } from '@/core/api/settingsDesk';

export const settingsKey: InjectionKey<SettingsDesk> = Symbol('settings');

export function useSettings(): SettingsDesk {
  const desk = inject(settingsKey);
  if (!desk) throw new Error('no settings were provided');
  return desk;
}
