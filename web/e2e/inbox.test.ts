// SPDX-License-Identifier: Apache-2.0
// What an agent does with the keyboard and the eyes, as sentences about the desk.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked, moment, onPhone, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

const inbox = (path = '/inbox/mine') => `${path}?lang=en&theme=light&at=${moment}`;

test('j and k walk through the list, the case follows and the address says which', async () => {
  const { page, leave } = await visit(inbox());
  await page.waitForSelector('.composer');
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector('.case h2')?.textContent === 'Η παραγγελία δεν ήρθε');
  expect(await page.getAttribute('[role=listbox]', 'aria-activedescendant')).toBe('case-1002');
  await page.waitForURL('**/inbox/mine/1002*');
  await leave();
});

test('the list is fetched in pages as one scrolls, and the open case stays in the page for a screen reader', async () => {
  const { page, leave } = await visit(inbox());
  await page.waitForSelector('.composer');
  expect(asked('GET', /^\/cases$/)).toHaveLength(1);
  await page.evaluate(() => { document.querySelector('.box')!.scrollTop = 45 * 64; });
  await page.waitForSelector('#case-1055');
  expect(await page.locator('#case-1001').getAttribute('aria-selected')).toBe('true');
  expect(await page.locator('.row').count()).toBeLessThan(40);
  await leave();
});

test('the same finger works on a Persian and a Greek keyboard', async () => {
  const { page, leave } = await visit(inbox());
  await page.waitForSelector('.composer');
  await page.evaluate(() => {
    for (const key of ['ت', 'ξ']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyJ', bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelector('[role=listbox]')?.getAttribute('aria-activedescendant') === 'case-1003');
  await leave();
});

test('a case of no view, an unknown number and an unknown view break nothing', async () => {
  for (const [path, wait] of [['/inbox/mine/999999', '.case .empty'], ['/inbox/nowhere', '.composer'], ['/inbox/closed/1001', '.composer']] as const) {
    const { page, errors, leave } = await visit(inbox(path));
    await page.waitForSelector(wait);
    expect(errors).toEqual([]);
    await leave();
  }
});

test('search finds over all cases and marks what matched; the case opens from there', async () => {
  const { page, leave } = await visit(inbox());
  await page.waitForSelector('.composer');
  await page.keyboard.press('/');
  await page.keyboard.type('Νίκος');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.hits mark');
  expect(new URL(page.url()).searchParams.get('q')).toBe('Νίκος');
  await page.locator('.hits a').first().click();
  await page.waitForSelector('.composer');
  expect(page.url()).toContain('/inbox/all/1002');
  await leave();
});

test('taking, waiting, ending the wait, resolving, closing and reopening by keys', async () => {
  const { page, leave } = await visit(inbox('/inbox/nobody'));
  await page.waitForSelector('.composer');
  await page.keyboard.press('i');
  await page.waitForFunction(() => document.querySelector('.case header .small')?.textContent?.includes('Leila Karimi'));
  await page.keyboard.press('w');
  await page.getByLabel('A partner').check();
  await page.getByLabel('Which partner').fill('Fast Courier');
  await page.getByLabel('What we wait for').fill('tracking report');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.case header .small')?.textContent?.includes('Waiting for Fast Courier'));
  expect(asked('POST', /\/wait$/)[0]!.body).toMatchObject({ waits_on: 'partner', partner: 'Fast Courier', reason: 'tracking report' });
  await page.keyboard.press('w');
  await page.waitForFunction(() => document.querySelector('.case header .small')?.textContent?.includes('· Open ·'));
  await page.keyboard.press('e');
  await page.getByLabel('How it was solved').fill('Sent again.');
  await page.locator('.dialog .primary').click();
  await page.waitForFunction(() => document.querySelector('.bar')?.textContent?.includes('Solved, we think.'));
  await page.keyboard.press('e');
  await page.waitForFunction(() => document.querySelector('.bar')?.textContent?.includes('Closed on'));
  await page.keyboard.press('e');
  await page.waitForFunction(() => document.querySelector('.case header .small')?.textContent?.includes('· Open ·'));
  await leave();
});

test('a hand-over without a summary is refused at its field, with one it says to whom', async () => {
  const { page, leave } = await visit(inbox('/inbox/mine/1001'));
  await page.waitForSelector('.composer');
  await page.keyboard.press('a');
  await page.getByLabel('To whom').selectOption({ label: 'Mikko Laine' });
  await page.getByLabel('Why').selectOption({ label: 'Needs other expertise' });
  await page.locator('.dialog .primary').click();
  await page.getByText('Write a summary for whoever takes over.').waitFor();
  expect(asked('POST', /hand-over/)).toEqual([]);
  await page.getByLabel('Summary').fill('Refund stopped by the bank.');
  await page.locator('.dialog .primary').click();
  await page.waitForFunction(() => document.querySelector('.case header .small')?.textContent?.includes('Mikko Laine'));
  await leave();
});

test('spam and merge can be taken back with z', async () => {
  const { page, leave } = await visit(inbox('/inbox/mine/1001'));
  await page.waitForSelector('.composer');
  await page.getByRole('button', { name: 'Mark as spam' }).click();
  await page.waitForFunction(() => document.querySelector('.bar')?.textContent?.includes('Marked as spam'));
  await page.keyboard.press('z');
  await page.waitForSelector('.composer');
  await page.getByRole('button', { name: 'Merge…' }).click();
  await page.getByLabel('Number, name or words').fill('AM-24816');
  await page.getByRole('button', { name: 'Merge into it AM-24816' }).click();
  await page.waitForFunction(() => document.querySelector('.bar')?.textContent?.includes('Merged into AM-24816'));
  await page.locator('.bar').getByRole('button', { name: 'Undo' }).click();
  await page.waitForSelector('.composer');
  await leave();
});

test('triage: accept by key, undo by key, and nothing is lost', async () => {
  const { page, leave } = await visit(inbox('/triage'));
  await page.waitForSelector('.card.chosen');
  await page.keyboard.press('y');
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 1);
  expect(asked('POST', /triage\/601\/decision$/)[0]!.body).toEqual({ decision: 'accept', case_id: 1001 });
  await page.keyboard.press('z');
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 2);
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 1);
  expect(asked('POST', /triage\/602\/decision$/)[0]!.body).toEqual({ decision: 'new_case' });
  await leave();
});

