import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { MESSAGES } from '@/messages/all';
import type { WorkspaceData, WorkspaceItem } from '../workspace/workspace-data';
import { AnswerSheet } from './answer-sheet';
import { AnswerTotals } from './answer-totals';
import { SecondLooks } from './second-looks';

const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '規程に定めています。' };
const PARTIAL: AnswerContent = {
  ...EMPTY_ANSWER,
  status: 'partial',
  current: '半数に導入しています。',
  measure: '残りに導入します。',
  promised: { precision: 'half', fiscalYear: 2027, half: 1 },
  person: '開発部 小林',
  remarks: '台帳は別途管理しています。',
};
const NOT_APPLICABLE: AnswerContent = {
  ...EMPTY_ANSWER,
  status: 'not_applicable',
  reason: '一人で扱う作業がないため。',
};

const item = (number: string, content: AnswerContent, prior: AnswerContent | null, missing: string[] = []) =>
  ({
    itemId: number,
    number,
    category: number === '31' ? '外部委託管理' : 'オフィス設備管理',
    item: { objective: `目標${number}` },
    content,
    prior: prior && { content: prior },
    missing,
  }) as unknown as WorkspaceItem;

const ITEMS = [
  item('31', NOT_APPLICABLE, MET),
  item('34', PARTIAL, { ...PARTIAL, promised: { precision: 'half', fiscalYear: 2026, half: 1 } }),
  item('40', MET, null),
  item('41', MET, MET),
  item('51', { ...NOT_APPLICABLE, reason: '' }, MET, ['reason']),
];
const DATA = {
  assessmentId: 'x',
  bank: { name: 'あおば銀行', nameEn: 'Aoba Bank' },
  campaignName: '定期点検 2026年度',
  editionTitle: '試行版',
  vendorName: '株式会社ミライ家計簿',
  serviceName: 'ミライ家計簿',
  referenceDate: '2026-11-30',
  today: '2026-12-10',
  dueDate: '2026-12-25',
  closingTime: '17:00',
  items: ITEMS,
  evidence: [
    { evidenceId: 'e', fileName: '認証書.pdf', validTo: '2026-12-01', itemIds: ['40', '41'] },
    { evidenceId: 'f', fileName: '手順書.pdf', validTo: null, itemIds: ['34'] },
    { evidenceId: 'g', fileName: '下書き.pdf', validTo: null, itemIds: [] },
  ],
} as unknown as WorkspaceData;

const textOf = (element: ReactNode, locale: 'ja' | 'en' = 'ja') =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Asia/Tokyo"
      messages={MESSAGES[locale]}
      onError={(error) => {
        throw error;
      }}
    >
      {element}
    </NextIntlClientProvider>,
  )
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the items worth another look', () => {
  it('are named with what differs, and those that lack something are not named twice', () => {
    const text = textOf(<SecondLooks data={DATA} items={ITEMS} />);
    expect(text).toContain('念のため見てほしい項目（3） このままでも提出できます');
    expect(text).toMatch(/目標31 対象外 対象外とした理由を確認してください（前回は「充足」） この項目へ 通番31/);
    expect(text).toContain('延期：2026年度上期 → 2027年度上期');
    expect(text).toContain(
      'エビデンス「認証書.pdf」の有効期限（2026年12月1日(火)）が過ぎています（通番41にも使っています）',
    );
    expect(text).not.toContain('目標51');
    expect(text).not.toContain('目標41');
  });

  it('are said in English too', () => {
    const text = textOf(<SecondLooks data={DATA} items={ITEMS} />, 'en');
    expect(text).toContain('Check the reason why it does not apply (last time: “Met”)');
    expect(text).toContain('postponed: 1st half of FY2026 → 1st half of FY2027');
  });

  it('are no section at all where there are none', () => {
    expect(textOf(<SecondLooks data={{ ...DATA, evidence: [] }} items={ITEMS.slice(2, 4)} />)).toBe('');
  });
});

describe('the summary of the answers', () => {
  const totals = (items: WorkspaceItem[]) =>
    textOf(
      <AnswerTotals
        title="回答の内訳"
        items={items}
        evidence={DATA.evidence}
        isDone={({ missing }) => missing.length === 0}
      />,
    );

  it('counts what changed since last year, and each file once', () => {
    expect(totals(ITEMS)).toMatch(/前回から変更 3 エビデンス 2件/);
  });

  it('says nothing of a last year that there was not', () => {
    expect(totals(ITEMS.slice(2, 3))).toMatch(/未回答 0 エビデンス 1件/);
  });
});

describe('the printed list of all answers', () => {
  it('holds every answer whole, in the form’s columns, and says that it is not submitted', () => {
    const at = new Date('2026-12-10T05:05:00Z');
    const text = textOf(<AnswerSheet data={DATA} at={at} onPrinted={() => undefined} />);
    expect(text).toContain('2026年12月10日(木) 14:05 現在の内容です。まだ提出していません。');
    expect(text).toMatch(/31 外部委託管理 目標31 対象外 対象外とする理由 一人で扱う作業がないため。/);
    expect(text).toMatch(
      /半数に導入しています。 残りに導入します。 期限 2027年度上期 担当者 開発部 小林 台帳は別途管理しています。 手順書.pdf/,
    );
    for (const { number } of ITEMS) expect(text).toContain(`目標${number}`);
    expect(textOf(<AnswerSheet data={DATA} at={at} onPrinted={() => undefined} />, 'en')).toContain(
      'Not submitted yet.',
    );
  });
});
