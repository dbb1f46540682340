// SPDX-License-Identifier: Apache-2.0
// Promises in the words of a reply, in the bar above a case, and in its list: nothing is promised without somebody's press.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { asked, faultsOf, moment, onPhone, overflows, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

const now = Date.parse(moment);
const hour = 3_600_000;
const at = (id: number, tongue = 'en') => `/inbox/mine/${id}?lang=${tongue}&theme=light&at=${moment}`;
const sent = () => asked('POST', /\/messages$/).map((each) => each.body);

async function write(page: Page, text: string) {
  await page.waitForSelector('.composer');
  await page.keyboard.press('r');
  await page.keyboard.type(text);
}

test('words that promise are offered as a promise, and one press adds them with their day', async () => {
  const { page, errors, leave } = await visit(at(1005));
  await write(page, 'Αγαπητή Ελένη. I will call you by Friday. Thank you.');
  await page.locator('.offer', { hasText: 'I will call you by Friday.' }).waitFor();
  expect(await page.locator('.offer').innerText()).toContain('24 November');
  expect(await page.locator('.offer').innerText()).not.toContain('Ελένη');
  await page.getByRole('button', { name: 'Add it as a promise' }).click();
  expect(await page.getByLabel('What will happen').inputValue()).toBe('I will call you by Friday.');
  expect(await page.getByLabel('An appointment').isChecked()).toBe(true);
  await page.locator('.dialog .primary').click();
  await page.locator('.chips li', { hasText: 'I will call you by Friday.' }).waitFor();
  await page.locator('.offer').waitFor({ state: 'detached' });
  expect(await page.locator('.composer footer .primary').innerText()).toBe('Send with the promise');
  await page.locator('.composer footer .primary').click();
  await page.getByText('Your reply goes out in a few seconds.').waitFor();
  expect(sent()[0]).toMatchObject({ promises: [{ kind: 'appointment', text: 'I will call you by Friday.', due_at: now + 50 * hour }] });
  expect(sent()[0]).not.toHaveProperty('not_a_promise');
  expect(errors).toEqual([]);
  await leave();
});

test('a reply taken back brings its promises back', async () => {
  const { page, leave } = await visit(at(1005));
  await write(page, 'I will call you by Friday.');
  await page.getByRole('button', { name: 'Add it as a promise' }).click();
  await page.locator('.dialog .primary').click();
  await page.locator('.composer footer .primary').click();
  await page.getByText('Your reply goes out in a few seconds.').waitFor();
  await page.locator('.chips li').waitFor({ state: 'detached' });
  await page.locator('.toasts .button').click();
  await page.locator('.chips li', { hasText: 'I will call you by Friday.' }).waitFor();
  await leave();
});

test('sent before anybody chose, the desk refuses and both choices stand there; none is told as none', async () => {
  const { page, leave } = await visit(at(1005));
  await write(page, 'I will repair it.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.offer[role=alert]', { hasText: 'I will repair it.' }).waitFor();
  expect(await page.locator('.composer .refusal').count()).toBe(0);
  await page.getByRole('button', { name: 'It is none' }).click();
  await page.locator('.offer').waitFor({ state: 'detached' });
  await page.locator('.composer footer .primary').click();
  await page.getByText('Your reply goes out in a few seconds.').waitFor();
  expect(sent()).toHaveLength(2);
  expect(sent()[0]).not.toHaveProperty('not_a_promise');
  expect(sent()[1]).toMatchObject({ not_a_promise: true });
  await leave();
});

test('words said to be no promise are left alone, other words are asked about anew', async () => {
  const { page, leave } = await visit(at(1005));
  await write(page, 'I will see.');
  await page.getByRole('button', { name: 'It is none' }).click();
  await page.locator('.paper').fill('I will see. Or not.');
  await page.waitForTimeout(1000);
  expect(await page.locator('.offer').count()).toBe(0);
  await page.locator('.paper').fill('I will pay you by Friday.');
  await page.locator('.offer', { hasText: 'I will pay you by Friday.' }).waitFor();
  await leave();
});

test('the next update that a reply tells answers for words that promise no more', async () => {
  const { page, leave } = await visit(at(1005));
  await write(page, 'I will write to you by Friday.');
  await page.waitForTimeout(1200);
  expect(asked('POST', /\/reading$/).length).toBeGreaterThan(0);
  expect(await page.locator('.offer').count()).toBe(0);
  await page.getByText('No date, because').click();
  await page.locator('.offer').waitFor();
  await leave();
});

