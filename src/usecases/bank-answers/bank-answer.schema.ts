import { z } from 'zod';
import { answerContentSchema } from '@/domain/answer';

/** 未回答 · 下書き · 承認待 · 承認済 · 承認後に変更あり. */
export const BANK_ANSWER_STANDINGS = ['unanswered', 'draft', 'proposed', 'approved', 'changed'] as const;
export type BankAnswerStanding = (typeof BANK_ANSWER_STANDINGS)[number];

export const bankProposalSchema = z.strictObject({
  revisionId: z.uuid(),
  /** The saved version that is put forward; a later save doesn't change it. */
  version: z.int(),
  content: answerContentSchema,
  shared: z.boolean(),
  proposedBy: z.string(),
  proposedAt: z.date(),
  /** The viewer put it forward or wrote it, so another person approves. */
  mine: z.boolean(),
});

export const bankApprovalSchema = z.strictObject({
  revisionId: z.uuid(),
  version: z.int(),
  content: answerContentSchema,
  /** Vendors may read it. */
  shared: z.boolean(),
  proposedBy: z.string(),
  approvedBy: z.string(),
  approvedAt: z.date(),
});

/** The bank's answer to one item at one level: the campaign's default, or one assessment's override. */
export const bankAnswerSchema = z.strictObject({
  level: z.enum(['default', 'override']),
  standing: z.enum(BANK_ANSWER_STANDINGS),
  content: answerContentSchema,
  /** 0: never saved. A save names the version that it started from. */
  version: z.int(),
  complete: z.boolean(),
  updatedAt: z.date().nullable(),
  by: z.string().nullable(),
  proposal: bankProposalSchema.nullable(),
  approved: bankApprovalSchema.nullable(),
});

export type BankAnswer = z.output<typeof bankAnswerSchema>;
