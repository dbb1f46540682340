// SPDX-License-Identifier: Apache-2.0
// A browser on the built pages, served with the product's headers. Run `npm run build` first.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { serve } from '../tools/serve.mjs';

export const moment = '2026-11-22T11:04:00Z';
export const tongues = ['en', 'fi', 'el', 'fa'] as const;
export const themes = ['light', 'dark'] as const;

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let site: { url: string; close(): void };

export async function raise() {
  if (!fs.existsSync('dist/workspace.html')) throw new Error('dist/ is missing: run npm run build first');
  site = await serve();
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

export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Helsinki', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(site.url + path);
  return { page, errors, leave: () => context.close() };
}

export const onPhone: BrowserContextOptions = { viewport: { width: 360, height: 780 }, hasTouch: true };

// What axe finds against WCAG 2.0 to 2.2, A and AA, as short lines.
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } };
    return axe.run(document, { runOnly: { type: 'tag', values }, iframes: false, resultTypes: ['violations'] });
  }, rules);
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
}

export const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