test('a prepared promise is kept with the draft, can be changed, and a refusal stands at the one it means', async () => {
  const { page, leave } = await visit(at(1005).replace(`&at=${moment}`, ''));
  await write(page, 'Dear Eleni,');
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.getByLabel('What will happen').fill('A new invoice');
  await page.getByLabel('An appointment').check();
  await page.locator('.dialog .primary').click();
  await page.getByText('Draft saved').waitFor();
  expect(site.desk.find(1005).draft?.promises).toMatchObject([{ kind: 'appointment', text: 'A new invoice' }]);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.locator('.chips li', { hasText: 'A new invoice' }).waitFor();
  await page.getByRole('button', { name: 'Change the promise: A new invoice' }).click();
  await page.getByLabel('What will happen').fill('A right invoice');
  await page.locator('.dialog .primary').click();
  site.desk.state.refusals.set('POST /cases/1005/messages', [422, { kind: 'invalid', code: 'promise.due_in_past', field: 'promises.0.due_at', title: 'The time of the promise has passed.' }]);
  await page.locator('.composer footer .primary').click();
  await page.locator('.chips li [role=alert]', { hasText: 'The time of the promise has passed.' }).waitFor();
  expect(await page.locator('.composer .refusal').count()).toBe(0);
  await page.getByRole('button', { name: 'Remove the promise: A right invoice' }).click();
  expect(await page.locator('.chips li').count()).toBe(0);
  await leave();
});

test('a result says what history supports, and an earlier day asks why', async () => {
  const { page, leave } = await visit(at(1005));
  await page.waitForSelector('.composer');
  await page.keyboard.press('p');
  await page.getByText(/Cases like this: half by Tuesday,? 24 November/).waitFor();
  await page.getByLabel('What will happen').fill('Refund paid');
  await page.getByLabel('A result').check();
  await page.getByLabel('This is earlier than that. Why will it hold?').waitFor();
  await page.locator('.dialog .primary').click();
  await page.getByText('Write the reason, or choose a later time.').waitFor();
  await page.getByLabel('This is earlier than that. Why will it hold?').fill('the bank has it already');
  await page.locator('.dialog .primary').click();
  await page.locator('.chips li', { hasText: 'the bank has it already' }).waitFor();
  await leave();
});

test('without enough history only a clause or a fact carries a result', async () => {
  site.desk.state.honest = { n: 12, topic: '', type: 'request', half_at: null, eight_in_ten_at: null, nine_in_ten_at: null };
  const { page, leave } = await visit(at(1005));
  await page.waitForSelector('.composer');
  await page.keyboard.press('p');
  await page.getByText('12 earlier cases of this kind').waitFor();
  expect(await page.getByLabel('A result').isDisabled()).toBe(true);
  await page.getByLabel('A clause').check();
  await page.getByLabel('A result').check();
  await page.getByLabel('What will happen').fill('Replaced');
  await page.getByLabel('Which clause').fill('4.2 of the contract');
  await page.locator('.dialog .primary').click();
  await page.locator('.chips li', { hasText: '4.2 of the contract' }).waitFor();
  await leave();
});

test.each(['en', 'fa'])('the words about promises are sound on a desk and on a phone: %s', async (tongue) => {
  site.desk.state.me.language = tongue;
  for (const options of [{}, onPhone]) {
    const { page, errors, leave } = await visit(at(1001, tongue), { reducedMotion: 'reduce', ...options });
    await page.waitForSelector('.composer');
    await page.locator('.paper').fill('I will call you by Friday.');
    await page.waitForSelector('.offer');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.offer .button').first().click();
    await page.waitForSelector('.dialog .calendar .day');
    await page.waitForSelector('.dialog .bases, .dialog p.small');
    for (const dark of [false, true]) {
      await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await faultsOf(page), dark ? 'dark' : 'light').toEqual([]);
    }
    await page.locator('.dialog .primary').click();
    await page.waitForSelector('.chips li');
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(errors).toEqual([]);
    await page.evaluate(() => localStorage.clear());
    site.desk.find(1001).draft = null;
    await leave();
  }
});

const owed = (more: object) => ({ ...site.desk.find(1001).promises[0]!, id: 90, text: 'Machine repaired', state: 'open', made_at: now - 48 * hour, due_at: now + 2 * hour, original_due_at: now + 2 * hour, ended_at: null, ...more });

// It is what is said first: the next update comes after it.
function owes(more: object) {
  Object.assign(site.desk.find(1001), { promises: [owed(more)], next_update_at: now + 5 * hour });
}

test('what is done late asks for what one can see, and stays broken in the list', async () => {
  const { page, leave } = await visit(at(1001));
  await page.locator('.bar').getByRole('button', { name: 'Done now, late' }).click();
  await page.getByLabel('By what one can see that it was done').fill('receipt 12');
  await page.locator('.dialog .primary').click();
  await page.getByText('It is recorded as done.').waitFor();
  expect(asked('POST', /\/promises\/71\/fulfilment$/)[0]!.body).toEqual({ evidence: 'receipt 12' });
  await page.locator('.bar .all').click();
  await page.locator('.dialog li.broken', { hasText: 'receipt 12' }).waitFor();
  expect(await page.locator('.dialog li .button').count()).toBe(0);
  await leave();
});

