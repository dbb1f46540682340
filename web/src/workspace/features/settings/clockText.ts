// SPDX-License-Identifier: Apache-2.0
// Minutes since midnight and the way a time field writes them. Midnight at the end of a day shows as 00:00.
export function clockText(minutes: number): string {
  const rest = minutes % 1440;
  return `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
}

export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
