import { z } from 'zod';

/** Longest answer field, in code points. */
export const MAX_ANSWER_LENGTH = 10_000;

type TextRefusal = {
  refusal: 'text-too-long' | 'text-control-character' | 'text-lone-surrogate';
  [detail: string]: unknown;
};

// C0 and C1 controls, except line feed and tab.
const CONTROL = /[^\P{Cc}\n\t]/u;

/**
 * What people type, kept verbatim: 𠮷, emoji, right-to-left marks and all. CRLF and CR become LF. Control characters,
 * lone surrogates (PostgreSQL takes neither) and texts over `max` code points are refused by name, never cut, so that
 * the page can hand the text back.
 */
export function freeTextSchema(max: number) {
  return z
    .string()
    .transform((typed) => typed.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
    .superRefine((text, context) => {
      const refuse = (params: TextRefusal) => context.addIssue({ code: 'custom', message: params.refusal, params });
      const length = [...text].length;
      if (length > max) refuse({ refusal: 'text-too-long', max, length });
      const control = CONTROL.exec(text);
      if (control) refuse({ refusal: 'text-control-character', position: control.index + 1 });
      if (!text.isWellFormed()) refuse({ refusal: 'text-lone-surrogate' });
    });
}