test('a promise moves by the customer’s own message; asking first puts the question into the reply and warns', async () => {
  owes({});
  const { page, leave } = await visit(at(1001));
  await page.locator('.bar').getByRole('button', { name: 'New date' }).click();
  await page.locator('.dialog .primary').click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.paper')?.value.includes('23. marraskuuta'));
  expect(await page.locator('.warns input').isChecked()).toBe(true);
  await page.locator('.bar').getByRole('button', { name: 'New date' }).click();
  await page.getByLabel('They agreed').check();
  await page.locator('.theirs input').first().check();
  await page.locator('.dialog .primary').click();
  await page.getByText('The promise has its new date.').waitFor();
  expect(asked('POST', /\/promises\/90\/move$/)[0]!.body).toMatchObject({ message_id: expect.any(Number), due_at: expect.any(Number) });
  await leave();
});

test('at risk, the bar asks its keeper, and the answer is told', async () => {
  owes({ asked_at: now - hour });
  const { page, leave } = await visit(at(1001));
  await page.locator('.risk').getByRole('button', { name: 'I will keep it' }).click();
  await page.locator('.risk').waitFor({ state: 'detached' });
  expect(asked('POST', /\/promises\/90\/confirmation$/)).toHaveLength(1);
  await page.locator('.bar').getByRole('button', { name: 'Released' }).click();
  await page.getByLabel('It was said, not written').check();
  await page.getByLabel('What they said, and how').fill('“never mind”, by phone');
  await page.locator('.dialog .primary').click();
  await page.getByText('The promise is released.').waitFor();
  expect(site.desk.find(1001).promises[0]).toMatchObject({ state: 'released', agreed: '“never mind”, by phone' });
  await leave();
});

test('what a partner promised by phone is noted', async () => {
  const { page, leave } = await visit(at(1001));
  await page.locator('.bar .all').click();
  await page.locator('.dialog').getByRole('button', { name: 'Note a promise' }).click();
  await page.getByLabel('What will happen').fill('Parcel found');
  await page.getByLabel('A partner').check();
  await page.getByLabel('Which partner').fill('Fast Courier');
  await page.getByLabel('A result').check();
  await page.locator('.dialog .primary').click();
  await page.getByText('The promise is noted.').waitFor();
  expect(asked('POST', /\/cases\/1001\/promises$/)[0]!.body).toMatchObject({ side: 'partner', told_how: 'call', partner: 'Fast Courier', kind: 'outcome', text: 'Parcel found' });
  await leave();
});

test.each(['en', 'fa'])('the bar’s dialogs are sound on a desk and on a phone: %s', async (tongue) => {
  site.desk.state.me.language = tongue;
  owes({ asked_at: now - hour });
  for (const options of [{}, onPhone]) {
    const { page, errors, leave } = await visit(at(1001, tongue), { reducedMotion: 'reduce', ...options });
    for (const press of ['.bar .all', '.bar .deeds .button >> nth=0', '.bar .deeds .button >> nth=1', '.bar .deeds .button >> nth=2']) {
      await page.locator(press).click();
      await page.waitForSelector('.dialog .form');
      for (const dark of [false, true]) {
        await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
        await page.evaluate(() => new Promise(requestAnimationFrame));
        expect(await faultsOf(page), `${press} ${dark ? 'dark' : 'light'}`).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await page.waitForSelector('.dialog', { state: 'detached' });
    }
    expect(await overflows(page)).toBe(false);
    expect(errors).toEqual([]);
    await leave();
  }
});

test('a call is recorded with what became of it, and what was promised in it is noted next', async () => {
  const { page, errors, leave } = await visit(at(1005));
  await page.waitForSelector('.composer');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('button', { name: 'Record the call' }).click();
  await page.getByText('Write down what was said, or that nobody answered.').waitFor();
  await page.getByLabel('What was said').fill('She waits for the invoice.');
  await page.getByLabel(/Something was promised/).check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Record the call' }).click();
  await page.getByLabel('What will happen').fill('A new invoice');
  await page.locator('.dialog .primary').click();
  await page.waitForSelector('.dialog', { state: 'detached' });
  expect(asked('POST', /\/calls$/).at(-1)!.body).toEqual({ reached: true, summary: 'She waits for the invoice.' });
  expect(asked('POST', /^\/cases\/1005\/promises$/)[0]!.body).toMatchObject({ side: 'us', told_how: 'call' });
  expect(errors).toEqual([]);
  await leave();
});

test('in quiet hours the desk refuses the call in its own words, and the dialog stays', async () => {
  site.desk.state.refusals.set('POST /cases/1005/calls', [409, { kind: 'conflict', code: 'contact.quiet_hours', title: 'It is night where this customer lives.' }]);
  const { page, leave } = await visit(at(1005));
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByLabel('What was said').fill('We spoke.');
  await page.getByRole('button', { name: 'Record the call' }).click();
  await page.locator('.dialog [role=alert]', { hasText: 'It is night where this customer lives.' }).waitFor();
  expect(await page.getByLabel('What was said').inputValue()).toBe('We spoke.');
  await leave();
});
