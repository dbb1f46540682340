// SPDX-License-Identifier: Apache-2.0
// What the desk sends, as its interface description says it. Times are milliseconds UTC.

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface Who {
  readonly id: number;
  readonly name: string;
}

export interface Person extends Who {
  readonly address: string;
  readonly language: string | null;
}

export type Role = 'admin' | 'lead' | 'agent' | 'light_agent' | 'client_guest';
export const roles = ['admin', 'lead', 'agent', 'light_agent', 'client_guest'] as const satisfies readonly Role[];

export interface Me extends Who {
  readonly email: string;
  readonly role: Role;
  readonly language: string;
  readonly zone: string;
  readonly second_factor: boolean;
  readonly second_factor_required: boolean;
  readonly brand: { readonly id: number; readonly name: string; readonly prefix: string; readonly language: string; readonly zone: string };
  readonly teams: readonly Who[];
  readonly colleagues: readonly Who[];
  readonly all_teams: readonly Who[];
}

export type SecondFactor = 'done' | 'code_needed' | 'setup_needed' | 'put_off';

export const statuses = ['queued', 'open', 'waiting', 'resolved', 'final_response', 'closed', 'closed_unrecovered', 'merged', 'spam'] as const;
export type Status = (typeof statuses)[number];
export type Side = 'us' | 'customer' | 'partner' | 'schedule';

export interface CaseRow {
  readonly id: number;
  readonly version: number;
  readonly number: number;
  readonly ref: string;
  readonly subject: string;
  readonly status: Status;
  readonly customer: Person;
  readonly owner: Who | null;
  readonly team: Who | null;
  readonly channel: string;
  readonly language: string | null;
  readonly message_count: number;
  readonly last_message_at: number | null;
  readonly last_word: 'customer' | 'us';
  readonly waiting_since: number | null;
  readonly next_update_at: number | null;
  readonly pull_by: number | null;
  readonly waits_on: Side | null;
  readonly review_at: number | null;
  readonly due_at: number | null;
  readonly late: boolean;
  readonly silent_since: number | null;
  readonly unread: boolean;
}

export type Reach = 'pending' | 'sent' | 'delivered' | 'read' | 'failed' | 'bounced' | 'unconfirmed' | 'skipped';

export interface Recipient {
  readonly id: number;
  readonly address: string;
  readonly name: string;
  readonly role: 'to' | 'cc' | 'bcc';
  readonly reach: Reach;
  readonly reach_at: number | null;
  readonly detail: string | null;
}

export interface Attachment {
  readonly id: number;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly in_line?: boolean;
  readonly url: string;
}

export interface Placement {
  readonly evidence: string;
  readonly by: Who | null;
  readonly at: number;
}

export interface Message {
  readonly id: number;
  readonly at: number;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  readonly author: 'customer' | 'agent' | 'bot' | 'rule';
  readonly author_name: string;
  readonly user_id: number | null;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly visible_text: string;
  readonly has_html: boolean;
  readonly language: string | null;
  readonly right_to_left: boolean;
  readonly automatic: 'auto_reply' | 'bounce' | 'feedback_report' | 'list' | null;
  readonly attachments: readonly Attachment[];
  readonly recipients: readonly Recipient[];
  readonly state: 'queued' | 'withdrawn' | 'sending' | 'sent' | 'failed' | 'unconfirmed' | 'received';
  readonly send_after: number | null;
  readonly placement: readonly Placement[];
  readonly received_times: number;
}

export interface Note {
  readonly id: number;
  readonly at: number;
  readonly author: Who;
  readonly text: string;
}

export interface TimelineEvent {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly actor: { readonly kind: string; readonly id: number | null; readonly name: string | null };
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface CustomerPromise {
  readonly id: number;
  readonly kind: 'outcome' | 'update' | 'appointment';
  readonly side: 'us' | 'customer' | 'partner';
  readonly text: string;
  readonly keeper: Who | null;
  readonly maker: Who | string | null;
  readonly made_at: number;
  readonly due_at: number;
  readonly original_due_at: number;
  readonly state: 'open' | 'kept' | 'broken' | 'moved' | 'released';
  readonly ended_at: number | null;
  readonly fulfilled_late_at: number | null;
  readonly basis: string | null;
}

export interface Wait {
  readonly id: number;
  readonly waits_on: Side;
  readonly partner: string | null;
  readonly reason: string;
  readonly starts_at: number;
  readonly ends_at: number | null;
  readonly review_at: number | null;
}

export interface SavedDraft {
  readonly kind: 'reply' | 'note';
  readonly text: string;
  readonly next_update_at: number | null;
  readonly attachments: readonly (Attachment | number)[];
  readonly seen_message: number | null;
  readonly saved_at: number | null;
}

export interface OtherCase {
  readonly id: number;
  readonly ref: string;
  readonly subject: string;
  readonly status: Status;
  readonly closed_at: number | null;
  readonly promise_kept: boolean | null;
}

export interface Participant {
  readonly id: number;
  readonly person_id: number | null;
  readonly name: string;
  readonly address: string;
  readonly role: string;
}

export interface Case extends CaseRow {
  readonly type: string | null;
  readonly origin_at: number;
  readonly resolved_at: number | null;
  readonly closed_at: number | null;
  readonly settles_at: number | null;
  readonly merged_into: { readonly id: number; readonly ref: string } | null;
  readonly severity_stated: number;
  readonly severity_assessed: number;
  readonly what_happened: string | null;
  readonly desired_remedy: string | null;
  readonly resolution: string | null;
  readonly mark: string | null;
  readonly participants: readonly Participant[];
  readonly waits: readonly Wait[];
  readonly promises: readonly CustomerPromise[];
  readonly messages: readonly Message[];
  readonly older: string | null;
  readonly notes: readonly Note[];
  readonly events: readonly TimelineEvent[];
  readonly draft: SavedDraft | null;
  readonly others: readonly OtherCase[];
  readonly link: string | null;
  readonly suggested_update_at: number | null;
}

export const views = ['mine', 'nobody', 'silence', 'waiting', 'all', 'closed'] as const;
export const caseTypes = ['inquiry', 'request', 'fault', 'complaint', 'feedback', 'internal', 'privacy'] as const;
export type View = (typeof views)[number];

export type Counts = Readonly<Partial<Record<View | 'triage' | 'signals', number>>>;

export interface Hit {
  readonly case_id: number;
  readonly number: number;
  readonly ref: string;
  readonly subject: string;
  readonly snippet: string;
  readonly at: number;
  readonly customer: Person | string | null;
  readonly status: Status;
  readonly message_id: number | null;
}

export interface TriageItem {
  readonly id: number;
  readonly kind: 'quarantined' | 'unverified';
  readonly received_at: number;
  readonly team: Who | null;
  readonly pull_by: number | null;
  readonly late: boolean;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string | null;
  readonly subject: string;
  readonly text: string;
  readonly reason: string;
  readonly evidence: readonly (string | Placement)[];
  readonly size: number;
  readonly wants: { readonly case_id: number; readonly ref: string; readonly subject: string; readonly participants: readonly string[] } | null;
}

export interface Signal {
  readonly id: number;
  readonly detector: string;
  readonly at: number;
  readonly case: { readonly id: number; readonly ref: string; readonly subject: string } | null;
  readonly subject_id: number | null;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly owner: Who | null;
  readonly state: 'open' | 'owned' | 'explained';
}

export interface SessionRow {
  readonly id: number;
  readonly created_at: number;
  readonly seen_at: number;
  readonly address: string;
  readonly agent: string;
  readonly current: boolean;
}
