// SPDX-License-Identifier: Apache-2.0
// Every screen, in every language it matters for, light and dark: no axe violation, no console or policy error,
// nothing wider than the window.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, moment, onPhone, overflows, raise, strike, themes, tongues, visit } from './stage';

beforeAll(raise);
afterAll(strike);

async function expectSound(path: string, arrive: (page: Page) => Promise<unknown>, options = {}) {
  const { page, errors, leave } = await visit(path, options);
  await arrive(page);
  await page.waitForTimeout(250);
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  expect(errors).toEqual([]);
  await leave();
}

const query = (lang: string, theme: string) => `?lang=${lang}&theme=${theme}&at=${moment}`;
const screens: [name: string, path: string, arrive: (page: Page) => Promise<unknown>][] = [
  ['inbox with an open case', '/inbox/mine', (page) => page.waitForSelector('.editor')],
  ['a mail with HTML', '/inbox/mine/AM-24814', (page) => page.waitForSelector('.blocked')],
  ['a case with no promise', '/inbox/mine/AM-24809', (page) => page.waitForSelector('.bar.none')],
  ['search without a match', '/inbox/mine', async (page) => {
    await page.fill('input[type=search]', 'zzzz');
    await page.waitForSelector('.pane .empty');
  }],
  ['commands', '/inbox/mine', async (page) => {
    await page.waitForSelector('.editor');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.palette [role=option]');
  }],
  ['shortcuts', '/inbox/mine', async (page) => {
    await page.waitForSelector('.editor');
    await page.keyboard.press('?');
    await page.waitForSelector('.dialog dl');
  }],
  ['promise dialog', '/inbox/mine', async (page) => {
    await page.waitForSelector('.editor');
    await page.keyboard.press('p');
    await page.waitForSelector('.calendar .day');
  }],
  ['preferences', '/inbox/mine', async (page) => {
    await page.locator('.rail button').last().click();
    await page.waitForSelector('.dialog fieldset');
  }],
  ['promises', '/promises', (page) => page.waitForSelector('canvas')],
  ['silence watch', '/silence', (page) => page.waitForSelector('tbody tr')],
];

describe.each(['en', 'fa'] as const)('%s', (tongue) => {
  describe.each(themes)('%s', (theme) => {
    test.each(screens)('%s', (_name, path, arrive) => expectSound(path + query(tongue, theme), arrive));
  });

  test.each([
    ['list', '/inbox/mine', (page: Page) => page.waitForSelector('.row')],
    ['case', '/inbox/mine/AM-24817', (page: Page) => page.waitForSelector('.editor')],
    ['promises', '/promises', (page: Page) => page.waitForSelector('canvas')],
    ['silence watch', '/silence', (page: Page) => page.waitForSelector('tbody tr')],
  ] as const)('on a phone: %s', (_name, path, arrive) => expectSound(path + query(tongue, 'light'), arrive, onPhone));
});

describe('the other two languages fit as well', () => {
  test.each(['fi', 'el'])('%s', (tongue) => expectSound(`/inbox/mine${query(tongue, 'light')}`, (page) => page.waitForSelector('.editor')));
});

describe.each(tongues)('portal in %s', (tongue) => {
  test.each(themes)('%s', (theme) => expectSound(`/portal?lang=${tongue}&at=${moment}`, (page) => page.waitForSelector('.next'), { viewport: { width: 360, height: 900 }, colorScheme: theme }));
});
