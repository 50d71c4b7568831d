import { TRPCClientError } from '@trpc/client';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from '@/domain/answer';
import { MESSAGES } from '@/messages/all';
import type { Card, DeskSnapshot } from '@/screens/checklist/answer-desk';
import { ProcedureProvider } from '@/trpc/client/provider';
import { AddressStep } from './doorstep/address-step';
import { EndedNotice } from './workspace/ended-notice';
import { PresentNames } from './workspace/present-names';
import type { WorkspaceItem } from './workspace/workspace-data';

const textOf = (element: ReactNode, locale: 'ja' | 'en' = 'ja') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Asia/Tokyo" messages={MESSAGES[locale]}>
      <ProcedureProvider>{element}</ProcedureProvider>
    </NextIntlClientProvider>,
  )
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const refusal = (code: string) =>
  new TRPCClientError(code, { result: { error: { data: { refusal: { code, params: {} } } } } } as never);

describe('a link that opens nothing', () => {
  const step = (before: unknown, deadLink: string | null) => (
    <AddressStep before={before} deadLink={deadLink} busy={false} failure={null} onSend={() => undefined} />
  );

  it('says how to get another in one press, and that an address does too', () => {
    const text = textOf(step(refusal('link-unusable'), 'token'));
    expect(text).toContain('このリンクはお使いいただけません');
    expect(text.indexOf('新しいリンクを依頼する')).toBeLessThan(text.indexOf('メールアドレスから始める'));
    expect(textOf(step(refusal('link-unusable'), 'token'), 'en')).toContain('Ask for a new link');
  });

  it('is not offered to whoever has none', () => {
    expect(textOf(step(null, null))).not.toContain('新しいリンクを依頼する');
    expect(textOf(step(refusal('session-idle'), null))).not.toContain('新しいリンクを依頼する');
  });
});

describe('a page whose link ended while it stood open', () => {
  const item = { itemId: 'a', number: '35', item: { objective: '不正な通信を検知する' } } as WorkspaceItem;
  const snapshotOf = (card: Partial<Card>) =>
    ({
      cards: new Map([['a', { content: { ...EMPTY_ANSWER, current: '書いた文' }, ...card }]]),
    }) as unknown as DeskSnapshot;
  const notice = (card: Partial<Card>, stillOpen: boolean | null = null) =>
    textOf(<EndedNotice snapshot={snapshotOf(card)} items={[item]} stillOpen={stillOpen} />);

  it('says so over what could not be saved, to be copied, and nothing for any other trouble', () => {
    expect(notice({ phase: 'refused', failure: refusal('not-found') })).toContain('保存していない1項目の文章をコピー');
    expect(notice({ phase: 'refused', failure: refusal('assessment-submitted') })).toBe('');
    expect(notice({ phase: 'offline', failure: new Error('offline') })).toBe('');
    expect(notice({ phase: 'kept', failure: null })).toBe('');
  });
});

it('an item that was taken back alone is named, and the others go on', () => {
  const item = { itemId: 'a', number: '35', item: { objective: '不正な通信を検知する' } } as WorkspaceItem;
  const card = { content: { ...EMPTY_ANSWER, current: '書いた文' }, phase: 'refused', failure: refusal('not-found') };
  const snapshot = { cards: new Map([['a', card]]) } as unknown as DeskSnapshot;
  const notice = (stillOpen: boolean) =>
    textOf(<EndedNotice snapshot={snapshot} items={[item]} stillOpen={stillOpen} />);
  expect(notice(true)).toContain('通番35は、あなたへの担当の依頼が取り下げられました');
  expect(notice(true)).toContain('ほかの項目は、このまま回答を続けられます');
  expect(notice(false)).toContain('担当が替わったか、リンクが取り消されました');
});

it('who else has an item open is named, all of them, and nobody is not', () => {
  expect(textOf(<PresentNames names={['小林 舞', '森 蓮']} />)).toContain('小林 舞さん、森 蓮さんも開いています');
  expect(textOf(<PresentNames names={[]} />)).toBe('');
});
