// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { createApp, nextTick } from 'vue';
import type { MailLine, NewMailLine } from '@/core/api/settings';
import type { SettingsDesk } from '@/core/api/settingsDesk';
import MailLineForm from './MailLineForm.vue';
import { settingsKey } from './useSettings';

const line: MailLine = { id: 41, kind: 'mail', name: 'Help', address: 'help@desk.example', state: 'up', detail: null, last_in_at: null, last_out_at: null, in: 'lmtp', imap: null, smtp: null, secrets_set_at: null, trusted_authserv: 'mx.desk.example' };

test('whose checks of senders count is shown as it is set, and can be taken back', async () => {
  const told: Partial<NewMailLine>[] = [];
  const desk = { changeChannel: (_id: number, wish: NewMailLine) => { told.push(wish); return Promise.resolve({ ok: true, value: line }); } } as unknown as SettingsDesk;
  const place = document.createElement('div');
  createApp(MailLineForm, { line }).provide(settingsKey, desk).mount(place);
  const field = [...place.querySelectorAll('input')].find((input) => input.value === 'mx.desk.example');
  const save = () => place.querySelector('form')?.dispatchEvent(new Event('submit'));

  save();
  await nextTick();
  if (field) field.value = ' ';
  field?.dispatchEvent(new Event('input'));
  save();

  expect(told.map((wish) => wish.trusted_authserv)).toEqual(['mx.desk.example', '']);
});
