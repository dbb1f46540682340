// SPDX-License-Identifier: Apache-2.0
// A browser on the built pages, served with the product's headers beside a stand-in desk. Run `npm run build` first.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { raiseDesk } from './double/server.mjs';

// The stand-in desk always stands at this instant; a page does when its address says so.
export const moment = '2026-11-22T11:04:00Z';
export const tongues = ['en', 'fi', 'el', 'fa'] as const;

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
export let site: Awaited<ReturnType<typeof raiseDesk>>;

export async function raise() {
  if (!fs.existsSync('dist/workspace.html')) throw new Error('dist/ is missing: run npm run build first');
  site = await raiseDesk();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

export async function strike() {
  await browser.close();
  site.close();
}

export interface Visit {
  page: Page;
  errors: string[];
  leave(): Promise<void>;
}

const isExpected = (text: string) => /status of (401|403|404|409|410|413|422|503)/.test(text);

export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Helsinki', locale: 'en-GB', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && !isExpected(message.text()) && errors.push(message.text()));
  await page.goto(site.url + path);
  return { page, errors, leave: () => context.close() };
}

export const onPhone: BrowserContextOptions = { viewport: { width: 360, height: 780 }, hasTouch: true };

// What axe finds against WCAG 2.0 to 2.2, A and AA, as short lines.
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } };
    return axe.run(document, { runOnly: { type: 'tag', values }, iframes: false, resultTypes: ['violations'] });
  }, rules);
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
}

export const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

export const asked = (method: string, path: RegExp) => site.desk.state.asked.filter((each) => each.method === method && path.test(each.path));
