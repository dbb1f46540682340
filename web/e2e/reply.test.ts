// SPDX-License-Identifier: Apache-2.0
// Answering: nothing leaves without a next date, nothing typed is ever lost, and a reply can be taken back while it lies on the table.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked, moment, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

const at = (id: number, more = `&at=${moment}`) => `/inbox/mine/${id}?lang=en&theme=light${more}`;
const sent = () => asked('POST', /\/messages$/).map((each) => each.body);

test('a reply tells the next update that was suggested, shows at once, and comes back whole when undone', async () => {
  const { page, errors, leave } = await visit(at(1001));
  await page.waitForSelector('.composer');
  await page.keyboard.press('r');
  await page.keyboard.type('I am on it, Aino.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Your reply goes out in a few seconds.').waitFor();
  expect(sent()[0]).toMatchObject({ text: 'I am on it, Aino.', next_update_at: Date.parse(moment) + 25 * 3_600_000 });
  await page.waitForFunction(() => [...document.querySelectorAll('.message.ours')].some((each) => each.textContent?.includes('I am on it, Aino.')));
  expect(await page.locator('.paper').inputValue()).toBe('');
  await page.locator('.toasts .button').click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.paper')?.value === 'I am on it, Aino.');
  await page.waitForFunction(() => ![...document.querySelectorAll('.message.ours')].some((each) => each.textContent?.includes('I am on it, Aino.')));
  expect(errors).toEqual([]);
  await leave();
});

test('undone from another case, the text is where it was written', async () => {
  const { page, leave } = await visit(at(1001));
  await page.waitForSelector('.composer');
  await page.keyboard.press('r');
  await page.keyboard.type('Wait, not yet.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Your reply goes out in a few seconds.').waitFor();
  await page.locator('#case-1002').click();
  await page.waitForFunction(() => document.querySelector('.case h2')?.textContent?.startsWith('Η παραγγελία'));
  await page.keyboard.press('z');
  await page.waitForFunction(() => document.querySelector('.case h2')?.textContent?.startsWith('Refund') && document.querySelector<HTMLTextAreaElement>('.paper')?.value === 'Wait, not yet.');
  await leave();
});

test('the desk’s refusal stands at the date it names, and the text stays', async () => {
  site.desk.find(1001).suggested_update_at = null;
  const { page, leave } = await visit(at(1001));
  await page.waitForSelector('.composer');
  await page.keyboard.press('r');
  await page.keyboard.type('Hello.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.plan [role=alert]', { hasText: 'Say when the customer hears from us next.' }).waitFor();
  expect(await page.locator('.paper').inputValue()).toBe('Hello.');
  await page.locator('.plan .when').click();
  await page.locator('.quick button').first().click();
  await page.locator('.due-dialog .primary').click();
  await page.locator('.composer footer .primary').click();
  await page.getByText('Your reply goes out in a few seconds.').waitFor();
  await leave();
});

test('a reply that ends the case resolves it, one without a date says why', async () => {
  const { page, leave } = await visit(at(1002));
  await page.waitForSelector('.composer');
  await page.keyboard.press('r');
  await page.keyboard.type('Nothing is known yet.');
  await page.getByText('No date, because').click();
  await page.getByLabel('Why no date can be told').fill('the bank is closed');
  await page.locator('.composer footer .primary').click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.paper')?.value === '');
  await page.locator('.paper').fill('It is paid.');
  await page.getByText('This ends the case').click();
  expect(await page.locator('.composer footer .primary').innerText()).toBe('Send and resolve');
  await page.locator('.composer footer .primary').click();
  await page.waitForFunction(() => document.querySelector('.bar')?.textContent?.includes('Solved, we think.'));
  expect(sent()).toMatchObject([{ reason: 'the bank is closed' }, { text: 'It is paid.', final: true }]);
  expect(sent()[1]).not.toHaveProperty('next_update_at');
  await leave();
});

test('a message that arrives while one writes is shown above the text and must be read first', async () => {
  const { page, leave } = await visit(at(1001));
  await page.waitForSelector('.composer');
  await page.keyboard.press('r');
  await page.keyboard.type('As you said,');
  const of = site.desk.find(1001);
  site.desk.arrive(of, site.desk.message(of, { at: Date.parse(moment) + 1000, direction: 'in', text: 'Forget it, the money is here.' }));
  await page.locator('.stale', { hasText: 'the money is here' }).waitFor();
  await page.locator('.paper').press('Control+Enter');
  await page.locator('.composer .refusal', { hasText: 'A newer message has arrived.' }).waitFor();
  await page.getByRole('button', { name: 'I have read it' }).click();
  await page.locator('.composer footer .primary').click();
  await page.getByText('Your reply goes out in a few seconds.').waitFor();
  await leave();
});

