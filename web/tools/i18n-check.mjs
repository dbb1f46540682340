// SPDX-License-Identifier: Apache-2.0
// Four complete languages: the same keys, the same placeholders, messages that parse, plurals that fit.
import fs from 'node:fs';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const languages = ['en', 'fi', 'el', 'fa'];
const faults = [];

function collect(nodes, found) {
  for (const node of nodes) {
    if (node.type === TYPE.argument || node.type === TYPE.plural) found.names.add(node.value);
    if (node.type === TYPE.plural) {
      found.plurals.push(node.options);
      for (const option of Object.values(node.options)) collect(option.value, found);
    }
  }
  return found;
}

const shape = (text) => collect(parse(text), { names: new Set(), plurals: [] });
const plain = (option) => JSON.stringify(option.value.map((node) => node.value ?? node.type));

for (const list of fs.readdirSync('locales')) {
  const words = Object.fromEntries(languages.map((tag) => [tag, JSON.parse(fs.readFileSync(`locales/${list}/${tag}.json`, 'utf8'))]));
  const keys = Object.keys(words.en);
  for (const tag of languages) {
    const at = (key) => `${list}/${tag}: ${key}`;
    for (const key of keys) if (!words[tag][key]) faults.push(`${at(key)} is missing`);
    for (const [key, text] of Object.entries(words[tag])) {
      if (!(key in words.en)) { faults.push(`${at(key)} is not in English`); continue; }
      let own;
      try { own = shape(text); } catch (error) { faults.push(`${at(key)} does not parse: ${error.message}`); continue; }
      const missing = [...shape(words.en[key]).names].filter((name) => !own.names.has(name));
      if (missing.length) faults.push(`${at(key)} lacks {${missing.join('}, {')}}`);
      for (const options of own.plurals) {
        for (const category of new Intl.PluralRules(tag).resolvedOptions().pluralCategories) if (!options[category]) faults.push(`${at(key)} lacks plural "${category}"`);
        // Persian calls zero "one": without its own form, none would read as a single one.
        if (tag === 'fa' && options.one && plain(options.one) !== plain(options.other) && !options['=0']) faults.push(`${at(key)} needs "=0"`);
      }
    }
  }
  console.log(`${list}: ${keys.length} keys in ${languages.length} languages`);
}

const used = new Set();
for (const file of fs.readdirSync('src', { recursive: true })) {
  if (!/\.(vue|ts)$/.test(file)) continue;
  for (const [, literal] of fs.readFileSync(`src/${file}`, 'utf8').matchAll(/['`]([a-z][a-zA-Z]*\.[a-zA-Z$][^'`]*)['`]/g)) used.add(literal);
}
const mentioned = (key) => used.has(key) || [...used].some((each) => each.includes('${') && key.startsWith(each.slice(0, each.indexOf('${'))));
for (const list of fs.readdirSync('locales')) {
  for (const key of Object.keys(JSON.parse(fs.readFileSync(`locales/${list}/en.json`, 'utf8')))) if (!mentioned(key)) faults.push(`${list}: ${key} is used nowhere`);
}

faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length ? 1 : 0;
