// SPDX-License-Identifier: Apache-2.0
// What an agent does with the keyboard and the eyes, as sentences about the desk.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moment, onPhone, raise, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);

const inbox = (more = '') => `/inbox/mine?lang=en&theme=light&at=${moment}${more}`;

test('j and k walk through the list and the case follows', async () => {
  const { page, leave } = await visit(inbox());
  await page.waitForSelector('.editor');
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector('.case h2')?.textContent === 'Η παραγγελία δεν ήρθε');
  expect(await page.getAttribute('[role=listbox]', 'aria-activedescendant')).toBe('case-2');
  await page.waitForURL('**/AM-24816*');
  await leave();
});

test('the open case stays in the page for a screen reader when the list is scrolled away', async () => {
  const { page, leave } = await visit(inbox());
  await page.waitForSelector('.editor');
  await page.evaluate(() => { document.querySelector('.box')!.scrollTop = 200_000; });
  await page.waitForFunction(() => document.querySelectorAll('.row').length > 5 && !document.querySelector('#case-20'));
  expect(await page.locator('#case-1').getAttribute('aria-selected')).toBe('true');
  await leave();
});

test('the same finger works on a Persian and a Greek keyboard', async () => {
  const { page, leave } = await visit(inbox());
  await page.waitForSelector('.editor');
  await page.evaluate(() => {
    for (const key of ['ت', 'ξ']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyJ', bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelector('[role=listbox]')?.getAttribute('aria-activedescendant') === 'case-3');
  await leave();
});

test('a search that matches nothing says so, closes the case and breaks nothing', async () => {
  const { page, errors, leave } = await visit(inbox());
  await page.waitForSelector('.editor');
  await page.keyboard.press('/');
  await page.keyboard.type('no such words');
  await page.waitForSelector('.case .empty');
  expect(await page.locator('.list .empty').innerText()).toContain('No case matches “no such words”.');
  expect(await page.locator('.context').count()).toBe(0);
  await page.locator('.list .empty button').click();
  await page.waitForSelector('.case .editor');
  expect(errors).toEqual([]);
  await leave();
});

test('an empty view and an address of no case break nothing either', async () => {
  for (const path of ['/inbox/closed', '/inbox/mine/AM-99999999']) {
    const { page, errors, leave } = await visit(`${path}?lang=en&at=${moment}`);
    await page.waitForSelector('.case');
    await page.waitForTimeout(300);
    expect(errors).toEqual([]);
    await leave();
  }
});

describe('a case number stays one word', () => {
  test.each(['en', 'fa'])('%s', async (tongue) => {
    const { page, leave } = await visit(`/inbox/mine?lang=${tongue}&at=${moment}`, { viewport: { width: 330, height: 800 } });
    await page.locator('.row').first().click();
    await page.waitForSelector('.note .ref');
    const torn = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.ref')].filter((ref) => ref.getClientRects().length > 1).length);
    expect(torn).toBe(0);
    const turned = await page.evaluate(() => {
      const letters = document.querySelector('.note .ref')!.firstChild!;
      const left = (at: number) => { const range = document.createRange(); range.setStart(letters, at); range.setEnd(letters, at + 1); return range.getBoundingClientRect().left; };
      return left(0) > left(7);
    });
    expect(turned).toBe(false);
    await leave();
  });
});

describe('writing', () => {
  test('a promise is noticed, prepared, told in the reply and counted down', async () => {
    const { page, errors, leave } = await visit(inbox());
    await page.waitForSelector('.editor');
    await page.keyboard.press('r');
    await page.keyboard.type('I am sorry, Aino. I will call you by Friday.');
    await page.waitForSelector('.promised');
    await page.locator('.promised button').click();
    await page.waitForSelector('.calendar');
    await page.locator('.quick button').first().click();
    await page.locator('.dialog .primary').click();
    await page.waitForSelector('.promised.made');
    expect(await page.locator('.composer .primary').innerText()).toContain('Send with the promise');
    expect(await page.locator('.bar').innerText()).not.toContain('I will call you by Friday');
    await page.locator('.composer .primary').click();
    await page.waitForFunction(() => document.querySelector('.bar')?.textContent?.includes('I will call you by Friday'));
    await page.locator('.toasts button').click();
    await page.waitForFunction(() => document.querySelector('.bar')?.textContent?.includes('Refund of €84.00'));
    expect(errors).toEqual([]);
    await leave();
  });

  test('a result cannot be promised on too little, nor sooner than history says without a reason', async () => {
    const { page, leave } = await visit(`/inbox/mine/AM-24815?lang=en&at=${moment}`);
    await page.waitForSelector('.editor');
    await page.keyboard.press('p');
    await page.waitForSelector('.calendar');
    expect(await page.getByLabel('A result').isDisabled()).toBe(true);
    expect(await page.locator('.kinds p').innerText()).toContain('12 earlier cases of this kind: too few');
    await page.keyboard.press('Escape');
    await page.locator('#case-1').click();
    await page.waitForFunction(() => document.querySelector('.case h2')?.textContent?.startsWith('Refund'));
    await page.waitForSelector('.editor');
    await page.locator('.bar .deeds button').last().click();
    await page.locator('.dialog textarea').fill('The money is on your account');
    await page.getByLabel('A result').check();
    await page.locator('.quick button').first().click();
    await page.locator('.dialog .primary').click();
    await page.getByText('Write the reason, or choose a later time.').waitFor();
    await leave();
  });

  test('a snippet is inserted whole and its menu is announced', async () => {
    const { page, leave } = await visit(inbox());
    await page.waitForSelector('.editor');
    await page.keyboard.press('r');
    await page.keyboard.type('/ref');
    await page.waitForSelector('.offers');
    expect(await page.getAttribute('.editor', 'aria-activedescendant')).toBe('offer-0');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.editor')?.textContent?.startsWith('Your refund takes these steps'));
    await leave();
  });

  test('who writes on at once after r closes no case by the letter e', async () => {
    const { page, leave } = await visit(inbox());
    await page.waitForSelector('.editor');
    await page.evaluate(() => {
      for (const key of ['r', 'e', 'a', 'w']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => document.activeElement?.classList.contains('editor'));
    expect(await page.locator('.toasts p').count()).toBe(0);
    await leave();
  });

  test('a note cannot be taken for a reply', async () => {
    const { page, leave } = await visit(inbox());
    await page.waitForSelector('.editor');
    await page.keyboard.press('n');
    await page.keyboard.type('Only for us.');
    expect(await page.locator('.composer').getAttribute('class')).toContain('note');
    expect(await page.locator('.composer .primary').innerText()).toBe('Save note');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(() => [...document.querySelectorAll('.message.note')].at(-1)?.textContent?.includes('Only for us.'));
    await leave();
  });

  test('Persian text runs from the right inside the English interface', async () => {
    const { page, leave } = await visit(inbox());
    await page.waitForSelector('.editor');
    await page.keyboard.press('r');
    await page.keyboard.insertText('تست فارسی و English با هم');
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.editor p')!).direction)).toBe('rtl');
    await leave();
  });
});

test('in Persian the calendar is Jalali and begins the week on Saturday', async () => {
  const { page, leave } = await visit(`/inbox/mine?lang=fa&at=${moment}`);
  await page.waitForSelector('.editor');
  await page.keyboard.press('p');
  await page.waitForSelector('.calendar .day');
  const calendar = await page.locator('.calendar').innerText();
  expect(calendar).toContain('آذر');
  expect(calendar).toContain('۱۴۰۵');
  expect(await page.locator('.calendar th').first().innerText()).toBe('ش');
  await leave();
});

describe('a promise card stays inside its column', () => {
  test.each(['en', 'fi', 'el', 'fa'].flatMap((tongue) => [360, 760, 1440].map((width) => [tongue, width] as const)))('%s at %i px', async (tongue, width) => {
    const { page, leave } = await visit(`/promises?lang=${tongue}&at=${moment}`, { viewport: { width, height: 800 } });
    await page.waitForSelector('.card');
    const outside = await page.evaluate(() => [...document.querySelectorAll('.card')].filter((card) => {
      const [inner, outer] = [card.getBoundingClientRect(), card.closest('section')!.getBoundingClientRect()];
      const parts = [...card.querySelectorAll('*')].some((part) => part.getBoundingClientRect().left < inner.left - 1 || part.getBoundingClientRect().right > inner.right + 1);
      return parts || inner.left < outer.left - 1 || inner.right > outer.right + 1;
    }).length);
    expect(outside).toBe(0);
    await leave();
  });
});

test('on a phone one pane shows at a time and the way back is there', async () => {
  const { page, leave } = await visit(inbox(), onPhone);
  await page.locator('.row').nth(2).click();
  await page.waitForSelector('.case h2');
  expect(await page.locator('.list').isVisible()).toBe(false);
  await page.locator('.case header button').first().click();
  expect(await page.locator('.list').isVisible()).toBe(true);
  await leave();
});
