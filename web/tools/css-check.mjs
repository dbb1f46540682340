// SPDX-License-Identifier: Apache-2.0
// Persian reads from the right: no rule may name a left or a right, and no colour may stand outside the tokens.
import fs from 'node:fs';

const physical = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/;
const colour = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i;
// Where a rule has to name a side or a colour, the line is listed here with its reason.
const allowed = [
  /\[dir='(?:ltr|rtl)'\] \.by-side/, // the one place that maps the reading side to a side of the screen
  /@media/, // media features have no logical names that browsers know
  /\.done \.dot .*color: #fff/, // white on the solid step 9, in both themes
  /^\.(?:paper|ink) \{ fill: #(?:fff|000); \}/, // a reader of QR codes wants dark on light
  /^iframe .*background: #fff/, // mail is shown on white paper in both themes
];
const faults = [];

for (const file of fs.readdirSync('src', { recursive: true })) {
  if (!/\.(vue|css)$/.test(file) || /tokens\.css$|fonts\.css$/.test(file)) continue;
  const text = fs.readFileSync(`src/${file}`, 'utf8');
  const css = file.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((found) => found[1]).join('\n');
  for (const line of css.split('\n')) {
    if (allowed.some((rule) => rule.test(line.trim()))) continue;
    if (physical.test(line)) faults.push(`${file}: use a logical property: ${line.trim()}`);
    if (colour.test(line)) faults.push(`${file}: use a token: ${line.trim()}`);
  }
}

faults.forEach((fault) => console.error(fault));
console.log(`css: ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
