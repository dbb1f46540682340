// SPDX-License-Identifier: Apache-2.0
// The promises board: what is due when, walked with the keys, and figures that open what they count.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked, faultsOf, moment, onPhone, overflows, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

// A call that is due in an hour.
const call = 9001;
function owesCall() {
  const of = site.desk.find(1005)!;
  of.promises.push({ ...site.desk.find(1001)!.promises[0]!, id: call, kind: 'appointment', text: 'We call you', state: 'open', ended_at: null, due_at: site.desk.state.now + 3_600_000 });
  return of.promises.at(-1)!;
}

const board = `/promises?lang=en&theme=light&at=${moment}`;

test('what is late stands first, and a promise is made good where it stands', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('.columns .card');
  const late = page.locator('.columns section').first();
  expect(await late.locator('h2').textContent()).toContain('Late 2');
  await late.getByText('Done now, late').click();
  await page.locator('.dialog .field').fill('Receipt 4711');
  await page.locator('.dialog .primary').click();
  await page.waitForFunction(() => document.querySelector('.columns section h2')?.textContent?.includes('1'));
  expect(asked('POST', /^\/promises\/71\/fulfilment$/)).toHaveLength(1);
  await leave();
});

test('h, l, j and k walk over the board and Enter opens the case', async () => {
  const { page, leave } = await visit(`/inbox/mine?lang=en&at=${moment}`);
  await page.waitForSelector('.composer');
  for (const key of ['g', 'p']) await page.keyboard.press(key);
  await page.waitForSelector('.columns .card[aria-current]');
  expect(await page.locator('.card[aria-current]').textContent()).toContain('AM-24817');
  for (const key of ['l', 'j']) await page.keyboard.press(key);
  expect(await page.locator('.card[aria-current]').textContent()).toContain('AM-24814');
  for (const key of ['h', 'k', 'Enter']) await page.keyboard.press(key);
  await page.waitForURL('**/inbox/all/1001*');
  await leave();
});

test('news are owed by writing: an update leads to the composer', async () => {
  const { page, leave } = await visit(board);
  await page.locator('.columns section').nth(1).getByText('Write now').first().click();
  await page.waitForSelector('.paper:focus');
  await leave();
});

test('a column shows twenty and says how many more there are, and the whole of it is a press away', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('.columns .card');
  const week = page.locator('.columns section').nth(3);
  expect(await week.locator('.card').count()).toBe(20);
  await week.locator('.more').click();
  await page.waitForSelector('.whole .card');
  expect(await page.locator('.whole .card').count()).toBe(50);
  await page.getByText('Show more').click();
  await page.waitForFunction(() => document.querySelectorAll('.whole .card').length > 50);
  await leave();
});

test('a figure of fewer than five hides its value, one of fewer than thirty is grey, and each opens what it counts', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('.strip .figure');
  expect(await page.locator('.figure.hidden').textContent()).toContain('–');
  expect(await page.locator('.figure.grey').textContent()).toContain('75%');
  await page.locator('.figure').first().click();
  await page.waitForSelector('.behind li');
  expect(asked('GET', /^\/figures\/promises\/cases$/)).toHaveLength(1);
  await page.keyboard.press('Escape');
  await page.getByText('What these figures mean').click();
  expect(await page.locator('.dialog').textContent()).toContain('kept / (kept + broken)');
  await leave();
});

test('a promise that is not due yet gets a new date on the board by the word of the customer; a late one does not', async () => {
  const own = owesCall();
  const { page, errors, leave } = await visit(board);
  await page.waitForSelector('.columns .card');
  const late = page.locator('.columns section').first();
  expect(await late.getByText('New date').count()).toBe(0);
  expect(await late.getByText('Hand over').count()).toBeGreaterThan(0);
  await page.locator(`#promise-${call}`).getByText('New date').click();
  await page.getByLabel('They agreed').check();
  const words = page.getByLabel('What they said, and how');
  if (!(await words.count())) await page.getByLabel('It was said, not written').check();
  await words.fill('By phone: fine.');
  await page.locator('.dialog .primary').click();
  await page.waitForSelector('.dialog', { state: 'detached' });
  expect(asked('POST', new RegExp(`^/promises/${call}/move$`))).toHaveLength(1);
  expect(own.state).toBe('moved');
  expect(errors).toEqual([]);
  await leave();
});

test('the question whether a new date suits goes into the reply of its case, and nowhere into the address', async () => {
  owesCall();
  const { page, leave } = await visit(board);
  await page.waitForSelector('.columns .card');
  await page.locator(`#promise-${call}`).getByText('New date').click();
  await page.getByText('Put it into my reply').click();
  await page.waitForSelector('.paper:focus');
  await page.waitForFunction(() => (document.querySelector('.paper') as HTMLTextAreaElement).value.length > 20);
  expect(page.url()).not.toContain('ask');
  expect(await page.locator('.warns input').first().isChecked()).toBe(true);
  await leave();
});

test('a case is handed over from the board', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('.columns .card');
  await page.locator('.columns section').first().getByText('Hand over').first().click();
  await page.getByLabel('To whom').selectOption({ index: 1 });
  await page.getByLabel('Why').selectOption('overload');
  await page.getByLabel('Summary').fill('The parcel is lost.');
  await page.locator('.dialog .primary').click();
  await page.waitForSelector('.dialog', { state: 'detached' });
  expect(asked('POST', /\/hand-over$/)).toHaveLength(1);
  await leave();
});

test('whether dates are honest stands there with n and interval, and says so when they are not', async () => {
  const { page, leave } = await visit(board);
  expect(await page.locator('.calibration').innerText()).toMatch(/80%.*81%.*75% to 86%.*n = 214.*12 undecided/s);
  await page.getByText('Show as a table').click();
  expect(await page.locator('.strip tbody tr').last().innerText()).toMatch(/3\s+–\s+–/);
  Object.assign(site.desk.state, { calibration: { nominal: 0.8, n: 3, kept: null, limits: null, alarm: false, aimed_at: 0.8, undecided: 2 } });
  await page.reload();
  await page.getByText('too few to say').waitFor();
  Object.assign(site.desk.state, { calibration: { nominal: 0.8, n: 90, kept: 0.6, limits: { lo: 0.5, hi: 0.69 }, alarm: true, aimed_at: 0.9, undecided: 2 } });
  await page.reload();
  await page.getByText('chance does not explain it').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await leave();
});

test('on a phone, in Persian and in the dark, the board neither overflows nor hides anything', async () => {
  const { page, leave } = await visit(`/promises?lang=fa&theme=dark&at=${moment}`, onPhone);
  await page.waitForSelector('.columns .card');
  await page.waitForSelector('.calibration');
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  await leave();
});
