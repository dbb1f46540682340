// SPDX-License-Identifier: Apache-2.0
// What only an administrator may ask; kept apart so that nobody else has to load it.
import type { Client } from './client';
import type { DeskSettings, MailLine, NewMailLine, TeamRow, TokenRow, UserRow } from './settings';
import type { Page, Role } from './types';

const v1 = '/api/v1';

export function settingsDesk(ask: Client) {
  return {
    settings: () => ask<DeskSettings>('GET', `${v1}/desk`),
    changeSettings: (wish: Partial<DeskSettings>) => ask<DeskSettings>('PATCH', `${v1}/desk`, wish),
    channels: () => ask<Page<MailLine>>('GET', `${v1}/channels`),
    addChannel: (wish: NewMailLine) => ask<MailLine>('POST', `${v1}/channels`, wish),
    changeChannel: (id: number, wish: Partial<NewMailLine>) => ask<MailLine>('PATCH', `${v1}/channels/${id}`, wish),
    users: () => ask<Page<UserRow>>('GET', `${v1}/users`),
    invite: (wish: { name: string; email: string; role: Role; language: string }) => ask<{ user: UserRow; invitation: string }>('POST', `${v1}/users`, wish),
    changeUser: (id: number, wish: { role?: Role; disabled?: boolean; name?: string }) => ask<UserRow>('PATCH', `${v1}/users/${id}`, wish),
    newLink: (id: number) => ask<{ invitation: string }>('POST', `${v1}/users/${id}/reset`),
    teams: () => ask<Page<TeamRow>>('GET', `${v1}/teams`),
    addTeam: (wish: { name: string; members: number[] }) => ask<TeamRow>('POST', `${v1}/teams`, wish),
    changeTeam: (id: number, wish: { name?: string; members?: number[] }) => ask<TeamRow>('PATCH', `${v1}/teams/${id}`, wish),
    tokens: () => ask<Page<TokenRow>>('GET', `${v1}/tokens`),
    addToken: (wish: { name: string; scope: string }) => ask<{ id: number; token: string }>('POST', `${v1}/tokens`, wish),
    dropToken: (id: number) => ask<void>('DELETE', `${v1}/tokens/${id}`),
  };
}

export type SettingsDesk = ReturnType<typeof settingsDesk>;
