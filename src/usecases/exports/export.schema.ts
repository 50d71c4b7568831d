import { z } from 'zod';
import { answerContentSchema } from '@/domain/answer';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { checklistItemSchema } from '@/domain/checklist';
import { VERDICTS } from '@/domain/gap';
import { evidenceFactsSchema } from '../evidence/evidence.schema';
import { questionSchema } from '../questions/question.schema';

/** A campaign as it goes into a workbook: what it is, and which assessments have something to show. */
export const exportPlanSchema = z.strictObject({
  exportId: z.uuid(),
  locale: z.enum(['ja', 'en']),
  requestedAt: z.date(),
  bankName: z.string(),
  campaignName: z.string(),
  fiscalYear: z.int(),
  referenceDate: z.string(),
  dueDate: z.string(),
  closingTime: z.string(),
  editionTitle: z.string(),
  assessmentIds: z.array(z.uuid()),
  /** Every link of the bank's chain, oldest first; the text as hashed only of this campaign's events. */
  events: z.array(
    z.strictObject({
      seq: z.int(),
      at: z.date(),
      actorId: z.string(),
      kind: z.string(),
      previousHash: z.string(),
      hash: z.string(),
      /** Null for events of other campaigns: they only join the links. */
      bytes: z.string().nullable(),
    }),
  ),
});
export type ExportPlan = z.output<typeof exportPlanSchema>;

/** One row of the form: an item and one of its slots; an item for both has two. */
export const exportRowSchema = z.strictObject({
  item: checklistItemSchema,
  slot: z.enum(['vendor', 'bank']),
  /** Null: nothing submitted, or nothing approved by the bank. */
  content: answerContentSchema.nullable(),
  afterDue: z.boolean(),
  verdict: z.enum(VERDICTS).nullable(),
  /** まとめて確認: accepted with other unchanged items, by name. */
  takenTogether: z.boolean(),
  reason: z.string(),
  comment: z.string(),
});
export type ExportRow = z.output<typeof exportRowSchema>;

export const exportAssessmentSchema = z.strictObject({
  assessmentId: z.uuid(),
  vendorName: z.string(),
  serviceName: z.string(),
  state: z.enum(ASSESSMENT_STATES),
  dueDate: z.string(),
  /** The newest round that was not taken back; null before a submission: then no answer is shown. */
  round: z
    .strictObject({
      number: z.int(),
      submittedAt: z.date(),
      submitterName: z.string(),
      submitterTitle: z.string(),
      receiptHash: z.string(),
      afterDue: z.boolean(),
    })
    .nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.date().nullable(),
  rows: z.array(exportRowSchema),
  /** エビデンス of the newest round, in the form's order: a line a file and item. */
  evidence: z.array(evidenceFactsSchema.omit({ evidenceId: true, mediaType: true }).extend({ number: z.string() })),
  /** What the vendor asked, in the form's order, also before a submission. */
  questions: z.array(
    questionSchema.pick({ text: true, askedBy: true, department: true, askedAt: true, state: true }).extend({
      number: z.string(),
      /** Oldest first; the last one stands. */
      answers: z.array(z.strictObject({ answer: z.string(), by: z.string(), at: z.date() })),
    }),
  ),
});
export type ExportAssessment = z.output<typeof exportAssessmentSchema>;
