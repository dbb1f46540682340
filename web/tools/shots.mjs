// SPDX-License-Identifier: Apache-2.0
// Takes pictures of every screen on the stand-in desk: node tools/shots.mjs [folder] [part of a name]. Needs `npm run build` first.
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { raiseDesk } from '../e2e/double/server.mjs';

const folder = process.argv[2] ?? 'shots';
const only = process.argv[3] ?? '';
const at = '2026-11-22T11:04:00Z';
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 360, height: 780 } };
fs.mkdirSync(folder, { recursive: true });

const key = (keys, wait) => async (page) => { await page.waitForSelector('.composer'); await page.keyboard.press(keys); await page.waitForSelector(wait); };
const screens = [
  ['inbox', '/inbox/mine', (page) => page.waitForSelector(page.viewportSize().width > 700 ? '.composer' : '.row .who')],
  ['case', '/inbox/mine/1001', (page) => page.waitForSelector('.composer')],
  ['unconfirmed', '/inbox/mine/1003', (page) => page.waitForSelector('.fate .deeds')],
  ['mail', '/inbox/mine/1005', (page) => page.waitForSelector('.blocked')],
  ['queued', '/inbox/nobody', (page) => page.waitForSelector('.row .who')],
  ['resolved', '/inbox/closed', (page) => page.waitForSelector('.row .who')],
  ['note', '/inbox/mine/1001', key('n', '.composer.note')],
  ['due', '/inbox/mine/1001', async (page) => { await page.waitForSelector('.plan .when'); await page.locator('.plan .when').click(); await page.waitForSelector('.calendar .day'); }],
  ['handover', '/inbox/mine/1001', key('a', '.dialog select')],
  ['wait', '/inbox/mine/1001', key('w', '.dialog input')],
  ['resolve', '/inbox/mine/1001', key('e', '.dialog textarea')],
  ['commands', '/inbox/mine/1001', key('Control+k', '.palette')],
  ['keys', '/inbox/mine/1001', key('?', '.dialog dl')],
  ['newcase', '/inbox/mine/1001', key('c', '.dialog textarea')],
  ['search', '/search?q=a', (page) => page.waitForSelector('.hits li')],
  ['triage', '/triage', (page) => page.waitForSelector('.card')],
  ['promises', '/promises', (page) => page.waitForSelector('.columns .card')],
  ['silence', '/silence', (page) => page.waitForSelector('tbody tr')],
  ['signals', '/signals', (page) => page.waitForSelector('.signal')],
  ...['me', 'sessions', 'desk', 'hours', 'mail', 'people', 'teams', 'tokens'].map((part) => [`settings-${part}`, `/settings/${part}`, (page) => page.waitForSelector('main form, main .page-list')]),
  ['customer', '/c/link-1001', (page) => page.waitForSelector('.what')],
  ['customer-unproven', '/c/link-1121', (page) => page.waitForSelector('.proof')],
  ['customer-solved', '/c/link-1122', (page) => page.waitForSelector('.what')],
  ['contact', '/contact', (page) => page.waitForSelector('form')],
];
const doors = [
  ['signin', '/inbox/mine', (state) => (state.signedIn = false), (page) => page.waitForSelector('form')],
  ['setup', '/', (state) => Object.assign(state, { signedIn: false, setupNeeded: true }), (page) => page.waitForSelector('form')],
  ['invitation', '/invitation/good', (state) => (state.signedIn = false), (page) => page.waitForSelector('input[type=password]')],
];

const site = await raiseDesk();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function picture(name, path, size, theme, lang, arrive, prepare) {
  site.reset();
  prepare?.(site.desk.state);
  site.desk.state.me.language = lang;
  const context = await browser.newContext({ viewport: sizes[size], timezoneId: 'Europe/Helsinki', colorScheme: theme, hasTouch: size === 'phone' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
  page.on('console', (said) => said.type() === 'error' && !/401/.test(said.text()) && console.log(`${name}: ${said.text()}`));
  await page.goto(`${site.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}&theme=${theme}&at=${at}`);
  await arrive(page).catch((error) => console.log(`${name}: ${error.message.split('\n')[0]}`));
  await page.waitForTimeout(350);
  await page.screenshot({ path: `${folder}/${name}-${lang}-${theme}-${size}.png`, fullPage: /customer|contact/.test(name) });
  await context.close();
}

const wanted = (process.env.LOOKS ?? 'wide/light/en wide/dark/fa phone/light/en phone/dark/fa').split(' ').map((look) => look.split('/'));
for (const [size, theme, lang] of wanted) {
  for (const [name, path, arrive] of screens) if (name.includes(only)) await picture(name, path, size, theme, lang, arrive);
  for (const [name, path, prepare, arrive] of doors) if (name.includes(only)) await picture(name, path, size, theme, lang, arrive, prepare);
}
await browser.close();
site.close();
