// SPDX-License-Identifier: Apache-2.0
// What an administrator sees of the desk itself.
import type { Sent } from './types';

export type UserRow = Sent<'staff.Member'>;

export type TeamRow = Sent<'staff.Team'>;

export type TokenRow = Sent<'staff.TokenView'>;

export type DeskCalendar = Sent<'brand.CalendarView'>;
export interface CalendarWish {
  holiday_sets?: readonly string[];
  worked_days?: readonly ClosedDay[];
  quiet_hours?: { from_minute: number; to_minute: number };
}

export const deadlineRules = ['gdpr_request', 'psd2_complaint', 'fca_complaint', 'es_2025_answer', 'eu_withdrawal', 'ir_withdrawal'] as const;

export type TargetRow = Sent<'target.TargetView'>;
export type TargetPreview = Sent<'target.Preview'>;
export type TargetMade = Sent<'target.TargetMade'>;

export const metrics = ['first_response', 'next_response', 'update', 'resolution'] as const;
export interface TargetWish {
  name: string;
  metric: (typeof metrics)[number];
  within: string;
  deadline_rule: string;
  counted: 'open_time' | 'all_time';
  severity_least: number | null;
  channel: string;
  type: string | null;
  pauses_on_customer: boolean;
  share: number;
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
  away_minutes: number;
}

export interface MailServer {
  host: string;
  port: number;
  security: 'plain' | 'starttls' | 'tls';
  user: string;
  folder?: string | null;
  sent_folder?: string | null;
}

export type MailLine = Sent<'channel.ChannelView'>;

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
  trusted_authserv: string;
  take_history?: boolean;
}
