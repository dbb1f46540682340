// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetDraft, keepDraft, keptDraft, type LocalDraft } from './localDraft';

const draft = (more: Partial<LocalDraft> = {}): LocalDraft => ({ kind: 'reply', reply: 'Dear Aino', note: '', nextUpdateAt: null, seenMessage: 7, attachments: [], promises: [], at: Date.now(), ...more });

beforeEach(() => localStorage.clear());

test('a draft belongs to one person and one case', () => {
  keepDraft(1, 24, draft());

  expect(keptDraft(1, 24)?.reply).toBe('Dear Aino');
  expect(keptDraft(2, 24)).toBeNull();
  expect(keptDraft(1, 25)).toBeNull();
});

test('an emptied draft is forgotten, and so is one that was sent', () => {
  keepDraft(1, 24, draft());
  keepDraft(1, 24, draft({ reply: '  ' }));
  expect(keptDraft(1, 24)).toBeNull();

  keepDraft(1, 24, draft());
  forgetDraft(1, 24);
  expect(keptDraft(1, 24)).toBeNull();
});

test('a draft of a month ago and a torn one are not offered', () => {
  keepDraft(1, 24, draft({ at: Date.now() - 31 * 86_400_000 }));
  expect(keptDraft(1, 24)).toBeNull();

  localStorage.setItem('amends.draft.1.24', '{"reply": "half');
  expect(keptDraft(1, 24)).toBeNull();
});

test('a prepared promise is worth keeping without a word, and a draft of an older page has none', () => {
  keepDraft(1, 24, draft({ reply: '', promises: [{ kind: 'appointment', text: 'I call', due_at: 9 }] }));
  expect(keptDraft(1, 24)?.promises).toHaveLength(1);

  const { promises: _none, ...older } = draft();
  localStorage.setItem('amends.draft.1.24', JSON.stringify(older));
  expect(keptDraft(1, 24)?.promises).toEqual([]);
});

test('a machine that keeps nothing breaks nothing', () => {
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('full'); });

  expect(() => keepDraft(1, 24, draft())).not.toThrow();
  full.mockRestore();
});
