import { z } from 'zod';
import { answerContentSchema } from '@/domain/answer';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { checklistItemSchema } from '@/domain/checklist';
import { freeTextSchema } from '@/domain/free-text';
import { GAP_STATES, VERDICTS } from '@/domain/gap';
import { PROMISE_OUTCOMES } from '@/domain/promise-outcome';
import { promisedDateSchema } from '@/domain/promised-date';
import { REVIEW_ACTIONS } from '@/domain/review-actions';
import { SINGLY_REASONS } from '@/domain/review-delta';
import { bankAnswerSchema } from '../bank-answers/bank-answer.schema';
import { evidenceFactsSchema } from '../evidence/evidence.schema';
import { questionSchema } from '../questions/question.schema';

/** Longest reason, comment, note and message, in code points. */
export const reviewTextSchema = freeTextSchema(4000);

/** What every change of an assessment answers with: where it stands after it. */
export const movedSchema = z.strictObject({ state: z.enum(ASSESSMENT_STATES), version: z.int() });

export const reviewHeadSchema = z.strictObject({
  assessmentId: z.uuid(),
  campaignId: z.uuid(),
  campaignName: z.string(),
  campaignState: z.enum(CAMPAIGN_STATES),
  fiscalYear: z.int(),
  vendorId: z.uuid(),
  vendorName: z.string(),
  serviceName: z.string(),
  apiKinds: z.array(z.string()),
  state: z.enum(ASSESSMENT_STATES),
  dueDate: z.string(),
  closingTime: z.string(),
  roundNumber: z.int(),
  version: z.int(),
  openedAt: z.date().nullable(),
  itemCount: z.int(),
  answeredCount: z.int(),
  lastActivityAt: z.date().nullable(),
  inCharge: z.string().nullable(),
  /** Today in the bank's zone, and the due date that a return proposes. */
  today: z.string(),
  suggestedDueDate: z.string(),
  /** The grades that the bank gives, best first; empty where it gives none. */
  grades: z.array(z.string()),
  /** The approved assessment that the items are compared with; null without an earlier one. */
  lastYear: z
    .strictObject({
      assessmentId: z.uuid(),
      campaignId: z.uuid(),
      campaignName: z.string(),
      fiscalYear: z.int(),
      roundNumber: z.int(),
    })
    .nullable(),
  /** Whom the live link was sent to; null when there is none. */
  contact: z
    .strictObject({
      invitationId: z.uuid(),
      name: z.string(),
      address: z.string(),
      language: z.enum(['ja', 'en']),
      issuedAt: z.date(),
      openedAt: z.date().nullable(),
      expiresAt: z.date(),
    })
    .nullable(),
});

/** Somebody with a link that opens nothing any more asks for another; nobody has proved to be its holder. */
export const linkRequestSchema = z.strictObject({
  requestId: z.uuid(),
  requestedAt: z.date(),
  /** For whom the link was made, and when it ceased to open anything. */
  holder: z.string(),
  address: z.string(),
  endedAt: z.date(),
});

export const roundSchema = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(['submitted', 'taken_back', 'returned', 'approved']),
  submittedAt: z.date(),
  submitterName: z.string(),
  submitterTitle: z.string(),
  submitterDepartment: z.string(),
  receiptHash: z.string(),
  /** 期限後. */
  afterDue: z.boolean(),
  returnedAt: z.date().nullable(),
  returnMessage: z.string().nullable(),
});

