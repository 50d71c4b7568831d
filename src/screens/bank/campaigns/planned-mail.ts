import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline } from '@/domain/date-format';
import { remainingBusinessDays } from '@/domain/deadline';
import { fillMailText } from '@/domain/mail-texts';
import { mailTranslator } from '@/mails/mail-translator';
import { renderMail } from '@/mails/render-mail';
import type { FlightPlanView } from './campaign-data';

type Target = FlightPlanView['targets'][number];
type Wave = FlightPlanView['waves'][number];

/**
 * One mail of the plan as its recipient would get it, made by what makes the real ones; where the link will stand it says
 * so. A reminder is worded as to somebody who has not begun. Null for a target without a recipient.
 */
export function plannedMail(plan: FlightPlanView, target: Target, wave: Wave, leg: Wave['legs'][number]) {
  const { letter, closingTime, fiscalYear, name, referenceDate } = plan;
  if (target.recipient === null) return null;
  const { language } = target.recipient;
  const { bank } = letter;
  const subject = {
    language,
    bank,
    vendorName: target.vendorName,
    serviceName: target.serviceName,
    fiscalYear,
    campaignName: name,
    link: mailTranslator(language)('sample.link'),
    ownWords: fillMailText(letter.words[leg.kind][language], {
      vendor: target.vendorName,
      service: target.serviceName,
      campaign: name,
      bank: bankNameIn(language, bank),
      dueDate: formatDeadline(wave.dueDate, closingTime, language),
    }),
    dueDate: wave.dueDate,
    closingTime,
  };
  const { itemCount } = target;
  const data = {
    invitation: {
      kind: 'invitation' as const,
      ...subject,
      referenceDate,
      itemCount,
      carriedOver: letter.carriedOver.includes(target.serviceId),
    },
    reminder: {
      kind: 'reminder' as const,
      ...subject,
      itemCount,
      answeredCount: 0,
      businessDaysLeft: remainingBusinessDays(leg.sendAt, wave.dueDate),
    },
    overdue: { kind: 'overdue' as const, ...subject, itemCount, answeredCount: 0 },
  }[leg.kind];
  const { html, ...mail } = renderMail(data);
  return { ...mail, html: html.replaceAll(/ href="[^"]*"/g, '') };
}
