import { describe, expect, it } from 'vitest';
import en from '@/messages/en/mails.json' with { type: 'json' };
import ja from '@/messages/ja/mails.json' with { type: 'json' };
import type { Letterhead, MailData, MailKind } from './mail-data';
import { renderMail } from './render-mail';

const LINK = 'https://tenken.example/r/kD3x?a=1&b=2';
const BANK: Letterhead = {
  name: 'あおば銀行',
  nameEn: 'Aoba Bank',
  selfTerm: '当行',
  department: 'リスク統括部',
  departmentEn: 'Risk Management Division',
  telephone: '03-0000-0001',
  replyAddress: 'tenken@aoba-bank.example',
  businessHours: '平日 9:00～17:00',
};

/** One mail of every kind, every text from a person being `said`. */
function samples(language: 'ja' | 'en', said = '株式会社ミライ家計簿'): { [K in MailKind]: MailData & { kind: K } } {
  const vendor = { language, bank: BANK, vendorName: said, serviceName: said, fiscalYear: 2026, campaignName: said };
  const due = { dueDate: '2026-12-25' as const, closingTime: '17:00', link: LINK };
  const progress = { itemCount: 54, answeredCount: 49 };
  const at = new Date('2026-11-27T01:32:00Z');
  const question = { number: '28', text: said, askedBy: said, answer: said, answeredBy: said };
  return {
    invitation: {
      kind: 'invitation',
      ...vendor,
      ...due,
      referenceDate: '2026-11-30',
      itemCount: 54,
      carriedOver: true,
      ownWords: '',
    },
    reminder: { kind: 'reminder', ...vendor, ...due, ...progress, businessDaysLeft: 3, ownWords: '' },
    overdue: { kind: 'overdue', ...vendor, ...due, ...progress, ownWords: '' },
    receipt: {
      kind: 'receipt',
      ...vendor,
      link: LINK,
      submittedAt: at,
      submittedBy: { name: said, title: said },
      receiptHash: 'f'.repeat(64),
      answers: [
        { number: '1', status: 'met' },
        { number: '2', status: 'partial' },
      ],
    },
    submitted_notice: {
      kind: 'submitted_notice',
      language,
      bank: BANK,
      memberName: said,
      vendorName: said,
      serviceName: said,
      campaignName: said,
      submittedAt: at,
      round: 2,
      link: LINK,
    },
    return: {
      kind: 'return',
      ...vendor,
      ...due,
      message: said,
      requests: [{ number: '28', request: said }],
      ownWords: '',
    },
    acceptance: { kind: 'acceptance', ...vendor, link: LINK, acceptedAt: at, openCommitments: 2, ownWords: '' },
    due_date_changed: {
      kind: 'due_date_changed',
      ...vendor,
      ...due,
      previousDueDate: '2026-12-18',
      reason: '年末のため',
    },
    withdrawn: { kind: 'withdrawn', ...vendor },
    copy: {
      kind: 'copy',
      ...vendor,
      dueDate: due.dueDate,
      closingTime: due.closingTime,
      of: 'reminder',
      leadName: said,
    },
    link_reissued: { kind: 'link_reissued', ...vendor, ...due },
    colleague_link_requested: {
      kind: 'colleague_link_requested',
      ...vendor,
      link: LINK,
      holderName: said,
      requestedAt: at,
    },
    link_requested: {
      kind: 'link_requested',
      language,
      bank: BANK,
      memberName: said,
      vendorName: said,
      serviceName: said,
      campaignName: said,
      holderName: said,
      requestedAt: at,
      link: LINK,
    },
    delegated: { kind: 'delegated', ...vendor, ...due, leadName: said, message: said, itemCount: 6 },
    question_asked: {
      kind: 'question_asked',
      language,
      bank: BANK,
      memberName: said,
      vendorName: said,
      serviceName: said,
      campaignName: said,
      questions: [{ ...question, answer: '', answeredBy: '' }],
      link: LINK,
    },
    question_answered: { kind: 'question_answered', ...vendor, questions: [question], link: LINK },
    member_invited: { kind: 'member_invited', language, bank: BANK, memberName: said, link: LINK },
    sign_in_code: { kind: 'sign_in_code', language, code: '739204', expiresAt: at },
    sign_in_by_provider: {
      kind: 'sign_in_by_provider',
      language,
      banks: [{ name: said, nameEn: said, link: LINK }],
    },
    organisation_invited: {
      kind: 'organisation_invited',
      language,
      organisationName: said,
      inviterName: said,
      link: LINK,
    },
    respondent_code: {
      kind: 'respondent_code',
      language,
      code: '739204',
      expiresAt: at,
      about: { bank: BANK, vendorName: said, recipientName: said },
    },
  };
}

