import en from './en/ui.json' with { type: 'json' };
import ja from './ja/ui.json' with { type: 'json' };

/** The words of a failed page in both languages, for the one page that has no provider of sentences. */
export const FAILURE_WORDS = [
  { lang: 'ja', ...ja.failure },
  { lang: 'en', ...en.failure },
] as const;
