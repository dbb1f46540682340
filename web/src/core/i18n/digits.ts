// SPDX-License-Identifier: Apache-2.0
// A number as people type it in four languages, as the desk reads it: "۲٫۵" and "2,5" are 2.5.
export const latinDigits = (typed: string) =>
  typed
    .trim()
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[٫,]/g, '.');
