// SPDX-License-Identifier: Apache-2.0
// Hostile mail: nothing runs, nothing is fetched, nothing leaves the frame, until the reader asks for pictures.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileMails, manyHostileMails, manyWashedMails } from './hostileMail';
import { moment, raise, strike, visit } from './stage';

// Somebody who waits for one request.
const reached: string[] = [];
const listener = http.createServer((request, response) => {
  reached.push(request.url ?? '');
  response.end();
});
const attacker = { url: '' };

// The washing alone, as a script that can be laid into the page.
let washSource = '';
beforeAll(async () => {
  await raise();
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
  attacker.url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/x`;
  const [made] = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: 'src/core/mail/purify.ts', formats: ['iife'], name: 'amendsMail' } },
  })) as Rollup.RollupOutput[];
  washSource = made!.output[0].code;
});
afterAll(async () => {
  listener.close();
  await strike();
});

const address = `/inbox/mine/1005?lang=en&at=${moment}`;

test('pictures from elsewhere wait for the reader and then come through our own proxy', async () => {
  const { page, leave } = await visit(address);
  const asked: string[] = [];
  await page.route('**/image-proxy/**', (route) => { asked.push(new URL(route.request().url()).pathname); return route.fulfill({ status: 200, contentType: 'image/png', body: '' }); });
  await page.waitForSelector('.blocked');
  expect(asked).toEqual([]);
  await page.locator('.blocked button').click();
  await page.waitForTimeout(200);
  expect(asked).toEqual(['/image-proxy/logo']);
  await leave();
});

test('a link that pretends to lead elsewhere says where it leads', async () => {
  const { page, leave } = await visit(address);
  const frame = page.frameLocator('iframe');
  await frame.locator('a').waitFor();
  expect(await frame.locator('p', { hasText: 'terms' }).innerText()).toContain('[example.org]');
  expect(await frame.locator('a').getAttribute('rel')).toContain('noopener');
  await leave();
});

async function onHostileGround() {
  const { page, errors, leave } = await visit(address);
  await page.locator('.mail .blocked').waitFor();
  await page.evaluate(`${washSource}; window.amendsMail = amendsMail; window.pwned = 0;`);
  await fetch(attacker.url);
  expect(reached.splice(0)).toEqual(['/x']);
  const opened: string[] = [];
  page.on('dialog', (dialog) => { opened.push(dialog.message()); void dialog.dismiss(); });
  const pwned = () => page.evaluate(() => (window as unknown as { pwned: number }).pwned);
  return { page, errors, opened, pwned, leave };
}

test('what the desk has said about a link is not said twice, and pictures are counted whether or not they can be fetched', async () => {
  const { page, leave } = await onHostileGround();
  const found = await page.evaluate((mails) => {
    const { washMail } = (window as unknown as { amendsMail: { washMail(html: string): { content: DocumentFragment; blocked: number; loadable: number } } }).amendsMail;
    return mails.map((mail) => {
      const { content, blocked, loadable } = washMail(mail);
      return [content.textContent!.replace(/\s+/g, ' ').trim(), blocked, loadable];
    });
  }, [
    '<a href="https://evil.example/x">www.bank.example</a>',
    '<a href="https://evil.example/x">www.bank.example</a> [evil.example] .',
    '<a href="https://bank.example/x">www.bank.example</a>',
    '<img src="https://a.example/1.gif"><img data-remote="https://a.example/2.gif"><img data-remote="/image-proxy/token"><img src="/files/own">',
  ]);
  expect(found).toEqual([['www.bank.example [evil.example]', 0, 0], ['www.bank.example [evil.example] .', 0, 0], ['www.bank.example', 0, 0], ['', 3, 1]]);
  await leave();
});

// Lays the mails into the frame, a few side by side, washed or not, and says what is left of them that must not be.
async function layIn(page: Page, mails: string[], wash: boolean, abreast = 1): Promise<string[]> {
  return page.evaluate(async ({ mails, wash, abreast }) => {
    const { washMail } = (window as unknown as { amendsMail: { washMail(html: string): { content: DocumentFragment | null } } }).amendsMail;
    const inside = document.querySelector('iframe')!.contentDocument!;
    const kept: string[] = [];
    for (let at = 0; at < mails.length; at += abreast) {
      inside.body.replaceChildren();
      for (const mail of mails.slice(at, at + abreast)) {
        const place = inside.body.appendChild(inside.createElement('div'));
        if (wash) place.append(inside.adoptNode(washMail(mail).content ?? new DocumentFragment()));
        else place.innerHTML = mail;
      }
      await new Promise((done) => setTimeout(done, 25));
      for (const element of inside.body.querySelectorAll('*')) {
        if (/^(script|iframe|frame|object|embed|form|input|button|base|meta|link|svg|math|template|video|audio|style)$/i.test(element.localName)) kept.push(`${mails[at]} kept <${element.localName}>`);
        for (const { name, value } of element.attributes) {
          if (/^on|^srcdoc$|^formaction$|^ping$|^srcset$|^background$/i.test(name) || /^\s*(javascript|vbscript|data:text)/i.test(value)) kept.push(`${mails[at]} kept ${name}=${value}`);
        }
      }
    }
    return kept;
  }, { mails, wash, abreast });
}

type Ground = Awaited<ReturnType<typeof onHostileGround>>;

async function nothingHappened({ page, opened, pwned }: Ground) {
  await page.waitForTimeout(400);
  expect(opened).toEqual([]);
  expect(reached).toEqual([]);
  expect(await pwned()).toBe(0);
  expect(page.url()).toContain('/1005');
}

test(`${hostileMails('').length} hostile mails run nothing, fetch nothing and leave nothing behind`, async () => {
  const ground = await onHostileGround();
  expect(await layIn(ground.page, hostileMails(attacker.url), true)).toEqual([]);
  await nothingHappened(ground);
  expect(ground.errors.filter((error) => !/Content Security Policy/.test(error))).toEqual([]);
  await ground.leave();
});

test('were both washings to fail, the frame’s own policy still lets nothing run and nothing out', async () => {
  const ground = await onHostileGround();
  await layIn(ground.page, hostileMails(attacker.url), false);
  await nothingHappened(ground);
  await ground.leave();
});

test('T1: each guard holds alone against every hostile mail: the browser’s wash, the desk’s wash, the frame', async () => {
  const mails = manyHostileMails(attacker.url);
  expect(mails.length).toBeGreaterThanOrEqual(500);
  const browser = await onHostileGround();
  expect(await layIn(browser.page, mails, true, 10)).toEqual([]);
  await nothingHappened(browser);
  // Nothing was even tried in the frame. What the page's own policy says is of the parsing alone, which runs nothing.
  expect(browser.errors.filter((error) => /Content Security Policy/.test(error) && !/directive '(?:script|style)-src 'self''/.test(error))).toEqual([]);
  await browser.leave();

  const desk = await onHostileGround();
  expect(await layIn(desk.page, manyWashedMails(attacker.url), false, 10)).toEqual([]);
  await nothingHappened(desk);
  expect(desk.errors.filter((error) => /Content Security Policy/.test(error))).toEqual([]);
  await desk.leave();

  const frame = await onHostileGround();
  await layIn(frame.page, mails, false, 10);
  await nothingHappened(frame);
  await frame.leave();
}, 600_000);
