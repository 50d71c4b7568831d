import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { REVIEW_ACTIONS, type ReviewAction } from '@/domain/review-actions';
import type { Review, ReviewItem } from './review-data';

const AT = new Date('2026-12-14T07:42:00Z');
const REVIEWERS: readonly ReviewAction[] = ['read', 'judge', 'comment', 'note', 'return', 'propose'];
const NEVER = '018f0000-0000-7000-8000-000000000000';

export const MET: AnswerContent = {
  ...EMPTY_ANSWER,
  status: 'met',
  current: 'Web診断およびプラットフォーム診断は年2回、外部の専門会社に委託して実施している。',
};

/** An answered item of the vendor's, as nothing has happened to it. */
export function itemOf(number: string, part: Partial<ReviewItem> = {}): ReviewItem {
  return {
    itemId: `item-${number}`,
    position: Number(number),
    number,
    category: 'システム開発・運用管理',
    objective: 'システムで利用する技術で発覚する脆弱性に対する対策を行う',
    answeredBy: 'vendor',
    item: {
      number,
      category: 'システム開発・運用管理',
      objective: 'システムで利用する技術で発覚する脆弱性に対する対策を行う',
      answeredBy: 'vendor',
      practices: [{ heading: '脆弱性対策の実施', methods: [{ number: 1, text: 'パッチ適用などを行っている。' }] }],
      notes: [],
      references: [],
    },
    vendor: { revisionId: NEVER, content: MET, by: '田中 涼', at: AT, afterDue: false, reattested: null },
    evidence: [],
    previous: null,
    lastYear: null,
    delta: { way: 'singly', reasons: ['new-item'] },
    read: false,
    verdict: null,
    verdictVersion: 0,
    comment: null,
    commentVersion: 0,
    notes: [],
    questions: [],
    gap: null,
    commitment: null,
    bank: null,
    ...part,
  };
}

/** A review that goes on, as a reviewer sees it. */
export function reviewOf(items: readonly ReviewItem[], part: Partial<Review> = {}): Review {
  const judged = items.filter((item) => item.verdict !== null);
  return {
    head: {
      assessmentId: NEVER,
      campaignId: NEVER,
      campaignName: '2026年度 API接続先 定期点検',
      campaignState: 'running',
      fiscalYear: 2026,
      vendorId: NEVER,
      vendorName: '株式会社ミライ家計簿',
      serviceName: 'ミライ家計簿',
      apiKinds: ['reference'],
      state: 'in_review',
      dueDate: '2026-12-25',
      closingTime: '17:00',
      roundNumber: 1,
      version: 3,
      openedAt: AT,
      itemCount: items.length,
      answeredCount: items.length,
      lastActivityAt: AT,
      inCharge: '佐藤 美咲',
      today: '2026-12-15',
      suggestedDueDate: '2026-12-22',
      grades: [],
      lastYear: null,
      contact: null,
    },
    linkRequests: [],
    round: {
      id: NEVER,
      number: 1,
      state: 'submitted',
      submittedAt: AT,
      submitterName: '田中 涼',
      submitterTitle: '室長',
      submitterDepartment: '情報セキュリティ室',
      receiptHash: '0'.repeat(64),
      afterDue: false,
      returnedAt: null,
      returnMessage: null,
    },
    earlierRounds: [],
    items: [...items],
    progress: {
      toJudge: items.length,
      judged: judged.length,
      unjudged: [],
      insufficient: [],
      commented: [],
      bankUnapproved: [],
      gaps: 0,
    },
    acceptance: null,
    earlierAcceptances: [],
    may: Object.fromEntries(REVIEW_ACTIONS.map((action) => [action, REVIEWERS.includes(action)])) as Review['may'],
    ...part,
  };
}

/** The approved assessment that the items are held against. */
export const LAST_YEAR: Review['head']['lastYear'] = {
  assessmentId: NEVER,
  campaignId: NEVER,
  campaignName: '2025年度 API接続先 定期点検',
  fiscalYear: 2025,
  roundNumber: 2,
};

/** The item as last year's approved assessment had it, unchanged. */
export function lastYearOf(
  part: Partial<NonNullable<ReviewItem['lastYear']>> = {},
): NonNullable<ReviewItem['lastYear']> {
  return {
    number: '36',
    textChanged: false,
    unchanged: true,
    content: MET,
    verdict: 'accepted',
    takenTogether: false,
    promise: null,
    ...part,
  };
}
