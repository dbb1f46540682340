// SPDX-License-Identifier: Apache-2.0
import { inject, type InjectionKey } from 'vue';
import type { Client } from './client';
import type { Desk } from './httpDesk';

export const deskKey: InjectionKey<Desk> = Symbol('desk');
export const clientKey: InjectionKey<Client> = Symbol('client');

export function useDesk(): Desk {
  const desk = inject(deskKey);
  if (!desk) throw new Error('no desk was provided');
  return desk;
}

export function useClient(): Client {
  const client = inject(clientKey);
  if (!client) throw new Error('no client was provided');
  return client;
}
