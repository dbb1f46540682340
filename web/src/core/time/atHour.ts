// SPDX-License-Identifier: Apache-2.0
// A full hour of the day on which a moment lies, in the person's own zone.
import { zone } from '@/core/i18n/messages';

function partsAt(at: number) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone.value, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at);
  return Object.fromEntries(parts.map((part) => [part.type, Number(part.value)])) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
}

const offsetAt = (at: number) => {
  const { year, month, day, hour, minute, second } = partsAt(at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
};

export function atHour(day: number, hour: number): number {
  const { year, month, day: date } = partsAt(day);
  const wall = Date.UTC(year, month - 1, date, hour);
  // The offset of that very hour, which may differ from that of now when the clocks change in between.
  return wall - offsetAt(wall - offsetAt(day));
}
