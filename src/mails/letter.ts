/** A mail as its parts, from which both versions are made, so that text and HTML can't say different things. */
export interface Letter {
  subject: string;
  parts: readonly Part[];
}

export type Part =
  | { is: 'paragraph'; text: string }
  | { is: 'facts'; rows: readonly { term: string; value: string; strong?: boolean }[] }
  | { is: 'button'; label: string; href: string }
  | { is: 'code'; digits: string; label: string }
  | { is: 'table'; head: readonly [string, string]; rows: readonly (readonly [string, string])[] }
  /** The same request in the other language, for a reader who has only that. */
  | { is: 'aside'; lang: 'ja' | 'en'; text: string }
  | { is: 'signature'; lines: readonly string[] };

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** One line without control characters, as a subject must be. */
export function oneLine(text: string): string {
  return text.replace(CONTROLS, ' ').trim();
}
