// SPDX-License-Identifier: Apache-2.0
// Every sentence has a key, and the compiler knows the keys.
import type boards from '../../../locales/boards/en.json';
import type later from '../../../locales/later/en.json';
import type portal from '../../../locales/portal/en.json';
import type workspace from '../../../locales/workspace/en.json';
import { translate } from './messages';

export type Word = keyof typeof workspace | keyof typeof later | keyof typeof boards | keyof typeof portal;

export const t: (key: Word, values?: Record<string, string | number>) => string = translate;
