// SPDX-License-Identifier: Apache-2.0
// What an administrator sees of the desk itself.
import type { Role } from './types';

export interface UserRow {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: string;
  readonly disabled: boolean;
  readonly second_factor: boolean;
}

export interface TeamRow {
  readonly id: number;
  readonly name: string;
  readonly members: readonly number[];
}

export interface TokenRow {
  readonly id: number;
  readonly name: string;
  readonly scope: string;
  readonly created_at: number;
  readonly last_used_at: number | null;
}

export interface OpeningHours {
  weekday: number;
  opens_minute: number;
  closes_minute: number;
}

export interface ClosedDay {
  day: string;
  name: string;
}

export interface DeskSettings {
  name: string;
  prefix: string;
  language: string;
  zone: string;
  sender_name: string;
  signature: string;
  public_address: string;
  opening_hours: OpeningHours[];
  closed_days: ClosedDay[];
  reopen_days: number;
  undo_seconds: number;
  first_update: string;
  pull_by_minutes: number;
}

export interface MailServer {
  host: string;
  port: number;
  security: string;
  user: string;
  folder?: string;
  sent_folder?: string;
}

export interface MailLine {
  readonly id: number;
  readonly kind: 'mail';
  readonly name: string;
  readonly address: string;
  readonly state: 'up' | 'degraded' | 'down';
  readonly detail: string | null;
  readonly last_in_at: number | null;
  readonly last_out_at: number | null;
  readonly in: 'lmtp' | 'imap';
  readonly imap: MailServer | null;
  readonly smtp: MailServer | null;
  readonly secrets_set_at: number | null;
}

export interface OAuthAccess {
  token_url: string;
  client_id: string;
  client_secret: string;
  refresh_token: string;
}

export interface NewMailLine {
  kind: 'mail';
  name: string;
  address: string;
  in: 'lmtp' | 'imap';
  imap: (MailServer & { password?: string }) | null;
  smtp: (MailServer & { password?: string }) | null;
  oauth?: OAuthAccess;
  take_history?: boolean;
}
