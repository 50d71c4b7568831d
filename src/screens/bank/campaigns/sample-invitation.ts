import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline, type Locale } from '@/domain/date-format';
import { fillMailText } from '@/domain/mail-texts';
import { mailTranslator } from '@/mails/mail-translator';
import { renderMail } from '@/mails/render-mail';
import type { CampaignDraft } from './campaign-data';

/**
 * This campaign's invitation in one language as a vendor of the first wave would get it, with `words` as they are typed;
 * '' keeps the usual ones. The vendor is a sample, its link leads nowhere.
 */
export function sampleInvitation(draft: CampaignDraft, language: Locale, words: string) {
  const sample = mailTranslator(language);
  const { bank, closingTime, fiscalYear, name, referenceDate } = draft;
  const dueDate = draft.waves[0]?.dueDate ?? referenceDate;
  const vendor = sample('sample.vendor');
  const service = sample('sample.service');
  const asked = draft.items.filter(
    (item) => item.chosen && item.answeredBy !== 'bank' && item.onlyForApiKinds === null,
  );
  const { html, ...mail } = renderMail({
    kind: 'invitation',
    language,
    bank,
    vendorName: vendor,
    serviceName: service,
    fiscalYear,
    campaignName: name,
    dueDate,
    closingTime,
    link: sample('sample.link'),
    referenceDate,
    itemCount: asked.length,
    carriedOver: true,
    ownWords: fillMailText(words, {
      vendor,
      service,
      campaign: name,
      bank: bankNameIn(language, bank),
      dueDate: formatDeadline(dueDate, closingTime, language),
    }),
  });
  return { ...mail, html: html.replaceAll(/ href="[^"]*"/g, '') };
}
