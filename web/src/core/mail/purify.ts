// SPDX-License-Identifier: Apache-2.0
// Second wash of a mail's HTML, in the browser. The desk has washed it once already; this one assumes it did not.
// Nothing that can run, load, submit or frame survives. Pictures from elsewhere are only counted:
// the desk puts its own proxy's address into data-remote, and that is used when the reader asks.
import DOMPurify, { type Config } from 'dompurify';

export interface Washed {
  // Nothing at all when the HTML is no document (a frameset): the mail's plain text is shown instead.
  content: DocumentFragment | null;
  blocked: number;
  // How many of them the desk can fetch for the reader.
  loadable: number;
}

const settings = {
  RETURN_DOM_FRAGMENT: true,
  ALLOWED_TAGS: (
    'a abbr address b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em font ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub summary sup ' +
    'table tbody td tfoot th thead tr tt u ul var wbr'
  ).split(' '),
  ALLOWED_ATTR: (
    'abbr align alt axis bgcolor border cellpadding cellspacing color cols colspan data-remote dir face height href ' +
    'lang rowspan rules scope size span src start style summary title type valign width'
  ).split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
} satisfies Config;

// What of a style fetches, hides its meaning or leaves its place. The desk has taken it out one by one; here the style goes whole.
const reachesOut = /url|image|cross-fade|element\(|paint\(|src\(|attr\(|var\(|env\(|expression|binding|behaviou?r|position|[@\\<]|\/\*/i;
const ownPicture = /^(?:\/files\/|data:image\/(?:png|jpeg|gif|webp);base64,)/i;
const proxied = /^\/image-proxy\/[\w.~-]+$/;

function restrainPicture(picture: HTMLImageElement, counted: { blocked: number; loadable: number }) {
  const source = picture.getAttribute('src') ?? '';
  if (ownPicture.test(source)) return;
  const remote = picture.dataset.remote;
  picture.removeAttribute('src');
  counted.blocked += Number(source !== '' || remote !== undefined);
  if (remote !== undefined && proxied.test(remote)) counted.loadable += 1;
  else picture.removeAttribute('data-remote');
}

// "www.bank.example" that leads to evil.example says so beside itself.
function unmaskLink(link: HTMLAnchorElement) {
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  const address = link.getAttribute('href') ?? '';
  if (!/^https?:/i.test(address)) return;
  const leadsTo = new URL(address).host;
  const claimed = /(?:https?:\/\/|www\.)([^\s/]+)/i.exec(link.textContent ?? '')?.[0];
  link.title = address;
  if (!claimed) return;
  const seems = new URL(/^https?:/i.test(claimed) ? claimed : `https://${claimed}`).host;
  // The desk may have said it already.
  const isSaid = (link.nextSibling?.textContent ?? '').trimStart().startsWith(`[${leadsTo}]`);
  if (!isSaid && seems.replace(/^www\./, '') !== leadsTo.replace(/^www\./, '')) link.after(` [${leadsTo}] `);
}

export function washMail(html: string): Washed {
  const purify = DOMPurify(window);
  purify.addHook('uponSanitizeAttribute', (node, attribute) => {
    if (node.nodeName === 'IMG' && attribute.attrName === 'src') attribute.forceKeepAttr = true;
    if (attribute.attrName === 'style' && reachesOut.test(attribute.attrValue)) attribute.keepAttr = false;
    if (attribute.attrName === 'data-remote') attribute.forceKeepAttr = proxied.test(attribute.attrValue);
  });
  const content = purify.sanitize(html, settings) as DocumentFragment | null;
  const counted = { blocked: 0, loadable: 0 };
  if (!content) return { content, ...counted };
  for (const picture of content.querySelectorAll('img')) restrainPicture(picture, counted);
  for (const link of content.querySelectorAll('a')) unmaskSafely(link);
  return { content, ...counted };
}

function unmaskSafely(link: HTMLAnchorElement) {
  try {
    unmaskLink(link);
  } catch {
    link.removeAttribute('href');
  }
}

export function showRemotePictures(document: Document) {
  for (const picture of document.querySelectorAll('img')) {
    const address = picture.dataset.remote;
    if (address && proxied.test(address)) picture.src = address;
  }
}