export const reviewItemSchema = z.strictObject({
  itemId: z.uuid(),
  position: z.int(),
  number: z.string(),
  category: z.string(),
  objective: z.string(),
  answeredBy: z.enum(['vendor', 'bank', 'both']),
  item: checklistItemSchema,
  /** The answer as the newest round froze it; null before a submission and for items of the bank alone. */
  vendor: z
    .strictObject({
      revisionId: z.uuid(),
      content: answerContentSchema,
      by: z.string(),
      at: z.date(),
      afterDue: z.boolean(),
      /** 変わりなし: who said of last year's answer that it still stands, and when; null where it was written. */
      reattested: z.strictObject({ by: z.string(), at: z.date() }).nullable(),
    })
    .nullable(),
  /** エビデンス: what the newest round holds for the item; `isNew`: the round before held it not for this item. */
  evidence: z.array(evidenceFactsSchema.extend({ isNew: z.boolean() })),
  /** The item in the round before; `content` is null when the answer is the same. */
  previous: z
    .strictObject({
      roundNumber: z.int(),
      content: answerContentSchema.nullable(),
      verdict: z.enum(VERDICTS).nullable(),
      reason: z.string(),
      comment: z.string().nullable(),
      /** The vendor's word on the comment, written before the newest submission. */
      reply: z.strictObject({ body: z.string(), by: z.string(), at: z.date() }).nullable(),
    })
    .nullable(),
  /** The item in the approved assessment of `head.lastYear`; null where it was not asked then. */
  lastYear: z
    .strictObject({
      number: z.string(),
      textChanged: z.boolean(),
      /** This year's answer says the same. */
      unchanged: z.boolean(),
      content: answerContentSchema,
      verdict: z.enum(VERDICTS).nullable(),
      takenTogether: z.boolean(),
      promise: z
        .strictObject({
          measure: z.string(),
          person: z.string(),
          promised: promisedDateSchema,
          /** Against this year's fact; null before a submission. */
          outcome: z.enum(PROMISE_OUTCOMES).nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** How it is to be reviewed; null unless the vendor answered it in the newest round. */
  delta: z
    .discriminatedUnion('way', [
      z.strictObject({ way: z.literal('together'), since: z.enum(['round', 'year']) }),
      z.strictObject({ way: z.literal('singly'), reasons: z.array(z.enum(SINGLY_REASONS)) }),
    ])
    .nullable(),
  /** The viewer has opened it in the newest round. */
  read: z.boolean(),
  verdict: z
    .strictObject({
      value: z.enum(VERDICTS),
      reason: z.string(),
      by: z.string(),
      at: z.date(),
      released: z.boolean(),
      /** まとめて確認: taken together by name, not looked at singly. */
      takenTogether: z.boolean(),
    })
    .nullable(),
  /** What a judgement names as its start; 0 before the first one. */
  verdictVersion: z.int(),
  comment: z.strictObject({ body: z.string(), by: z.string(), at: z.date(), released: z.boolean() }).nullable(),
  /** What a comment's change names as its start; 0 before the first one. */
  commentVersion: z.int(),
  /** 行内限り, oldest first, of every round. */
  notes: z.array(
    z.strictObject({ id: z.uuid(), roundNumber: z.int(), body: z.string(), by: z.string(), at: z.date() }),
  ),
  /** Of the vendor's, oldest first, also before a submission. */
  questions: z.array(
    questionSchema.extend({
      /** Answers before a correction, oldest first. */
      earlier: z.array(z.strictObject({ answer: z.string(), by: z.string(), at: z.date() })),
    }),
  ),
  /** Null: no gap, or nothing submitted yet. */
  gap: z.enum(GAP_STATES).nullable(),
  commitment: z
    .strictObject({
      measure: z.string(),
      person: z.string(),
      promised: promisedDateSchema,
      lastDay: z.string().nullable(),
    })
    .nullable(),
  /** The bank's answer that counts for this assessment: its override, else the default. Null: not the bank's item. */
  bank: bankAnswerSchema.nullable(),
});

export const acceptanceSchema = z.strictObject({
  id: z.uuid(),
  roundNumber: z.int(),
  state: z.enum(['proposed', 'approved', 'rejected', 'reopened']),
  summary: z.string(),
  conditions: z.string(),
  grade: z.string().nullable(),
  nextDate: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  /** What was said at the approval or rejection; null without. */
  reason: z.string().nullable(),
  /** Who took the approval back, and why; the approval itself stays as it was. */
  reopened: z.strictObject({ by: z.string(), at: z.date(), reason: z.string() }).nullable(),
  /** The viewer proposed it, so another person decides. */
  mine: z.boolean(),
});

export const reviewSchema = z.strictObject({
  head: reviewHeadSchema,
  linkRequests: z.array(linkRequestSchema),
  /** The newest round that was not taken back; null before a submission. */
  round: roundSchema.nullable(),
  /** Older ones, newest first. */
  earlierRounds: z.array(roundSchema),
  items: z.array(reviewItemSchema),
  /** Figures for the head, and the 通番 of what still hinders. */
  progress: z.strictObject({
    toJudge: z.int(),
    judged: z.int(),
    unjudged: z.array(z.string()),
    insufficient: z.array(z.string()),
    commented: z.array(z.string()),
    bankUnapproved: z.array(z.string()),
    gaps: z.int(),
  }),
  /** The open proposal or the newest decision. */
  acceptance: acceptanceSchema.nullable(),
  earlierAcceptances: z.array(acceptanceSchema),
  /** What the viewer may do now: role, states and four eyes together. */
  may: z.record(z.enum(REVIEW_ACTIONS), z.boolean()),
});

export type Review = z.output<typeof reviewSchema>;
