import { z } from 'zod';
import { answerContentSchema, MISSING_PARTS } from '@/domain/answer';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { checklistItemSchema } from '@/domain/checklist';
import { VERDICTS } from '@/domain/gap';
import { TAKE_OVER_HINDRANCES } from '@/domain/prior-answer';
import { evidenceFileSchema } from '../evidence/evidence.schema';
import { questionSchema } from '../questions/question.schema';

const NOT_ASKABLE = [
  'campaign-paused',
  'campaign-closed',
  'assessment-withdrawn',
  'assessment-declined',
  'assessment-closed',
] as const;
export const NOT_WRITABLE = [...NOT_ASKABLE, 'assessment-submitted'] as const;

export const replySchema = z.strictObject({
  /** '' once taken back. */
  body: z.string(),
  by: z.string(),
  at: z.date(),
  /** Counts what was written, from 1; a reply names the version that it started from. */
  version: z.int(),
});

export const workspaceItemSchema = z.strictObject({
  itemId: z.uuid(),
  /** 通番 as printed. */
  number: z.string(),
  category: z.string(),
  answeredBy: z.enum(['vendor', 'both']),
  item: checklistItemSchema,
  content: answerContentSchema,
  /** 0: never saved. A save names the version that it started from. */
  version: z.int(),
  missing: z.array(z.enum(MISSING_PARTS)),
  saved: z.strictObject({ at: z.date(), by: z.string(), afterDue: z.boolean() }).nullable(),
  /** The bank's approved answer to an item for both, read-only. */
  bank: answerContentSchema.nullable(),
  /** Whom the lead asked for this item, as far as the reader may know: a lead all, a colleague themselves. Null: nobody. */
  assignee: z.strictObject({ invitationId: z.uuid(), name: z.string() }).nullable(),
  /** Last year's approved answer to the same item of the same service. Null: none. */
  prior: z
    .strictObject({
      content: answerContentSchema,
      campaignName: z.string(),
      fiscalYear: z.int(),
      answeredBy: z.string(),
      answeredAt: z.date(),
      hindrance: z.enum(TAKE_OVER_HINDRANCES).nullable(),
      /** Who said that it stands unchanged, of the answer as it is now. */
      attested: z.strictObject({ by: z.string(), at: z.date() }).nullable(),
    })
    .nullable(),
  /** What the bank said when it last returned or accepted the submission. Null: nothing. */
  returned: z
    .strictObject({
      verdict: z.enum(VERDICTS).nullable(),
      reason: z.string(),
      comment: z.string(),
      /** The newest round stands returned, and this asks the vendor for something. */
      asks: z.boolean(),
      /** The answer that these words were said of. Null: none was submitted. */
      submitted: answerContentSchema.nullable(),
      /** Other files show something for the item now than did then. */
      filesMoved: z.boolean(),
    })
    .nullable(),
  /** False where a return stands and this is not asked: it stays as the bank read it. */
  mayChange: z.boolean(),
  /** The vendor's own word on that comment, which the bank reads with the next submission. Null: never written. */
  reply: replySchema.nullable(),
  /** Asked of the bank, oldest first; what was taken back is left out. */
  questions: z.array(
    questionSchema.extend({
      /** The reader may take it back: it is unanswered, and they or a colleague of theirs asked. */
      mayTakeBack: z.boolean(),
    }),
  ),
});

export const workspaceSchema = z.strictObject({
  assessmentId: z.uuid(),
  bank: z.strictObject({
    name: z.string(),
    nameEn: z.string(),
    selfTerm: z.enum(['当行', '当金庫', '当社']),
    department: z.string(),
    departmentEn: z.string(),
    telephone: z.string(),
    businessHours: z.string(),
    /** A data URL; null without a logo. */
    logo: z.string().nullable(),
  }),
  campaignName: z.string(),
  fiscalYear: z.int(),
  referenceDate: z.string(),
  editionTitle: z.string(),
  vendorName: z.string(),
  serviceName: z.string(),
  dueDate: z.string(),
  closingTime: z.string(),
  /** Today in the bank's zone. */
  today: z.string(),
  /** Bank business days until the due date; negative after it. */
  businessDaysLeft: z.int(),
  /** 期限後: what is saved now is marked so. */
  afterDue: z.boolean(),
  state: z.enum(ASSESSMENT_STATES),
  /** The invited lead; false for a colleague, who sees the items given to them and doesn't submit. */
  isLead: z.boolean(),
  /** Null: the vendor may write. */
  notWritable: z.enum(NOT_WRITABLE).nullable(),
  /** Null: the vendor may ask the bank, also while a submission is with it. */
  notAskable: z.enum(NOT_ASKABLE).nullable(),
  mayTakeBack: z.boolean(),
  roundNumber: z.int(),
  /** What a submission of exactly these answers would be receipted as. */
  receiptHash: z.string(),
  /** The person who looks. */
  me: z.strictObject({ name: z.string(), department: z.string() }),
  items: z.array(workspaceItemSchema),
  /** エビデンス: every file that was not put away, oldest first. */
  evidence: z.array(evidenceFileSchema),
  /** The bank's approved answers to items of its own which it shares. */
  sharedItems: z.array(
    z.strictObject({
      itemId: z.uuid(),
      number: z.string(),
      category: z.string(),
      item: checklistItemSchema,
      bank: answerContentSchema,
    }),
  ),
  /** Submissions so far, newest first. */
  rounds: z.array(
    z.strictObject({
      roundId: z.uuid(),
      number: z.int(),
      state: z.enum(['submitted', 'taken_back', 'returned', 'approved']),
      submittedAt: z.date(),
      submitterName: z.string(),
      submitterTitle: z.string(),
      receiptHash: z.string(),
      afterDue: z.boolean(),
      returnedAt: z.date().nullable(),
      returnMessage: z.string().nullable(),
    }),
  ),
});
