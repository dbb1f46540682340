// SPDX-License-Identifier: Apache-2.0
// Takes the design pictures: node tools/shots.mjs [folder]. Needs `npm run build` first.
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const folder = process.argv[2] ?? 'shots';
const at = '2026-11-22T11:04:00Z';
const wide = { width: 1440, height: 900 };
const phone = { width: 360, height: 780 };
fs.mkdirSync(folder, { recursive: true });

const ready = (page) => page.waitForSelector('.editor');
const press = (keys) => async (page) => { await ready(page); await page.keyboard.press(keys); };

const pictures = [
  ['inbox-en', '/inbox/mine?lang=en&theme=light', wide, async (page) => {
    await ready(page);
    await page.keyboard.press('r');
    await page.keyboard.type('I am sorry, Aino. I will call you by Friday /ref');
  }],
  ['promise-in-reply-en', '/inbox/mine?lang=en&theme=light', wide, async (page) => {
    await ready(page);
    await page.keyboard.press('r');
    await page.keyboard.type('I am sorry, Aino. I will call you by Friday.');
    await page.locator('.promised button').click();
    await page.waitForSelector('.calendar');
    await page.locator('.dialog .primary').click();
    await page.waitForSelector('.promised.made');
  }],
  ['inbox-fa', '/inbox/mine?lang=fa&theme=light', wide, ready],
  ['inbox-dark-compact', '/inbox/mine?lang=en&theme=dark&density=compact', wide, ready],
  ['inbox-no-match', '/inbox/mine?lang=en&theme=light', wide, async (page) => { await ready(page); await page.fill('input[type=search]', 'nobody of this name'); }],
  ['inbox-tablet-fi', '/inbox/mine?lang=fi&theme=light', { width: 1000, height: 760 }, ready],
  ['note-en', '/inbox/mine?lang=en&theme=light', wide, async (page) => { await press('n')(page); await page.keyboard.type('The bank confirms 15:00.'); }],
  ['mail-html-en', '/inbox/mine/AM-24814?lang=en&theme=light', wide, (page) => page.waitForSelector('.blocked')],
  ['commands-en', '/inbox/mine?lang=en&theme=light', wide, press('Control+k')],
  ['shortcuts-en', '/inbox/mine?lang=en&theme=light', wide, press('?')],
  ['promise-dialog-fa', '/inbox/mine?lang=fa&theme=light', wide, press('p')],
  ['promise-dialog-en', '/inbox/mine?lang=en&theme=dark', wide, press('p')],
  ['promises-en', '/promises?lang=en&theme=light', wide, (page) => page.waitForSelector('canvas')],
  ['promises-fa', '/promises?lang=fa&theme=dark', wide, (page) => page.waitForSelector('canvas')],
  ['silence-el', '/silence?lang=el&theme=light', wide, (page) => page.waitForSelector('tbody')],
  ['phone-list-fa', '/inbox/mine?lang=fa&theme=light', phone, (page) => page.waitForSelector('.row')],
  ['phone-case-en', '/inbox/mine/AM-24817?lang=en&theme=light', phone, ready],
  ['portal-en', '/portal?lang=en', { width: 800, height: 1240 }, (page) => page.waitForSelector('.next')],
  ['portal-fa-phone', '/portal?lang=fa', { width: 360, height: 1360 }, (page) => page.waitForSelector('.next')],
];

const site = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const [name, path, viewport, arrive] of pictures) {
  const page = await browser.newPage({ viewport, timezoneId: 'Europe/Helsinki' });
  await page.goto(`${site.url}${path}&at=${at}`);
  await arrive(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
  console.log(name);
}
await browser.close();
site.close();
