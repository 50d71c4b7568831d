import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { MESSAGES } from '@/messages/all';
import { ProcedureProvider } from '@/trpc/client/provider';
import type { Asked } from './question-part';
import { itemOf, LAST_YEAR, lastYearOf, MET, reviewOf } from './review.fixture';
import type { Review } from './review-data';
import { ReviewScreen } from './review-screen';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const AT = new Date('2026-12-10T05:00:00Z');

const markupOf = (
  review: Review,
  start: { filter: string | null; number: string | null; words?: string },
  locale: 'ja' | 'en' = 'ja',
) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Asia/Tokyo"
      messages={MESSAGES[locale]}
      onError={(error) => {
        throw error;
      }}
    >
      <ProcedureProvider>
        <ReviewScreen review={review} start={{ words: '', ...start }} />
      </ProcedureProvider>
    </NextIntlClientProvider>,
  );
const textIn = (markup: string) => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const pressed = (markup: string) => /aria-pressed="true"[^>]*>(.*?)<\/button>/.exec(markup)?.[1];
const listed = (markup: string) => [...markup.matchAll(/<span class="no">([^<]+)<\/span>/g)].map((match) => match[1]);

const REVIEW = reviewOf(
  [
    itemOf('35', { lastYear: lastYearOf(), delta: { way: 'together', since: 'year' } }),
    itemOf('36', {
      lastYear: lastYearOf({ takenTogether: true }),
      delta: { way: 'singly', reasons: ['taken-over-before'] },
      verdict: { value: 'accepted', reason: '', by: '佐藤 美咲', at: AT, released: false, takenTogether: true },
      verdictVersion: 1,
      read: true,
    }),
    itemOf('37', {
      lastYear: lastYearOf({
        unchanged: false,
        content: { ...MET, status: 'partial', current: 'Web診断は年1回実施している。' },
        promise: {
          measure: '目標日数を規程に定める。',
          person: '開発部 小林',
          promised: { precision: 'day', date: '2026-06-30' },
          outcome: 'missed',
        },
      }),
      delta: { way: 'singly', reasons: ['answer-changed', 'promise-due'] },
      gap: 'overdue',
      previous: {
        roundNumber: 1,
        content: null,
        verdict: 'check',
        reason: '',
        comment: '実績の一覧を添えてください。',
        reply: { body: '一覧は来週お送りします。', by: '田中 涼', at: AT },
      },
    }),
  ],
  {
    acceptance: {
      id: '018f0000-0000-7000-8000-000000000001',
      roundNumber: 1,
      state: 'reopened',
      summary: '対応を確認しました。',
      conditions: '半年後に実績を確かめる。',
      grade: 'B',
      nextDate: '2027-12-01',
      proposedBy: '佐藤 美咲',
      proposedAt: AT,
      decidedBy: '高橋 誠',
      decidedAt: AT,
      reason: '問題ありません。',
      reopened: { by: '中村 遥', at: AT, reason: '新たな事象があったため' },
      mine: false,
    },
  },
);
const withYear = { ...REVIEW, head: { ...REVIEW.head, lastYear: LAST_YEAR } };