test('single keys can be switched off, those with Ctrl stay', async () => {
  const { page, leave } = await visit(inbox());
  await page.waitForSelector('.composer');
  await page.keyboard.press('?');
  await page.locator('.switch input').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.palette');
  expect(await page.getAttribute('[role=listbox][aria-activedescendant]', 'aria-activedescendant')).toBe('case-1001');
  await leave();
});

describe('a case number stays one word', () => {
  test.each(['en', 'fa'])('%s', async (tongue) => {
    site.desk.state.me.language = tongue;
    const { page, leave } = await visit(`/inbox/mine/1001?lang=${tongue}&at=${moment}`, { viewport: { width: 330, height: 800 } });
    await page.waitForSelector('.note .ref', { state: 'attached' });
    const torn = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.ref')].filter((ref) => ref.getClientRects().length > 1).length);
    expect(torn).toBe(0);
    await leave();
  });
});

test('on a phone one pane shows at a time and the way back is there', async () => {
  const { page, leave } = await visit(inbox(), onPhone);
  await page.locator('.row .who').nth(2).click();
  await page.waitForSelector('.case h2');
  expect(await page.locator('.list').isVisible()).toBe(false);
  await page.locator('.case header button').first().click();
  expect(await page.locator('.list').isVisible()).toBe(true);
  await leave();
});

test('whoever may only read sees no act that would be refused', async () => {
  site.desk.state.me.role = 'light_agent';
  const { page, leave } = await visit(inbox('/inbox/mine/1001'));
  await page.waitForSelector('.composer.note');
  expect(await page.locator('.modes button').allInnerTexts()).toEqual(['Internal note']);
  expect(await page.locator('.case header .button:visible').count()).toBe(0);
  await page.keyboard.press('r');
  expect(await page.locator('.composer').getAttribute('class')).toContain('note');
  await leave();
});
