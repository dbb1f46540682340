// SPDX-License-Identifier: Apache-2.0
// The types of what the desk sends, from its own description: amends openapi | script/web api [-- --check]
import { readFileSync, writeFileSync } from 'node:fs';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const file = fileURLToPath(new URL('../src/core/api/desk.gen.ts', import.meta.url));
const banner = '// SPDX-License-Identifier: Apache-2.0\n// Made by `amends openapi | script/web api`; not written by hand.\n/* eslint-disable */\n';
const text = banner + astToString(await openapiTS(JSON.parse(await textOf(process.stdin))));

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('desk.gen.ts is not what the desk says of itself: run `build/release/amends openapi | script/web api`');
  process.exit(1);
}
