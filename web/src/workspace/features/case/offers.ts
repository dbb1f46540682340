// SPDX-License-Identifier: Apache-2.0
// What "/" and "@" offer while somebody writes.
export interface Offer {
  name: string;
  about: string;
  text: string;
}

export interface Menu {
  offers: Offer[];
  typed: number;
}

const beginning = /(?:^|\s)([/@])([\p{L}\p{M}\w-]*)$/u;

export function menuAt(textBefore: string, lists: Record<'/' | '@', readonly Offer[]>): Menu | null {
  const found = beginning.exec(textBefore);
  if (!found) return null;
  const sign = found[1] as '/' | '@';
  const wanted = found[2]!.toLocaleLowerCase();
  const offers = lists[sign].filter((offer) => `${offer.name} ${offer.about}`.toLocaleLowerCase().includes(wanted));
  return offers.length ? { offers: offers.slice(0, 6), typed: wanted.length + 1 } : null;
}
