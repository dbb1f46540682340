// SPDX-License-Identifier: Apache-2.0
import type { WebSocket } from 'ws';

export interface DoubleCase { id: number; ref: string; subject: string; status: string; version: number; all: DoubleMessage[]; draft: { text: string; promises?: readonly unknown[] } | null; promises: { id: number; [more: string]: unknown }[]; owner: { id: number; name: string } | null; [more: string]: unknown }
export interface DoubleMessage { id: number; text: string; state: string; [more: string]: unknown }
export interface DoubleDesk {
  state: {
    now: number; me: Record<string, unknown>; signedIn: boolean; setupNeeded: boolean; secondFactor: string; cases: DoubleCase[]; nobodySilent?: boolean; littleHistory?: boolean; overloadedSince?: number; crowd?: Record<string, unknown>; sockets: Set<WebSocket>; seq: number; build?: string; epoch?: string;
    heard?: { op: string; since?: number | null; topics?: string[] }[]; asked: { method: string; path: string; body?: Record<string, unknown> }[]; refusals: Map<string, [number, unknown]>; triage: unknown[]; honest: Record<string, unknown>; links: Record<number, { proven?: boolean; language?: string; ended?: boolean }>;
  };
  tell(kind: string, id: number, body?: unknown): void;
  changed(of: DoubleCase, what?: Record<string, unknown>): unknown;
  arrive(of: DoubleCase, told: unknown): void;
  find(id: number): DoubleCase;
  row(of: DoubleCase): unknown;
  message(of: DoubleCase, more: Record<string, unknown>): DoubleMessage;
}
export function raiseDesk(options?: { now?: number; cases?: number; long?: number }, port?: number): Promise<{ url: string; readonly desk: DoubleDesk; reset(more?: { cases?: number; long?: number }): DoubleDesk; close(): void }>;
