import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Actor } from '@/domain/actor';
import type { AnswerContent } from '@/domain/answer';
import { assessment, campaign, pinnedItem } from './campaign';
import { instant, oneOf, tenantKey, tenantPlane } from './planes';

/** The current answer to a pinned item in a slot, for one assessment or (bank slot only) for the whole campaign. */
export const answer = tenantPlane.table(
  'answer',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    itemId: uuid().notNull(),
    slot: text({ enum: ['vendor', 'bank'] }).notNull(),
    /** Null: the campaign's default answer of the bank. */
    assessmentId: uuid(),
    content: jsonb().$type<AnswerContent>().notNull(),
    status: text({ enum: ['met', 'partial', 'unmet', 'not_applicable', 'unanswered'] }).notNull(),
    /** Nothing that submission needs is missing, what became of last year's promise apart: that follows from the day. */
    complete: boolean().notNull(),
    /** Of what it promises; null: nothing, or 未定. */
    promiseLastDay: date({ mode: 'string' }),
    /** Counts saves, from 1; a save names the version that it started from. */
    version: integer().notNull(),
    revisionId: uuid().notNull(),
    updatedAt: instant().notNull(),
    by: jsonb().$type<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'answer_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    foreignKey({
      name: 'answer_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    foreignKey({
      name: 'answer_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    unique('answer_once').on(t.tenantId, t.itemId, t.slot, t.assessmentId).nullsNotDistinct(),
    index('answer_of_assessment').on(t.tenantId, t.assessmentId),
    oneOf('answer_slot', t.slot, ['vendor', 'bank']),
  ],
);

/** Every version of every answer, append-only: who, when, what. */
export const answerRevision = tenantPlane.table(
  'answer_revision',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    answerId: uuid().notNull(),
    itemId: uuid().notNull(),
    slot: text({ enum: ['vendor', 'bank'] }).notNull(),
    assessmentId: uuid(),
    version: integer().notNull(),
    content: jsonb().$type<AnswerContent>().notNull(),
    status: text({ enum: ['met', 'partial', 'unmet', 'not_applicable', 'unanswered'] }).notNull(),
    /** SHA-256 of the content's canonical text; the audit event carries it. */
    digest: text().notNull(),
    /** Saved after the due date（期限後）. */
    afterDue: boolean().notNull(),
    /** One sitting of one person, of which people see a line, not one per autosave; `ownSitting` for a line of its own. */
    sitting: uuid().notNull(),
    at: instant().notNull(),
    by: jsonb().$type<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'answer_revision_answer',
      columns: [t.tenantId, t.answerId],
      foreignColumns: [answer.tenantId, answer.id],
    }),
    uniqueIndex('answer_revision_version').on(t.tenantId, t.answerId, t.version),
    index('answer_revision_of_assessment').on(t.tenantId, t.assessmentId),
  ],
);

/** An approved answer of the bank: which revision counts, who proposed and who approved it. Append-only. */
export const bankAnswerApproval = tenantPlane.table(
  'bank_answer_approval',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    answerId: uuid().notNull(),
    itemId: uuid().notNull(),
    assessmentId: uuid(),
    revisionId: uuid().notNull(),
    /** Vendors may read it: the item is for both, or the bank shares it. */
    shared: boolean().notNull(),
    proposedBy: jsonb().$type<Actor>().notNull(),
    approvedBy: jsonb().$type<Actor>().notNull(),
    approvedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'bank_answer_approval_revision',
      columns: [t.tenantId, t.revisionId],
      foreignColumns: [answerRevision.tenantId, answerRevision.id],
    }),
    foreignKey({
      name: 'bank_answer_approval_answer',
      columns: [t.tenantId, t.answerId],
      foreignColumns: [answer.tenantId, answer.id],
    }),
    index('bank_answer_approval_of_answer').on(t.tenantId, t.answerId, t.approvedAt),
    index('bank_answer_approval_of_campaign').on(t.tenantId, t.campaignId),
  ],
);

/** The bank's answers of a campaign (or an override) put forward for approval by another person. */
export const bankAnswerProposal = tenantPlane.table(
  'bank_answer_proposal',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    answerId: uuid().notNull(),
    revisionId: uuid().notNull(),
    /** Approval will let vendors read it. */
    shared: boolean().notNull().default(false),
    proposedBy: jsonb().$type<Actor>().notNull(),
    proposedAt: instant().notNull(),
    /** Null while open. */
    decidedAt: instant(),
    decision: text({ enum: ['approved', 'superseded'] }),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'bank_answer_proposal_answer',
      columns: [t.tenantId, t.answerId],
      foreignColumns: [answer.tenantId, answer.id],
    }),
    foreignKey({
      name: 'bank_answer_proposal_revision',
      columns: [t.tenantId, t.revisionId],
      foreignColumns: [answerRevision.tenantId, answerRevision.id],
    }),
    index('bank_answer_proposal_of_campaign').on(t.tenantId, t.campaignId, t.decidedAt),
  ],
);
