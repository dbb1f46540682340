// SPDX-License-Identifier: Apache-2.0
// What an agent sees, in Debian's Chromium on a real desk: browser.mjs PORT COOKIE CASE LAST_WORDS OTHER_CASE.
// Prints one JSON object.
import http from 'node:http';
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))('playwright-core');
const [port, cookie, longCase, lastWords, otherCase] = process.argv.slice(2);
const site = `http://127.0.0.1:${port}`;
const screen = { width: 1440, height: 900 };
const keys = 40;
const wheels = 300;
const step = 100;

const ordered = (values) => [...values].sort((a, b) => a - b);
const percentile = (values, p) => ordered(values)[Math.floor((values.length - 1) * p)];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

// A browser that has never been here.
async function fresh() {
  const context = await browser.newContext({ viewport: screen, locale: 'en-GB' });
  const at = cookie.indexOf('=');
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: site }]);
  return context.newPage();
}

async function open(page, at = '') {
  await page.goto(`${site}/inbox/all${at}`);
  await page.waitForSelector('.row .who');
}

// In kB as gzip, which every browser takes; one here would rather have Brotli. The smallest files are sent as they are.
const packed = (url) => new Promise((resolve, reject) => {
  http.get(url, { headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
    let size = 0;
    if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`));
    answer.on('data', (piece) => { size += piece.length; });
    answer.on('end', () => resolve(size / 1000));
  }).on('error', reject);
});

// The scripts that a first visit fetches until the list is there.
async function firstLoad() {
  const page = await fresh();
  const scripts = new Set();
  page.on('request', (request) => request.resourceType() === 'script' && scripts.add(request.url()));
  await open(page);
  const fetched = [...scripts];
  const ready = await page.evaluate(() => performance.getEntriesByName('amends-ready')[0].startTime);
  await page.context().close();
  const sizes = await Promise.all(fetched.map(packed));
  return { scripts: sizes.reduce((sum, size) => sum + size, 0), ready };
}

// From the key itself to the picture it leads to, as the browser's own clock of events says. It does not tell of less than 16 ms.
async function keyToPaint(page) {
  await page.evaluate(() => {
    window.keyTimes = [];
    const note = (list) => list.getEntries().filter((each) => each.name === 'keydown').forEach((each) => window.keyTimes.push(each.duration));
    new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16 });
  });
  for (let n = 0; n < keys; n += 1) {
    await page.keyboard.press('j');
    await page.waitForTimeout(200);
  }
  await page.waitForTimeout(500);
  const told = await page.evaluate(() => window.keyTimes);
  if (await page.locator('.row.selected').count() !== 1) throw new Error('the key has moved nothing');
  return [...told, ...Array(Math.max(0, keys - told.length)).fill(16)];
}

// Turns the wheel once a picture and looks at each picture: how long it took, and whether it showed any case.
async function scroll(page) {
  const seen = await page.evaluate(async ({ wheels, step }) => {
    const box = document.querySelector('.box');
    const times = [];
    let blank = 0;
    let from = await new Promise(requestAnimationFrame);
    for (let n = 0; n < wheels; n += 1) {
      box.scrollTop += step;
      const now = await new Promise(requestAnimationFrame);
      times.push(now - from);
      from = now;
      const { top, bottom } = box.getBoundingClientRect();
      const shown = [...box.querySelectorAll('.row')].filter((row) => row.getBoundingClientRect().bottom > top && row.getBoundingClientRect().top < bottom && row.querySelector('.who'));
      if (!shown.length) blank += 1;
    }
    return { times, blank, down: box.scrollTop };
  }, { wheels, step });
  if (seen.down < (wheels * step) / 2) throw new Error(`the list ended after ${seen.down} px`);
  return seen;
}

// From the click until the newest words of the case have been painted, in a page that shows another and has never had it.
async function openLong() {
  const page = await fresh();
  await open(page, `/${otherCase}`);
  const row = `#case-${longCase}`;
  await page.waitForSelector(row);
  await page.waitForSelector('.timeline');
  await page.waitForTimeout(500);
  if ((await page.locator('.timeline').textContent()).includes(lastWords)) throw new Error('the long case is open before it is asked for');
  const took = await page.evaluate(async ({ row, lastWords }) => {
    const from = performance.now();
    document.querySelector(row).click();
    while (!document.querySelector('.timeline')?.textContent?.includes(lastWords)) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - from;
  }, { row, lastWords });
  await page.context().close();
  return took;
}

const first = await firstLoad();
const page = await fresh();
await open(page);
const paints = await keyToPaint(page);
const scrolled = await scroll(page);
const cases = [];
for (let n = 0; n < 5; n += 1) cases.push(await openLong());
await browser.close();

const late = scrolled.times.filter((time) => time > 25).length;
console.log(JSON.stringify({
  'web, scripts of the first load': first.scripts,
  'web, first load until ready': first.ready,
  'web, key to paint': percentile(paints, 0.5),
  'web, key to paint, 95th of 100': percentile(paints, 0.95),
  'web, scroll, screens without a case': scrolled.blank,
  'web, scroll, late pictures': (100 * late) / scrolled.times.length,
  'web, scroll, picture, 95th of 100': percentile(scrolled.times, 0.95),
  'web, case of 500 messages': percentile(cases, 0.5),
}));
