// SPDX-License-Identifier: Apache-2.0
// What a visitor has to download, in gzip kB, held against the budget. A file counts once, with all it imports at once.
import fs from 'node:fs';
import zlib from 'node:zlib';

const manifest = JSON.parse(fs.readFileSync('dist/.vite/manifest.json', 'utf8'));
const gzip = (file) => zlib.gzipSync(fs.readFileSync(`dist/${file}`), { level: 9 }).length / 1000;

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const sum = (files) => [...new Set(files)].reduce((total, file) => total + gzip(file), 0);
const scripts = (keys) => [...keys].map((key) => manifest[key].file);
const styles = (keys) => [...keys].flatMap((key) => manifest[key].css ?? []);
const english = Object.keys(manifest).find((key) => key.endsWith('workspace/en.json'));
const portalEnglish = Object.keys(manifest).find((key) => key.endsWith('portal/en.json'));

const workspace = closure('workspace.html');
const portal = closure('portal.html');
const lazy = (part) => {
  const key = Object.keys(manifest).find((each) => each.endsWith(part));
  const own = [...closure(key)].filter((each) => !workspace.has(each));
  return sum(scripts(own));
};

const budget = [
  ['workspace first load, scripts', sum([...scripts(workspace), manifest[english].file]), 110],
  ['workspace first load, styles', sum(styles(workspace)), 20],
  ['a moment and its calendar', lazy('DueDialog.vue'), 40],
  ['mail with HTML', lazy('MailFrame.vue'), 40],
  ['commands', lazy('CommandPalette.vue'), 40],
  ['second factor', lazy('SecondFactorScreen.vue'), 40],
  ['triage', lazy('TriageScreen.vue'), 40],
  ['search', lazy('SearchScreen.vue'), 40],
  ['mail lines', lazy('MailPage.vue'), 40],
  ['portal, scripts', sum([...scripts(portal), manifest[portalEnglish].file]), 60],
  ['portal, styles', sum(styles(portal)), 20],
];

for (const [what, size, limit] of budget) {
  const over = size > limit;
  if (over) process.exitCode = 1;
  console.log(`${over ? 'OVER' : '  ok'}  ${size.toFixed(1).padStart(6)} of ${String(limit).padStart(3)} kB  ${what}`);
}
