// SPDX-License-Identifier: Apache-2.0
// T3. Every text that the desk may answer holds markup and a template, and every screen is visited: text is always text.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { moment, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

const hostile = `"'><img src=x onerror=window.pwned=1 data-hit><svg onload=window.pwned=1></svg>{{constructor.constructor('window.pwned=1')()}}\u202E`;

// What steers a screen and is no text of people: codes, addresses, dates, languages, zones.
const steers = /^([a-z0-9_.:-]*|\/\S*|https?:\S*|[A-Z][A-Za-z]+\/[A-Za-z_/]+|\d{4}-\d\d-\d\d.*|[A-Z]{2}-\d+)$/;
const kept = new Set(['html', 'language', 'zone', 'token', 'cursor', 'next']);

function filled(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return kept.has(name) || steers.test(value) ? value : value + hostile;
  if (Array.isArray(value)) return value.map((each) => filled(each, name));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, key)]));
  return value;
}

const press = (keys: string, wait: string) => async (page: Page) => {
  await page.waitForSelector('.composer');
  await page.keyboard.press(keys);
  await page.waitForSelector(wait);
};
const see = (selector: string) => (page: Page) => page.waitForSelector(selector);

const guest = () => void Object.assign(site.desk.state.me, { role: 'client_guest' });
type Screen = [path: string, arrive: (page: Page) => Promise<unknown>, prepare?: () => void];
const screens: Screen[] = [
  ['/inbox/mine/1001', see('.composer')],
  ['/inbox/mine/1003', see('.fate .deeds')],
  ['/inbox/mine/1005', see('.blocked')],
  ['/inbox/all/1002', see('.composer')],
  ['/search?q=a', see('.hits li')],
  ['/triage', see('.card')],
  ['/signals', see('.signal')],
  ['/settings/me', see('main form')],
  ['/settings/sessions', see('.page-list li')],
  ['/settings/desk', see('main form')],
  ['/settings/hours', see('.holidays li')],
  ['/settings/targets', see('.preview li')],
  ['/settings/mail', see('.page-list li')],
  ['/settings/people', see('.page-list li')],
  ['/settings/teams', see('.page-list li')],
  ['/settings/tokens', see('.page-list li')],
  ['/inbox/mine/1001', press('a', '.dialog select')],
  ['/inbox/mine/1001', press('e', '.dialog textarea')],
  ['/inbox/mine/1001', press('Control+k', '.palette [role=option]')],
  ['/guest/1001', see('article h1'), guest],
  ['/c/link-1004', see('ol > li')],
  ['/contact', see('form')],
];

test('T3: markup and templates in every text of every answer stay text on every screen', async () => {
  let shown = 0;
  for (const [path, arrive, prepare] of screens) {
    site.reset();
    prepare?.();
    const { page, errors, leave } = await visit('/mail-frame.html');
    await page.route('**/api/v1/**', async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      const json = (answer.headers()['content-type'] ?? '').includes('json') && text;
      await route.fulfill({ response: answer, body: json ? JSON.stringify(filled(JSON.parse(text))) : text });
    });
    errors.splice(0);
    await page.goto(`${site.url}${path}${path.includes('?') ? '&' : '?'}lang=en&at=${moment}`);
    await arrive(page);
    await page.waitForTimeout(100);
    const found = await page.evaluate(() => ({
      hits: document.querySelectorAll('[data-hit], svg[onload], img[onerror]').length,
      pwned: (window as unknown as { pwned?: number }).pwned ?? 0,
      text: document.body.innerText.includes('data-hit') || [...document.querySelectorAll('input, textarea')].some((field) => (field as HTMLInputElement).value.includes('data-hit')),
      attributes: [...document.querySelectorAll('[href], [src], [action]')].filter((element) => /javascript:|data:text/i.test(element.outerHTML.slice(0, 300))).length,
    }));
    expect(found, path).toMatchObject({ hits: 0, pwned: 0, attributes: 0 });
    expect(errors, path).toEqual([]);
    shown += Number(found.text);
    await leave();
  }
  expect(shown).toBeGreaterThan(screens.length / 2); // Or there was nothing to see.
}, 600_000);