describe('the review desk', () => {
  it('lists what the address asks for, and every filter counts what it lists', () => {
    for (const [filter, count] of [
      [null, 3],
      ['unjudged', 2],
      ['changed', 1],
      ['gaps', 1],
      ['commented', 1],
      ['unread', 2],
    ] as const) {
      const markup = markupOf(withYear, { filter, number: null });
      expect(listed(markup), filter ?? 'all').toHaveLength(count);
      expect(pressed(markup)).toContain(`<span class="n">${count}</span>`);
    }
    const asked = markupOf(withYear, { filter: 'changed', number: '35' });
    expect(asked).toContain('id="review-item-35"');
    expect(listed(asked)).toEqual(['37']);
  });

  it('searches by 通番 and by words of the text and the answer, whatever their width and kana', () => {
    const found = (words: string) => listed(markupOf(withYear, { filter: null, number: null, words }));
    expect(found('３７')).toEqual(['37']);
    expect(found('しすてむ')).toHaveLength(3);
    expect(found('ｗｅｂ診断')).toHaveLength(3);
    expect(found('暗号鍵')).toEqual([]);
  });

  it('hides what is unread from who records no reading', () => {
    const viewer = { ...withYear, may: { ...withYear.may, read: false } };
    const markup = markupOf(viewer, { filter: 'unread', number: null });
    expect(textIn(markup)).not.toContain('未読');
    expect(listed(markup)).toHaveLength(3);
  });

  it('shows the change, the promise against the fact, and the vendor’s reply beside the comment', () => {
    const markup = markupOf(withYear, { filter: null, number: '37' });
    const text = textIn(markup);
    expect(markup).toMatch(/<del>.*?<\/del>/);
    expect(markup).toMatch(/<ins>.*?<\/ins>/);
    for (const words of [
      '前回の約束と今回の事実',
      '目標日数を規程に定める。',
      '期限超過',
      '実績の一覧を添えてください。',
      '一覧は来週お送りします。',
      '約束の期限が来た',
      '当時の通番 36',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('names who said that last year’s answer still stands, and marks what stood so the year before', () => {
    const [, second] = withYear.items;
    if (!second?.vendor) throw new Error('the fixture lost its item');
    const vendor = { ...second.vendor, reattested: { by: '田中 涼', at: AT } };
    const text = textIn(
      markupOf({ ...withYear, items: [{ ...second, vendor }] }, { filter: null, number: second.number }),
    );
    expect(text).toContain('変わりなし（田中 涼、2026年12月10日');
    expect(text).toContain('前の年も変更なしで引き継いだ');
  });

  it('says which verdict was taken together, and offers to take the unchanged rest', () => {
    const text = textIn(markupOf(withYear, { filter: null, number: '36' }));
    expect(text).toContain('まとめて確認');
    expect(text).toContain('変更のない1項目をまとめて認める');
    expect(textIn(markupOf(REVIEW, { filter: null, number: '36' }))).toContain('充足の2項目を認める');
  });

  it('stamps a proposal and its decision, and nothing once the approval was taken back', () => {
    const stampsOf = (state: 'proposed' | 'approved' | 'reopened') => {
      const { acceptance } = withYear;
      const markup = markupOf(
        { ...withYear, acceptance: acceptance && { ...acceptance, state } },
        { filter: null, number: null },
      );
      return textIn(/<dl class="stamps.*?<\/dl>/.exec(markup)?.[0] ?? '');
    };
    expect(stampsOf('proposed')).toMatch(/起案 佐藤 美咲 .*承認 未/);
    expect(stampsOf('approved')).toMatch(/起案 佐藤 美咲 .*承認 高橋 誠/);
    expect(stampsOf('reopened')).toMatch(/起案 審査中 承認 未/);
  });

  it('says on top who asks for another link, for whom the present one is, and how it is sent or put away', () => {
    const request = {
      requestId: '018f0000-0000-7000-8000-0000000000b1',
      requestedAt: AT,
      holder: '田中 涼',
      address: 'tanaka@mirai-kakeibo.example',
      endedAt: AT,
    };
    const asked = { ...REVIEW, linkRequests: [request] };
    const start = { filter: null, number: null };
    const reads = textIn(markupOf(asked, start));
    expect(reads).toContain('田中 涼様あて（tanaka@mirai-kakeibo.example）のリンクから');
    expect(reads).not.toContain('対応不要にする');
    const acts = textIn(markupOf({ ...asked, may: { ...asked.may, reissue: true } }, start));
    expect(acts).toContain('対応不要にする');
    expect(acts).toContain('上の「リンクを再発行」を押してください');
    expect(textIn(markupOf(REVIEW, start))).not.toContain('新しいリンクの依頼があります');
  });

  it('keeps the first approval beside who re-opened it and why, and says so on top', () => {
    const text = textIn(markupOf(withYear, { filter: null, number: null }));
    expect(text.indexOf('新たな事象があったため')).toBeLessThan(text.indexOf('未審査'));
    for (const words of [
      '高橋 誠が承認しました',
      '問題ありません。',
      '中村 遥が承認を取り消し',
      '新たな事象があったため',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('条件：半年後に実績を確かめる。');
  });

  it('shows the vendor’s questions, also before a submission, and the field for an answer to who may answer', () => {
    const question: Asked = {
      questionId: '018f0000-0000-7000-8000-0000000000a1',
      text: '社内の回線も含みますか。',
      askedBy: '田中 涼',
      department: '情報セキュリティ室',
      askedAt: AT,
      state: 'open',
      answer: null,
      answeredBy: '',
      answeredAt: null,
      corrected: false,
      version: 1,
      earlier: [],
    };
    const settled: Asked = {
      ...question,
      questionId: '018f0000-0000-7000-8000-0000000000a2',
      state: 'answered',
      answer: '含みます。',
      answeredBy: '中村 遥',
      answeredAt: AT,
      corrected: true,
      version: 3,
      earlier: [{ answer: '含みません。', by: '中村 遥', at: AT }],
    };
    const asked = reviewOf([itemOf('35', { questions: [question, settled] }), itemOf('36')]);
    const before = { ...asked, round: null, items: asked.items.map((item) => ({ ...item, vendor: null })) };
    const answering = (review: Review) => ({ ...review, may: { ...review.may, answer: true } });
    for (const review of [asked, before]) {
      const start = { filter: null, number: '35' };
      const text = textIn(markupOf(answering(review), start));
      for (const words of [
        '社内の回線も含みますか。',
        '含みます。',
        '訂正済み',
        '含みません。',
        '通番35の質問への回答',
      ]) {
        expect(text).toContain(words);
      }
      expect(textIn(markupOf(review, start))).not.toContain('通番35の質問への回答');
    }
    expect(listed(markupOf(asked, { filter: 'asked', number: null }))).toEqual(['35']);
  });

  it('speaks English too', () => {
    expect(textIn(markupOf(withYear, { filter: null, number: '37' }, 'en'))).toContain('Last promise and present fact');
  });

  it('shows what the round holds for an item: expired, new since the last one, and that none came though one was asked for', () => {
    const file = {
      evidenceId: 'e',
      fileName: '診断報告書.pdf',
      mediaType: 'application/pdf',
      size: 640 * 1024,
      sha256: 'a'.repeat(64),
      scan: 'clean' as const,
      validFrom: '2025-11-01',
      validTo: '2026-10-31',
      addedBy: '田中 涼',
      addedAt: AT,
      alteredAt: null,
      isNew: true,
    };
    const held = reviewOf([itemOf('35', { evidence: [file] })]);
    const text = textIn(markupOf(held, { filter: null, number: '35' }));
    for (const shown of [
      'エビデンス（1件）',
      '診断報告書.pdf',
      '640 KB',
      '検査済み',
      '期限切れ',
      '前回の提出から追加',
    ]) {
      expect(text).toContain(shown);
    }
    expect(text).not.toContain('内容の不一致');
    const altered = textIn(
      markupOf(reviewOf([itemOf('35', { evidence: [{ ...file, alteredAt: AT }] })]), { filter: null, number: '35' }),
    );
    expect(altered).toContain('内容の不一致');
    expect(altered).toContain('API接続先に同じファイルの再提出を依頼し');
    const { item } = itemOf('35');
    const none = reviewOf([itemOf('35', { item: { ...item, evidenceNeeded: true } })]);
    expect(textIn(markupOf(none, { filter: null, number: '35' }))).toContain('この項目はエビデンスを求めています');
  });
});
