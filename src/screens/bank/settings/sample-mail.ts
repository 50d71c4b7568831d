import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline, type Locale } from '@/domain/date-format';
import { fillMailText, type OwnTextKind } from '@/domain/mail-texts';
import type { MailData } from '@/mails/mail-data';
import { mailTranslator } from '@/mails/mail-translator';
import { renderMail } from '@/mails/render-mail';
import type { Settings } from './settings-data';

/** Days and figures of the sample alone: no vendor's. */
const SAMPLE = {
  fiscalYear: 2026,
  referenceDate: '2026-11-30',
  dueDate: '2026-12-25',
  at: new Date('2027-01-15T05:00:00Z'),
  link: 'https://tenken.example/respond',
  progress: { itemCount: 54, answeredCount: 49 },
} as const;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * A mail of the kind as a vendor would get it now, made by what makes the real ones. Its links lead nowhere, since the
 * sample has no assessment. Pure; `settings` may be half typed.
 */
export function sampleMail(
  kind: OwnTextKind,
  language: Locale,
  settings: Settings,
): { subject: string; text: string; html: string } {
  const bank = bankNameIn(language, settings);
  const closingTime = CLOCK.test(settings.closingTime) ? settings.closingTime : '17:00';
  const words = mailTranslator(language);
  const vendor = words('sample.vendor');
  const service = words('sample.service');
  const campaign = words('sample.campaign');
  const ownWords = fillMailText(settings.mailTexts[kind]?.[language] ?? '', {
    vendor,
    service,
    campaign,
    bank,
    dueDate: formatDeadline(SAMPLE.dueDate, closingTime, language),
  });
  const { fiscalYear, dueDate, referenceDate, link, progress, at } = SAMPLE;
  const subject = {
    language,
    bank: settings,
    vendorName: vendor,
    serviceName: service,
    fiscalYear,
    campaignName: campaign,
    link,
    ownWords,
  };
  const due = { dueDate, closingTime };
  const data = {
    invitation: {
      kind: 'invitation',
      ...subject,
      ...due,
      referenceDate,
      itemCount: progress.itemCount,
      carriedOver: true,
    },
    reminder: { kind: 'reminder', ...subject, ...due, ...progress, businessDaysLeft: 3 },
    overdue: { kind: 'overdue', ...subject, ...due, ...progress },
    return: {
      kind: 'return',
      ...subject,
      ...due,
      message: '',
      requests: [{ number: '28', request: words('sample.request') }],
    },
    acceptance: { kind: 'acceptance', ...subject, acceptedAt: at, openCommitments: 2 },
  } satisfies Record<OwnTextKind, MailData>;
  const { html, ...mail } = renderMail(data[kind]);
  return { ...mail, html: html.replaceAll(/ href="[^"]*"/g, '') };
}
