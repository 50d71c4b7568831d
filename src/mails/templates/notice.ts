import { formatInstant } from '@/domain/date-format';
import type { Letter, Part } from '../letter';
import type {
  AcceptanceMail,
  ColleagueLinkRequestedMail,
  CopyMail,
  LinkRequestedMail,
  ReceiptMail,
  SubmittedNoticeMail,
  WithdrawnMail,
} from '../mail-data';
import { bankValues, deadline, paragraph, paragraphs, signature, type Voice } from '../voice';

type NoticeMail =
  | ReceiptMail
  | SubmittedNoticeMail
  | AcceptanceMail
  | WithdrawnMail
  | LinkRequestedMail
  | ColleagueLinkRequestedMail
  | CopyMail;

/** Mails that tell what has happened: 受領 with the vendor's copy, 提出のお知らせ, 承認, 取下げ, リンクの依頼, 写し. */
export function noticeLetter(data: NoticeMail, voice: Voice): Letter {
  const { locale, other, t, abroad } = voice;
  const values = {
    ...bankValues(data.bank, locale),
    vendor: data.vendorName,
    service: data.serviceName,
    campaign: data.campaignName,
    round: data.kind === 'submitted_notice' ? data.round : 1,
    holder: 'holderName' in data ? data.holderName : '',
    open: data.kind === 'acceptance' ? data.openCommitments : 0,
    ...(data.kind === 'copy' ? { of: data.of, lead: data.leadName, due: deadline(data, locale) } : {}),
  };
  return {
    subject: t(`${data.kind}.subject`, values),
    parts: [
      paragraph(
        'memberName' in data
          ? t('salutation.member', { name: data.memberName })
          : t('salutation.vendor', { vendor: data.vendorName }),
      ),
      ...openingOf(data, t(`${data.kind}.opening`, values)),
      factsOf(data, voice),
      ...copyOf(data, voice),
      ...('link' in data ? [{ is: 'button', label: t(`${data.kind}.button`), href: data.link } as const] : []),
      ...t(`${data.kind}.closing`, values).split('\n').map(paragraph),
      { is: 'aside', lang: other, text: abroad(`${data.kind}.abroad`, bankValues(data.bank, other)) },
      signature(data.bank, voice),
    ],
  };
}

/** The usual opening, or the bank's own words. */
function openingOf(data: NoticeMail, usual: string): Part[] {
  const own = 'ownWords' in data ? paragraphs(data.ownWords) : [];
  return own.length > 0 ? own : [paragraph(usual)];
}

function factsOf(data: NoticeMail, { locale, t }: Voice): Part {
  const about = [
    { term: t('fact.campaign'), value: data.campaignName },
    { term: t('fact.service'), value: data.serviceName },
  ];
  switch (data.kind) {
    case 'receipt': {
      const { title, name } = data.submittedBy;
      return {
        is: 'facts',
        rows: [
          { term: t('fact.submittedAt'), value: formatInstant(data.submittedAt, locale), strong: true },
          { term: t('fact.submittedBy'), value: `${title} ${name}` },
          ...about,
          { term: t('fact.receiptHash'), value: data.receiptHash },
        ],
      };
    }
    case 'submitted_notice':
      return {
        is: 'facts',
        rows: [
          { term: t('fact.vendor'), value: data.vendorName },
          { term: t('fact.submittedAt'), value: formatInstant(data.submittedAt, locale), strong: true },
          ...about,
        ],
      };
    case 'colleague_link_requested':
      return {
        is: 'facts',
        rows: [
          { term: t('fact.requestedAt'), value: formatInstant(data.requestedAt, locale), strong: true },
          { term: t('fact.holder'), value: data.holderName },
          ...about,
        ],
      };
    case 'link_requested':
      return {
        is: 'facts',
        rows: [
          { term: t('fact.vendor'), value: data.vendorName },
          { term: t('fact.requestedAt'), value: formatInstant(data.requestedAt, locale), strong: true },
          { term: t('fact.holder'), value: data.holderName },
          ...about,
        ],
      };
    case 'acceptance':
      return {
        is: 'facts',
        rows: [{ term: t('fact.acceptedAt'), value: formatInstant(data.acceptedAt, locale), strong: true }, ...about],
      };
    case 'withdrawn':
      return { is: 'facts', rows: about };
    case 'copy':
      return {
        is: 'facts',
        rows: [{ term: t('fact.due'), value: deadline(data, locale), strong: true }, ...about],
      };
  }
}

function copyOf(data: NoticeMail, { t }: Voice): Part[] {
  if (data.kind !== 'receipt') return [];
  return [
    paragraph(t('receipt.copy')),
    {
      is: 'table',
      head: [t('fact.itemNumber'), t('fact.answer')],
      rows: data.answers.map(({ number, status }) => [number, t(`status.${status}`)] as const),
    },
  ];
}
