export const LOCALES = ['ja', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'ja';
/** Set in the browser by the language switch; holds nothing but the language. */
export const LOCALE_COOKIE = 'tenken_locale';

/** The language a cookie asks for; Japanese for anything else. */
export function localeFrom(cookie: string | undefined): Locale {
  return LOCALES.find((locale) => locale === cookie) ?? DEFAULT_LOCALE;
}
