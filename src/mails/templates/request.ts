import { formatDate } from '@/domain/date-format';
import { halfHoursFor } from '@/domain/effort';
import type { Letter, Part } from '../letter';
import type {
  DelegatedMail,
  DueDateChangedMail,
  InvitationMail,
  LinkReissuedMail,
  OverdueMail,
  ReminderMail,
  ReturnMail,
} from '../mail-data';
import { bankValues, deadline, paragraph, paragraphs, signature, type Voice } from '../voice';

type RequestMail =
  | InvitationMail
  | ReminderMail
  | OverdueMail
  | ReturnMail
  | DueDateChangedMail
  | LinkReissuedMail
  | DelegatedMail;

/** Mails that ask the vendor for something by a due date: 要対応, リマインド, 期限超過, 差戻し, 期限変更, リンク再発行, 担当依頼. */
export function requestLetter(data: RequestMail, voice: Voice): Letter {
  const { other, t, abroad } = voice;
  const values = valuesOf(data, voice);
  return {
    subject: t(`${data.kind}.subject`, values),
    parts: [
      paragraph(t('salutation.vendor', { vendor: data.vendorName })),
      paragraph(t(`${data.kind}.greeting`, values)),
      ...requestOf(data, voice, values),
      ...askedFor(data, voice),
      factsOf(data, voice),
      { is: 'button', label: t(`${data.kind}.button`, values), href: data.link },
      ...t(`${data.kind}.closing`, values).split('\n').map(paragraph),
      {
        is: 'aside',
        lang: other,
        text: abroad(`${data.kind}.abroad`, { ...bankValues(data.bank, other), due: deadline(data, other) }),
      },
      signature(data.bank, voice),
    ],
  };
}

function valuesOf(data: RequestMail, { locale }: Voice): Record<string, string | number> {
  const common = {
    ...bankValues(data.bank, locale),
    campaign: data.campaignName,
    service: data.serviceName,
    fiscalYear: String(data.fiscalYear),
    due: deadline(data, locale),
  };
  switch (data.kind) {
    case 'invitation':
      return { ...common, carriedOver: data.carriedOver ? 'yes' : 'no' };
    case 'reminder':
      return { ...common, days: data.businessDaysLeft, items: data.itemCount, answered: data.answeredCount };
    case 'overdue':
      return { ...common, items: data.itemCount, answered: data.answeredCount };
    case 'return':
      return { ...common, count: data.requests.length };
    case 'due_date_changed':
      return { ...common, previous: deadline({ ...data, dueDate: data.previousDueDate }, locale) };
    case 'delegated':
      return { ...common, lead: data.leadName, items: data.itemCount };
    case 'link_reissued':
      return common;
  }
}

/** The usual request, or the bank's own words. */
function requestOf(data: RequestMail, { t }: Voice, values: Record<string, string | number>): Part[] {
  const own = 'ownWords' in data ? paragraphs(data.ownWords) : [];
  return own.length > 0 ? own : [paragraph(t(`${data.kind}.request`, values))];
}

function effortOf(items: number) {
  const halves = halfHoursFor(items);
  return { items, halves, hours: halves / 2 };
}

function askedFor(data: RequestMail, { t }: Voice): Part[] {
  if (data.kind === 'delegated') return paragraphs(data.message);
  if (data.kind !== 'return') return [];
  return [
    ...data.message
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(paragraph),
    {
      is: 'table',
      head: [t('fact.itemNumber'), t('fact.request')],
      rows: data.requests.map(({ number, request }) => [number, request] as const),
    },
  ];
}

function factsOf(data: RequestMail, { locale, t }: Voice): Part {
  const due = {
    term: t(data.kind === 'return' ? 'fact.resubmitBy' : 'fact.due'),
    value: deadline(data, locale),
    strong: true,
  };
  const target = { term: t('fact.service'), value: data.serviceName };
  switch (data.kind) {
    case 'invitation':
      return {
        is: 'facts',
        rows: [
          due,
          { term: t('fact.referenceDate'), value: formatDate(data.referenceDate, locale) },
          target,
          { term: t('fact.items'), value: t('invitation.items', effortOf(data.itemCount)) },
        ],
      };
    case 'reminder':
    case 'overdue':
      return {
        is: 'facts',
        rows: [
          due,
          target,
          { term: t('fact.remaining'), value: t('progress.remaining', { left: data.itemCount - data.answeredCount }) },
        ],
      };
    case 'delegated':
      return {
        is: 'facts',
        rows: [due, target, { term: t('fact.items'), value: t('invitation.items', effortOf(data.itemCount)) }],
      };
    case 'due_date_changed': {
      const previous = deadline({ ...data, dueDate: data.previousDueDate }, locale);
      const reason = data.reason === '' ? [] : [{ term: t('fact.dueReason'), value: data.reason }];
      return { is: 'facts', rows: [{ term: t('fact.previousDue'), value: previous }, due, ...reason, target] };
    }
    default:
      return { is: 'facts', rows: [due, target] };
  }
}