const PREFIX: Record<MailKind, string> = {
  invitation: '【要対応】',
  reminder: '【リマインド】',
  overdue: '【期限超過】',
  receipt: '【受領】',
  submitted_notice: '【提出】',
  return: '【差戻し】',
  acceptance: '【承認】',
  due_date_changed: '【期限変更】',
  withdrawn: '【取下げ】',
  copy: '【写し】',
  link_reissued: '【リンク再発行】',
  link_requested: '【要対応】',
  colleague_link_requested: '【要対応】',
  delegated: '【担当依頼】',
  question_asked: '【質問】',
  question_answered: '【質問への回答】',
  member_invited: '【ご案内】',
  sign_in_code: '【確認コード】',
  sign_in_by_provider: '【ご案内】',
  organisation_invited: '【ご案内】',
  respondent_code: '【確認コード】',
};

const decoded = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe.each(['ja', 'en'] as const)('a mail in %s', (language) => {
  it.each(Object.values(samples(language)))('of kind $kind says the same in text and HTML', (data) => {
    const { subject, text, html } = renderMail(data);
    expect(subject.startsWith(PREFIX[data.kind])).toBe(true);
    const musts: string[] = [];
    if ('link' in data) musts.push(LINK);
    if ('dueDate' in data) {
      musts.push(language === 'ja' ? '2026年12月25日(金) 17:00' : 'Fri, 25 Dec 2026 17:00 JST');
      expect(subject).toContain(musts.at(-1));
    }
    if ('bank' in data || (data.kind === 'respondent_code' && data.about))
      musts.push(BANK.telephone, BANK.replyAddress);
    if ('banks' in data) musts.push(LINK);
    if ('code' in data) musts.push('739 204');
    if ('vendorName' in data && !('memberName' in data)) {
      musts.push(
        language === 'ja' ? '株式会社ミライ家計簿 ご担当者様' : 'To the person in charge at 株式会社ミライ家計簿',
      );
    }
    for (const must of musts) {
      expect(text).toContain(must);
      expect(decoded(html)).toContain(must);
    }
    expect(html).not.toMatch(/<img|<script|url\(/);
    expect(html).toContain('width="600"');
    expect(text).toContain(language === 'ja' ? 'English: ' : '日本語：');
  });

  it.each(Object.values(samples(language, '<b onclick="x">&\'{evil}</b>\r\nBcc: a@b.example')))(
    'of kind $kind lets nothing through that a person wrote as markup, message syntax or header',
    (data) => {
      const { subject, html } = renderMail(data);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(html).not.toMatch(/<b onclick|&(?!amp;|lt;|gt;|quot;|#39;|nbsp;)|'\{/);
      if (data.kind !== 'sign_in_code') expect(html).toContain('{evil}');
    },
  );
});

it('asks for indulgence where a reminder may have crossed a submission', () => {
  const { reminder, overdue } = samples('ja');
  for (const mail of [reminder, overdue]) expect(renderMail(mail).text).toMatch(/行き違い.*ご容赦ください/);
});

it('calls the bank by the term that it uses for itself', () => {
  const { invitation } = samples('ja');
  const mail = renderMail({ ...invitation, bank: { ...BANK, selfTerm: '当金庫' } });
  expect(mail.text).toContain('平素より当金庫の業務に');
  expect(mail.text).not.toContain('当行');
});

it.each([
  [54, '3時間', 'about 3 hours'],
  [17, '1時間', 'about 1 hour'],
  [6, '30分', 'about 30 minutes'],
  [25, '1.5時間', 'about 1.5 hours'],
])('says of %i items roughly how long they take, whatever the list', (itemCount, ja, en) => {
  expect(renderMail({ ...samples('ja').invitation, itemCount }).text).toContain(`${itemCount}項目（目安 ${ja}）`);
  expect(renderMail({ ...samples('en').invitation, itemCount }).text).toContain(`${itemCount} items (${en})`);
});

it('lists every item of a return with its request', () => {
  const { return: mail } = samples('ja');
  const requests = [
    { number: '28', request: '特権IDの利用記録を確認する頻度をお知らせください。' },
    { number: '37', request: '実績を添付してください。' },
  ];
  const { subject, text, html } = renderMail({ ...mail, requests });
  expect(subject).toContain('2項目のご確認のお願い');
  for (const { number, request } of requests) {
    expect(text).toContain(`［通番 ${number}］ ${request}`);
    expect(html).toContain(request);
  }
});

it('sends a code without a bank’s name when no bank is known', () => {
  const mail = renderMail({ ...samples('ja').respondent_code, about: null });
  expect(mail.subject).toBe('【確認コード】API接続先 定期点検');
  expect(mail.text).toContain('739 204');
});

it('has the same words in both languages', () => {
  const keys = (node: object, path = ''): string[] =>
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [`${path}${key}`] : keys(value, `${path}${key}.`),
    );
  expect(keys(en)).toEqual(keys(ja));
});
