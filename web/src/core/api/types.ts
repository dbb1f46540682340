// SPDX-License-Identifier: Apache-2.0
// What the desk sends, by the names that the pages use. The shapes are generated from the desk's own description of its interface
// (script/web api), so that a difference between both is an error of types. Times are milliseconds UTC.
import type { components } from './desk.gen';

type Schemas = components['schemas'];
type Lasting<T> = T extends object ? { readonly [K in keyof T]: Lasting<T[K]> } : T;
export type Sent<Name extends keyof Schemas> = Lasting<Schemas[Name]>;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export type Who = Sent<'cases.Who'>;

export type Person = Sent<'cases.CustomerLine'>;

export type Role = 'admin' | 'lead' | 'agent' | 'light_agent' | 'client_guest';
export const roles = ['admin', 'lead', 'agent', 'light_agent', 'client_guest'] as const satisfies readonly Role[];

export type Me = Sent<'staff.Me'>;

export type SecondFactor = 'done' | 'code_needed' | 'setup_needed' | 'put_off';

export const statuses = ['queued', 'open', 'waiting', 'resolved', 'final_response', 'closed', 'closed_unrecovered', 'merged', 'spam'] as const;
export type Status = (typeof statuses)[number];
export type Side = 'us' | 'customer' | 'partner' | 'schedule';

export type CaseRow = Sent<'cases.CaseRow'>;

export type Reach = Recipient['reach'];

export type Recipient = Sent<'cases.RecipientView'>;

export type Attachment = Sent<'cases.FileView'>;

export type Placement = Sent<'cases.PlacementView'>;

export type Message = Sent<'cases.MessageView'>;

export type Note = Sent<'cases.NoteView'>;

export type TimelineEvent = Sent<'cases.EventView'>;

export type CustomerPromise = Sent<'cases.PromiseView'>;

export type TargetClock = Sent<'cases.TargetClockView'>;

export type Wait = Sent<'cases.WaitView'>;

export type SavedDraft = Sent<'cases.DraftView'>;

export type OtherCase = Sent<'cases.OtherCase'>;

export type Participant = Sent<'cases.ParticipantView'>;

export type Case = Sent<'cases.CaseView'>;

export const views = ['mine', 'nobody', 'silence', 'waiting', 'all', 'closed'] as const;
export const caseTypes = ['inquiry', 'request', 'fault', 'complaint', 'feedback', 'internal', 'privacy'] as const;
export type View = (typeof views)[number];

export type Counts = Readonly<Partial<Record<View | 'triage' | 'signals', number>>> & { readonly overloaded_since?: number | null };

export type Hit = Sent<'search.SearchRow'>;

export type TriageItem = Sent<'triage.TriageItem'>;

export type Signal = Sent<'signal.SignalView'>;

export type SilenceWatch = Sent<'silence.Watch'>;
export type SilentRow = Sent<'silence.SilentRow'>;

export type PromisesBoard = Sent<'board.Board'>;
export type PromiseCard = Sent<'board.Card'>;

export type PromiseFigures = Sent<'figure.FiguresView'>;
export type Figure = Sent<'figure.Figure'>;
export type FigureName = Figure['name'];
export const figureNames = ['kept_rate', 'kept_rate_outcome', 'kept_rate_update', 'kept_rate_appointment', 'told_before_breach', 'kept_to_first_date', 'moved_or_released', 'longest_silence', 'median_silence'] as const satisfies readonly FigureName[];
export type Calibration = Sent<'CalibrationView'>;
export type BehindFigure = Sent<'figure.Behind'>;
export type Worker = Sent<'workload.Worker'>;
export const presences = ['here', 'away', 'off'] as const satisfies readonly Worker['presence'][];

export type Workload = Sent<'workload.WorkloadView'>;
export type Staffing = Sent<'staffing.StaffingView'>;
export type Carrying = Sent<'workload.CarryView'>;
export type Proposal = Sent<'relief.Proposal'>;
export type Relief = Sent<'relief.ReliefLine'>;

// A release has an act of its own.
export const handOverKinds = ['transfer', 'functional', 'hierarchical', 'relief', 'leave'] as const;
export type HandOverKind = (typeof handOverKinds)[number];
export const handOverReasons = ['expertise', 'did_not_know', 'seniority', 'overload', 'absence', 'language', 'customer_wish', 'other'] as const;
export type HandOverReason = (typeof handOverReasons)[number];

export type Queue = Sent<'queue.QueueView'>;

export type QueuePlace = Sent<'queue.QueuePlace'>;

export type SessionRow = Sent<'staff.SessionView'>;
