// SPDX-License-Identifier: Apache-2.0
// Dates, spans, numbers and money as the reader's language writes them.
import { computed } from 'vue';
import { language, locale, localeOf, zone } from './messages';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function formatter(options: Intl.DateTimeFormatOptions) {
  const made = computed(() => new Intl.DateTimeFormat(locale.value, { ...options, timeZone: zone.value }));
  return (at: number) => made.value.format(at);
}

export const formatMoment = formatter({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
export const formatDay = formatter({ day: 'numeric', month: 'long' });
export const formatFullDay = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
export const formatMomentWithWeekday = formatter({ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
// As the reader of a letter in that language writes it.
export const momentIn = (tag: string, at: number) =>
  new Intl.DateTimeFormat(localeOf(tag), { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: zone.value }).format(at);
export const formatTime = formatter({ hour: '2-digit', minute: '2-digit' });

// CLDR puts the Persian year before its month; people write it after.
const months = computed(() => new Intl.DateTimeFormat(locale.value, { month: 'long', year: 'numeric', timeZone: zone.value }));
export function formatMonth(at: number) {
  if (language.value !== 'fa') return months.value.format(at);
  const parts = Object.fromEntries(months.value.formatToParts(at).map((part) => [part.type, part.value]));
  return `${parts.month} ${parts.year}`;
}

const numbers = computed(() => new Intl.NumberFormat(locale.value));
const shares = computed(() => new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 0 }));
export const formatShare = (part: number) => shares.value.format(part);
const indexes = computed(() => new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2, minimumFractionDigits: 2 }));
export const formatIndex = (index: number) => indexes.value.format(index);
export const formatNumber = (n: number) => numbers.value.format(n);


// A file's size, in the unit a person would name it in.
export function formatSize(bytes: number) {
  const [n, name] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), 'kilobyte'] : [Math.round(bytes / 1e5) / 10, 'megabyte'];
  return new Intl.NumberFormat(locale.value, { style: 'unit', unit: name, unitDisplay: language.value === 'fa' ? 'long' : 'short' }).format(n);
}

// Today only the hour, else the day as well: what is near needs less.
// The day as machines write it: 2026-12-06.
export const isoDay = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone.value }).format(at);
export const formatShortly = (at: number, now: number) => (isoDay(at) === isoDay(now) ? formatTime(at) : formatDay(at));

const weekdays = computed(() => new Intl.DateTimeFormat(locale.value, { weekday: 'long', timeZone: 'UTC' }));
// Monday is 0; the fifth of January 1970 was one.
export const weekdayName = (weekday: number) => weekdays.value.format((4 + weekday) * day);

const names = computed(() => new Intl.DisplayNames(locale.value, { type: 'language' }));
export const languageName = (code: string) => names.value.of(code) ?? code;
export const ownName = (code: string) => new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;

function unit(n: number, name: 'minute' | 'hour' | 'day') {
  // Persian has no narrow hour (Intl answers "1h ۳۵m") and Finnish narrow loses its space ("35min").
  const unitDisplay = ({ en: 'narrow', el: 'narrow', fi: 'short', fa: 'long' } as const)[language.value];
  return new Intl.NumberFormat(locale.value, { style: 'unit', unit: name, unitDisplay }).format(n);
}

function clockFace(first: number, second: number) {
  const pad = new Intl.NumberFormat(locale.value, { minimumIntegerDigits: 2 });
  return `${formatNumber(first)}:${pad.format(second)}`;
}

// How long: two units at most, never "0 hours". Used in chips, where a minute more or less is no matter.
export function formatSpan(length: number) {
  const minutes = Math.floor(Math.abs(length) / minute);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (hours === 0) return unit(minutes, 'minute');
  if (language.value === 'fa') {
    if (days > 0) return unit(days, 'day');
    return minutes % 60 === 0 ? unit(hours, 'hour') : `${clockFace(hours, minutes % 60)} ساعت`;
  }
  if (days > 0) return [unit(days, 'day'), hours % 24 && unit(hours % 24, 'hour')].filter(Boolean).join(' ');
  return [unit(hours, 'hour'), minutes % 60 && unit(minutes % 60, 'minute')].filter(Boolean).join(' ');
}

// The promise bar counts seconds in the last ten minutes, when each of them is felt.
export function formatCountdown(length: number) {
  const left = Math.abs(length);
  if (left >= 10 * minute) return formatSpan(left);
  return clockFace(Math.floor(left / minute), Math.floor((left % minute) / 1000));
}

export const times = { minute, hour, day };
