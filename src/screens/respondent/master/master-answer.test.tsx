import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';

import { MESSAGES } from '@/messages/all';

import type { Card } from '@/screens/checklist/answer-desk';
import { MasterAnswer } from './master-answer';
import type { MasterItem } from './master-data';

const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '守っている' };
const KEPT: MasterItem = {
  itemId: 'a',
  version: 1,
  content: MET,
  bankName: 'あおば銀行',
  bankNameEn: 'Aoba Bank',
  campaignName: '2025年度 点検',
  fromHere: false,
  byName: '田中 涼',
  answeredAt: new Date('2025-12-19T03:00:00Z'),
  savedAt: new Date('2026-11-27T02:35:00Z'),
  months: 11,
  old: false,
  told: [],
};

function textOf(content: AnswerContent, kept: MasterItem = KEPT): string {
  const card = { content } as Card;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" timeZone="Asia/Tokyo" messages={MESSAGES.ja}>
      <MasterAnswer kept={kept} card={card} writable onChange={() => undefined} onFill={async () => undefined} />
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]*>/g, '');
}

describe('an answer beside the master', () => {
  it('says where its text came from and of which day it is, as long as it is unchanged from there', () => {
    const from = '回答マスタから（あおば銀行「2025年度 点検」への回答、回答日 2025年12月19日';
    expect(textOf(MET)).toContain(from);
    expect(textOf({ ...MET, current: '少し直した' })).not.toContain('回答マスタから');
    expect(textOf(EMPTY_ANSWER)).not.toContain('回答マスタから（');
    expect(textOf(MET, { ...KEPT, fromHere: true })).toBe('');
  });

  it('tells the day of the answer from the time of its saving', () => {
    expect(textOf(EMPTY_ANSWER)).toMatch(
      /田中 涼さんが2026年11月27日.* 11:35に回答マスタへ保存（回答日 2025年12月19日/,
    );
  });
});
