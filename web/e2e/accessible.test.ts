// SPDX-License-Identifier: Apache-2.0
// Every screen, in English and Persian, light and dark, wide and at 360 px: no axe violation, no console or policy error,
// nothing wider than the window. The other two languages where they are longest.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, moment, onPhone, overflows, raise, site, strike, tongues, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

type State = typeof site.desk.state;
type Screen = [name: string, path: string, arrive: (page: Page) => Promise<unknown>, prepare?: (state: State) => void];

const press = (keys: string, wait: string) => async (page: Page) => {
  await page.waitForSelector('.composer');
  await page.keyboard.press(keys);
  await page.waitForSelector(wait);
};
const see = (selector: string) => (page: Page) => page.waitForSelector(selector);

async function expectSound(tongue: string, [, path, arrive, prepare]: Screen, options = {}) {
  site.desk.state.me.language = tongue;
  prepare?.(site.desk.state);
  const { page, errors, leave } = await visit(`${path}${path.includes('?') ? '&' : '?'}lang=${tongue}&theme=light&at=${moment}`, { reducedMotion: 'reduce', ...options });
  await arrive(page);
  for (const dark of [false, true]) {
    await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await faultsOf(page), dark ? 'dark' : 'light').toEqual([]);
  }
  expect(await overflows(page)).toBe(false);
  expect(errors).toEqual([]);
  await leave();
}

const inside: Screen[] = [
  ['a case', '/inbox/mine/1001', see('.composer')],
  ['a mail with HTML', '/inbox/mine/1005', see('.blocked')],
  ['a message nobody knows the fate of', '/inbox/mine/1003', see('.fate .deeds')],
  ['a view without cases', '/inbox/nobody', see('.pane .empty'), (state) => (state.cases = [])],
  ['search', '/search?q=a', see('.hits li')],
  ['triage', '/triage', see('.card')],
  ['signals', '/signals', see('.signal')],
  ['the promises', '/promises', see('.columns .card')],
  ['a whole column of promises', '/promises?column=week', see('.whole .card')],
  ['the silence watch', '/silence', see('tbody tr')],
  ['the load and the staffing', '/workload', see('.staffing td'), (state) => (state.overloadedSince = state.now - 7_200_000)],
  ['oneself', '/settings/me', see('main form')],
  ['sessions', '/settings/sessions', see('.page-list li')],
  ['the desk', '/settings/desk', see('main form')],
  ['calendars and holidays', '/settings/hours', see('.holidays li')],
  ['targets', '/settings/targets', see('.preview li')],
  ['mail lines', '/settings/mail', async (page) => {
    await page.locator('.page-list .button').last().click();
    await page.waitForSelector('.server');
  }],
  ['people', '/settings/people', see('.page-list li')],
  ['teams', '/settings/teams', see('.page-list li')],
  ['tokens', '/settings/tokens', see('.page-list li')],
];
const dialogs: Screen[] = [
  ['a note', '/inbox/mine/1001', press('n', '.composer.note')],
  ['what the figures mean', '/promises', async (page) => {
    await page.locator('.strip h2 button').click();
    await page.waitForSelector('.dialog dl');
  }],
  ['the cases behind a figure', '/promises', async (page) => {
    await page.locator('.strip .figure').first().click();
    await page.waitForSelector('.dialog .behind li');
  }],
  ['hand over', '/inbox/mine/1001', press('a', '.dialog select')],
  ['wait', '/inbox/mine/1001', press('w', '.dialog input')],
  ['resolve', '/inbox/mine/1001', press('e', '.dialog textarea')],
  ['new case', '/inbox/mine/1001', press('c', '.dialog textarea')],
  ['commands', '/inbox/mine/1001', press('Control+k', '.palette [role=option]')],
  ['shortcuts', '/inbox/mine/1001', press('?', '.dialog dl')],
  ['a moment', '/inbox/mine/1001', async (page) => {
    await page.locator('.paper').fill('Dear Aino');
    await page.locator('.plan .when').click();
    await page.waitForSelector('.calendar .day');
  }],
  ['preferences', '/inbox/mine/1001', async (page) => {
    await page.waitForSelector('.composer');
    await page.locator('nav.rail button').last().click();
    await page.waitForSelector('.dialog fieldset');
  }],
];
const guest = (state: State) => Object.assign(state.me, { role: 'client_guest' });
const guests: Screen[] = [
  ['what a guest may read', '/guest', see('.row'), guest],
  ['a case as a guest reads it', '/guest/1001', see('article h1'), guest],
  ['a guest’s own account', '/settings', see('main h1'), guest],
];
const doors: Screen[] = [
  ['sign-in', '/inbox/mine', see('form'), (state) => (state.signedIn = false)],
  ['first start', '/', see('form'), (state) => Object.assign(state, { signedIn: false, setupNeeded: true })],
  ['invitation', '/invitation/good', see('input[type=password]'), (state) => (state.signedIn = false)],
  ['second factor', '/inbox/mine', see('.qr'), (state) => Object.assign(state.me, { second_factor: false, second_factor_required: true })],
];
const outside: Screen[] = [
  ['the customer’s page', '/c/link-1001', see('.what')],
  ['the page before it is proven', '/c/link-1121', see('.proof')],
  ['the page that asks', '/c/link-1122', see('#solved-title')],
  ['the page that has been closed', '/c/link-1001', see('[role=alert] button'), (state) => (state.links[1001] = { ended: true })],
  ['a link of no case', '/c/nowhere', see('[role=alert]')],
  ['the contact form', '/contact', see('.chip')],
];

describe.each(['en', 'fa'])('%s', (tongue) => {
  test.each([...inside, ...dialogs, ...guests, ...doors, ...outside])('%s', (...screen) => expectSound(tongue, screen));
});
describe.each(['en', 'fa'])('on a phone, %s', (tongue) => {
  const phone: Screen[] = [['the list', '/inbox/mine', see('.row .who')], ...inside.filter(([name]) => !/fate|without/.test(name)), ...dialogs.filter(([name]) => ['a moment', 'wait', 'hand over'].includes(name)), ...guests, ...doors, ...outside];
  test.each(phone)('%s', (...screen) => expectSound(tongue, screen, onPhone));
});
describe.each(tongues.filter((tongue) => tongue === 'fi' || tongue === 'el'))('the other two fit as well, %s', (tongue) => {
  test.each([inside[0]!, outside[0]!])('%s', (...screen) => expectSound(tongue, screen, onPhone));
});
