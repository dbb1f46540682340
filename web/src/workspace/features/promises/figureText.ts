// SPDX-License-Identifier: Apache-2.0
// A figure as a screen may show it: hidden below five, grey below thirty, always with its n.
import { formatShare, formatSpan } from '@/core/i18n/format';
import type { Figure } from '@/core/api/types';

export const fewest = 5;
const enough = 30;

export type Weight = 'hidden' | 'grey' | 'plain';
export const weightOf = (n: number): Weight => (n < fewest ? 'hidden' : n < enough ? 'grey' : 'plain');

export function valueText(figure: Pick<Figure, 'n' | 'value' | 'unit'>): string {
  if (figure.value === null || weightOf(figure.n) === 'hidden') return '–';
  return figure.unit === 'share' ? formatShare(figure.value) : formatSpan(figure.value);
}
