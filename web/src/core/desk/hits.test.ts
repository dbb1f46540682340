// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Hit } from '@/core/api/types';
import { onePerCase } from './hits';

const hit = (case_id: number, snippet: string) => ({ case_id, snippet }) as Hit;

test('a case is shown once, by the text that shows why it was found, in the place of its newest', () => {
  const shown = onePerCase([hit(2, 'subject'), hit(1, 'a \u27e6b\u27e7'), hit(2, 'the \u27e6refund\u27e7'), hit(2, 'a \u27e6refund\u27e7 again')]);

  expect(shown.map((each) => [each.case_id, each.snippet])).toEqual([[2, 'the \u27e6refund\u27e7'], [1, 'a \u27e6b\u27e7']]);
});
