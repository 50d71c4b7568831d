import { z } from 'zod';
import { freeTextSchema } from './free-text';

/** The kinds of mail whose opening words a bank may set itself. */
export const OWN_TEXT_KINDS = ['invitation', 'reminder', 'overdue', 'return', 'acceptance'] as const;
export type OwnTextKind = (typeof OWN_TEXT_KINDS)[number];

export const MAX_MAIL_TEXT_LENGTH = 2000;

const textsSchema = z.strictObject({
  ja: freeTextSchema(MAX_MAIL_TEXT_LENGTH),
  en: freeTextSchema(MAX_MAIL_TEXT_LENGTH),
});

/** The bank's own words by kind of mail; an absent kind or '' keeps the product's. */
export const mailTextsSchema = z.partialRecord(z.enum(OWN_TEXT_KINDS), textsSchema);
export type MailTexts = z.output<typeof mailTextsSchema>;
