// SPDX-License-Identifier: Apache-2.0
// Words that no one needs before a screen or a dialog is opened come with the first of them: the first page stays light.
import { learn } from './messages';

const later = {
  en: () => import('../../../locales/later/en.json'),
  fi: () => import('../../../locales/later/fi.json'),
  el: () => import('../../../locales/later/el.json'),
  fa: () => import('../../../locales/later/fa.json'),
};

// Nothing is shown before its words are there.
export const withWords = async <T>(screen: Promise<T>): Promise<T> => (await Promise.all([screen, learn(later)]))[0];
