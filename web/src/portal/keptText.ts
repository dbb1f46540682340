// SPDX-License-Identifier: Apache-2.0
// What somebody has begun to write stays on their machine for as long as the window is open.
const place = (link: string) => `amends.text.${link.slice(-16)}`;

export function keepText(link: string, text: string) {
  try {
    if (text) sessionStorage.setItem(place(link), text);
    else sessionStorage.removeItem(place(link));
  } catch {
    // Nothing can be kept here; the page goes on without.
  }
}

export function keptText(link: string): string {
  try {
    return sessionStorage.getItem(place(link)) ?? '';
  } catch {
    return '';
  }
}
