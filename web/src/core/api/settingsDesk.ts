// SPDX-License-Identifier: Apache-2.0
// What only an administrator may ask; kept apart so that nobody else has to load it.
import type { Client } from './client';
import type { CalendarWish, ClosedDay, DeskCalendar, DeskSettings, MailLine, NewMailLine, TargetMade, TargetPreview, TargetRow, TargetWish, TeamRow, TokenRow, UserRow } from './settings';
import type { Page, Role } from './types';

const v1 = '/api/v1';

export function settingsDesk(ask: Client) {
  return {
    settings: () => ask<DeskSettings>('GET', `${v1}/desk`),
    changeSettings: (wish: Partial<DeskSettings>) => ask<DeskSettings>('PATCH', `${v1}/desk`, wish),
    calendar: () => ask<DeskCalendar>('GET', `${v1}/calendar`),
    changeCalendar: (wish: CalendarWish) => ask<DeskCalendar>('PATCH', `${v1}/calendar`, wish),
    closeDays: (icalendar: string) => ask<{ added: number; left_out: number; closed_days: ClosedDay[] }>('POST', `${v1}/calendar/closed-days`, { icalendar }),
    targets: () => ask<Page<TargetRow>>('GET', `${v1}/targets`),
    addTarget: (wish: TargetWish) => ask<TargetMade>('POST', `${v1}/targets`, wish),
    previewTarget: (wish: TargetWish) => ask<TargetPreview>('POST', `${v1}/targets/preview`, wish),
    endTarget: (id: number) => ask<TargetRow>('DELETE', `${v1}/targets/${id}`),
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
