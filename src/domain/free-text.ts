import { z } from 'zod';

/** Longest answer field, in code points. */
export const MAX_ANSWER_LENGTH = 10_000;

type TextRefusal = {
  refusal: 'text-too-long' | 'text-lone-surrogate';
  [detail: string]: unknown;
};

// As Word, Excel and old systems put them into what is copied from them.
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
// C0 and C1 controls, except line feed and tab.
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** Typed or pasted text as it is kept: every kind of line break is a line feed, other controls, which nobody sees, go. */
export function plainText(typed: string): string {
  return typed.replace(LINE_BREAK, '\n').replace(CONTROL, '');
}

/** In code points, as limits count. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * What people type, kept verbatim as `plainText` leaves it: 𠮷, emoji, right-to-left marks and all. Lone surrogates, which
 * PostgreSQL doesn't take, and texts over `max` code points are refused by name, never cut, so that the page can hand
 * the text back.
 */
export function freeTextSchema(max: number) {
  return z
    .string()
    .transform(plainText)
    .superRefine((text, context) => {
      const refuse = (params: TextRefusal) => context.addIssue({ code: 'custom', message: params.refusal, params });
      const length = lengthOf(text);
      if (length > max) refuse({ refusal: 'text-too-long', max, length });
      if (!text.isWellFormed()) refuse({ refusal: 'text-lone-surrogate' });
    });
}