test('what is typed is at the desk a second later, and here at once: a closed tab loses nothing', async () => {
  const first = await visit(at(1001, ''));
  await first.page.waitForSelector('.composer');
  await first.page.keyboard.press('r');
  await first.page.keyboard.type('Half a sentence');
  await first.page.getByText('Draft saved').waitFor();
  expect(site.desk.find(1001).draft?.text).toBe('Half a sentence');
  await first.leave();

  const second = await visit(at(1001, ''));
  await second.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.paper')?.value === 'Half a sentence');
  site.desk.state.refusals.set('PUT /cases/1001/draft', [503, {}]);
  await second.page.locator('.paper').fill('Half a sentence and more');
  await second.page.getByText('Draft kept on this machine').waitFor();
  await second.page.reload();
  await second.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.paper')?.value === 'Half a sentence and more');
  await second.leave();
});

test('a note looks different, goes to colleagues only and leaves the reply alone', async () => {
  const { page, leave } = await visit(at(1001));
  await page.waitForSelector('.composer');
  await page.keyboard.press('r');
  await page.keyboard.type('For the customer');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('Only for us.');
  expect(await page.locator('.composer .primary').innerText()).toBe('Save note');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => [...document.querySelectorAll('.message.note')].at(-1)?.textContent?.includes('Only for us.'));
  expect(sent()).toEqual([]);
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  expect(await page.locator('.paper').inputValue()).toBe('For the customer');
  await leave();
});

test('files come by button, by paste and by drop; one that is refused says so and the others stay', async () => {
  const { page, leave } = await visit(at(1001));
  await page.waitForSelector('.composer');
  await page.locator('.composer input[type=file]').setInputFiles({ name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
  await page.getByRole('button', { name: 'Remove bill.pdf' }).waitFor();
  await page.locator('.composer input[type=file]').setInputFiles({ name: 'huge.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(1_200_000) });
  await page.getByText('The file is larger than 1 MB.').waitFor();
  await page.getByRole('button', { name: 'Remove huge.bin' }).click();
  await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['y'], 'pasted.png', { type: 'image/png' }));
    document.querySelector('.paper')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }));
    const dropped = new DataTransfer();
    dropped.items.add(new File(['z'], 'dropped.txt', { type: 'text/plain' }));
    document.querySelector('.composer')!.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: 'Remove pasted.png' }).waitFor();
  await page.getByRole('button', { name: 'Remove dropped.txt' }).waitFor();
  await page.locator('.paper').fill('Here they are.');
  await page.locator('.composer footer .primary').click();
  await page.getByText('Your reply goes out in a few seconds.').waitFor();
  expect((sent()[0] as { attachments: number[] }).attachments).toHaveLength(3);
  await leave();
});

test('who writes on at once after r closes no case by the letter e', async () => {
  const { page, leave } = await visit(at(1001));
  await page.waitForSelector('.composer');
  for (const key of ['r', 'e', 'a', 'w']) await page.keyboard.press(key);
  expect(await page.locator('.dialog').count()).toBe(0);
  expect(await page.locator('.paper').inputValue()).toBe('eaw');
  await leave();
});

test('a message nobody knows the fate of asks, and is never sent again by itself', async () => {
  const { page, leave } = await visit(at(1003));
  await page.getByText('Do you know whether it arrived?').waitFor();
  await page.getByRole('button', { name: 'It arrived' }).click();
  await page.waitForFunction(() => !document.querySelector('.fate .deeds'));
  expect(asked('POST', /decision$/)[0]!.body).toEqual({ decision: 'sent' });
  await leave();
});

test('a message says why it is here and can be moved out', async () => {
  const { page, leave } = await visit(at(1001));
  await page.getByRole('button', { name: 'Why is this here?' }).last().click();
  await page.getByText('It answers a mail of ours').waitFor();
  await page.getByRole('button', { name: 'Make it a new case' }).click();
  await page.getByText('The message has been moved.').waitFor();
  await page.waitForFunction(() => !document.querySelector('.timeline')?.textContent?.includes('Is anybody there?'));
  await leave();
});

test('in Persian the calendar is Jalali and begins the week on Saturday', async () => {
  site.desk.state.me.language = 'fa';
  const { page, leave } = await visit(`/inbox/mine/1001?lang=fa&at=${moment}`);
  await page.locator('.plan .when').click();
  await page.waitForSelector('.calendar .day');
  const calendar = await page.locator('.calendar').innerText();
  expect(calendar).toContain('آذر');
  expect(calendar).toContain('۱۴۰۵');
  expect(await page.locator('.calendar th').first().innerText()).toBe('ش');
  await leave();
});

test('Persian text runs from the right inside the English interface, an English paragraph after it does not', async () => {
  const { page, leave } = await visit(at(1003));
  await page.waitForSelector('.timeline .prose');
  const sides = await page.evaluate(() => [...document.querySelector('.timeline .message')!.querySelectorAll('.prose')].map((each) => getComputedStyle(each).direction));
  expect(sides).toEqual(['rtl', 'ltr']);
  await leave();
});
