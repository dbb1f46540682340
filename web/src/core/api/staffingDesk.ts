// SPDX-License-Identifier: Apache-2.0
// How many are needed and how many are there; asked where it is shown, so that nobody else has to load it.
import type { Client } from './client';
import type { Staffing } from './types';

export interface WhatIf {
  readonly contacts_per_hour?: string;
  readonly handle_seconds?: string;
  readonly present?: string;
  readonly share_percent?: string;
  readonly within_seconds?: string;
}

export const staffingDesk = (ask: Client) => ({
  staffing: (wish: WhatIf) => ask<Staffing>('GET', `/api/v1/staffing?${new URLSearchParams(Object.entries(wish).filter(([, text]) => text !== ''))}`),
});
