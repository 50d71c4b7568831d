import { MESSAGES } from './all';
import { localeFrom } from './locale';

export type Reader = 'anybody' | 'bank' | 'respondent';

/** Refusals that speak of the respondents' own answer master（回答マスタ）. */
const OF_MASTER = /^(organisation-|master-)|^nothing-to-keep$/;

/**
 * The sentences that a reader's pages carry into the browser. Nobody at a bank, and nobody who has not signed in, is sent
 * a word about the respondents' answer master; mails are rendered by the worker alone.
 */
export function wordsFor(reader: Reader, locale: string) {
  const { mails: _mails, respondent, refusals, ui, states, entry, ...ofBank } = MESSAGES[localeFrom(locale)];
  if (reader === 'respondent') return { ui, states, entry, refusals, respondent };
  const withoutMaster = Object.fromEntries(Object.entries(refusals).filter(([code]) => !OF_MASTER.test(code)));
  const shared = { ui, states, entry, refusals: withoutMaster };
  return reader === 'bank' ? { ...shared, ...ofBank } : shared;
}
