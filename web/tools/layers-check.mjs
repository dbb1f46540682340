// SPDX-License-Identifier: Apache-2.0
// ui and core know no screen; a feature knows only the features it declares; the portal knows nothing of the workspace. And nobody
// makes a page of text: what a person wrote stays text (T3).
import fs from 'node:fs';
import path from 'node:path';

const needs = { inbox: ['case'], case: [], guest: [], search: [], triage: [], signals: [], silence: [], promises: ['case'], settings: [] };
const longest = 300;
const faults = [];

const placeOf = (file) => {
  const parts = file.split('/');
  return parts[0] === 'workspace' && parts[1] === 'features' ? `feature:${parts[2]}` : parts[0];
};

function forbidden(file, to) {
  const from = placeOf(file);
  if (from === to || to === 'core') return false;
  if (from === 'core') return true;
  if (from === 'ui') return true;
  if (from === 'portal') return to !== 'ui' && to !== 'styles';
  if (from.startsWith('feature:')) return to.startsWith('feature:') ? !needs[from.slice(8)]?.includes(to.slice(8)) : !['ui', 'workspace'].includes(to);
  return from === 'workspace' ? to === 'portal' : false;
}

for (const file of fs.readdirSync('src', { recursive: true })) {
  if (!/\.(vue|ts)$/.test(file)) continue;
  const text = fs.readFileSync(`src/${file}`, 'utf8');
  const lines = text.split('\n').length;
  if (lines > longest && !/\.gen\./.test(file)) faults.push(`${file}: ${lines} lines, the limit is ${longest}`);
  if (!/\.test\./.test(file) && /v-html|innerHTML|outerHTML|insertAdjacentHTML|document\.write/.test(text)) faults.push(`${file}: makes a page of text`);
  for (const [, target] of text.matchAll(/(?:from|import\()\s*'((?:@\/|\.)[^']+)'/g)) {
    if (target.includes('locales/')) continue;
    const resolved = target.startsWith('@/') ? target.slice(2) : path.posix.join(path.posix.dirname(file), target);
    if (forbidden(file, placeOf(resolved))) faults.push(`${file}: ${placeOf(file)} may not know ${placeOf(resolved)} (${target})`);
  }
}

faults.forEach((fault) => console.error(fault));
console.log(`layers: ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
