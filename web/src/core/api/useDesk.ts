// SPDX-License-Identifier: Apache-2.0
import { inject, type InjectionKey } from 'vue';
import type { Desk } from './desk';

export const deskKey: InjectionKey<Desk> = Symbol('desk');

export function useDesk(): Desk {
  const desk = inject(deskKey);
  if (!desk) throw new Error('no desk was provided');
  return desk;
}
