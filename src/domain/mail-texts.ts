import { z } from 'zod';
import type { Locale } from './date-format';
import { freeTextSchema } from './free-text';

/** The kinds of mail whose request or opening a bank may word itself. */
export const OWN_TEXT_KINDS = ['invitation', 'reminder', 'overdue', 'return', 'acceptance'] as const;
export type OwnTextKind = (typeof OWN_TEXT_KINDS)[number];

/** What a bank's own words may name; each is filled in as plain text when the mail is made. */
export const MAIL_PLACEHOLDERS = ['vendor', 'service', 'campaign', 'bank', 'dueDate'] as const;
export type MailValues = Record<(typeof MAIL_PLACEHOLDERS)[number], string>;

export const MAX_MAIL_TEXT_LENGTH = 2000;

const textsSchema = z.strictObject({
  ja: freeTextSchema(MAX_MAIL_TEXT_LENGTH),
  en: freeTextSchema(MAX_MAIL_TEXT_LENGTH),
});

/** The bank's own words by kind of mail; an absent kind or '' keeps the product's. */
export const mailTextsSchema = z.partialRecord(z.enum(OWN_TEXT_KINDS), textsSchema);
export type MailTexts = z.output<typeof mailTextsSchema>;

/** A mail's own words before they are filled in: the campaign's for its invitations, else the bank's for the kind; '' for none. */
export function wordsFor(
  kind: OwnTextKind,
  language: Locale,
  from: { campaign: Record<Locale, string>; bank: MailTexts },
): string {
  const campaigns = kind === 'invitation' ? from.campaign[language] : '';
  return campaigns.trim() === '' ? (from.bank[kind]?.[language] ?? '') : campaigns;
}

const BRACED = /\{([^{}]*)\}/g;
const isKnown = (name: string): name is keyof MailValues => (MAIL_PLACEHOLDERS as readonly string[]).includes(name);

/** The first thing in braces that is no placeholder, or a brace without its partner; null when all is well. */
export function unknownPlaceholder(text: string): string | null {
  for (const [whole, name = ''] of text.matchAll(BRACED)) if (!isKnown(name)) return whole;
  return /[{}]/.exec(text.replaceAll(BRACED, ''))?.[0] ?? null;
}

/** The words with their values, each value as it is: one that looks like a placeholder stays what it is. */
export function fillMailText(text: string, values: MailValues): string {
  return text.replaceAll(BRACED, (whole, name: string) => (isKnown(name) ? values[name] : whole));
}
