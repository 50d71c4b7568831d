import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Actor } from '@/domain/actor';
import type { AnswerContent } from '@/domain/answer';
import { answerRevision } from './answer';
import { assessment, pinnedItem } from './campaign';
import { bytea, instant, oneOf, tenantKey, tenantPlane } from './planes';
import { mail } from './record';

/**
 * What the vendor said to an item in the latest approved assessment of the same service, copied beside this one's items:
 * a respondent's policies reach one assessment, and an earlier one is not it. Made again when a later approval comes.
 */
export const priorAnswer = tenantPlane.table(
  'prior_answer',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    itemId: uuid().notNull(),
    fromAssessmentId: uuid().notNull(),
    /** The revision that was approved. */
    fromRevisionId: uuid().notNull(),
    campaignName: text().notNull(),
    fiscalYear: integer().notNull(),
    content: jsonb().$type<AnswerContent>().notNull(),
    /** Of what it promised; null: nothing, or 未定. */
    promiseLastDay: date({ mode: 'string' }),
    /** The printed text of the item differs, its number apart. */
    textChanged: boolean().notNull(),
    /** It stood unchanged from the year before already. */
    unchangedBefore: boolean().notNull(),
    answeredBy: text().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'prior_answer_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    foreignKey({
      name: 'prior_answer_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    uniqueIndex('prior_answer_once').on(t.tenantId, t.assessmentId, t.itemId),
    index('prior_answer_promising')
      .on(t.tenantId, t.assessmentId, t.itemId)
      .where(sql`${t.promiseLastDay} is not null`),
  ],
);

/** A named person's word that an answer stands unchanged from last year. Append-only. */
export const reattestation = tenantPlane.table(
  'reattestation',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    itemId: uuid().notNull(),
    /** This year's revision, and the one of last year that it repeats. */
    revisionId: uuid().notNull(),
    fromRevisionId: uuid().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'reattestation_revision',
      columns: [t.tenantId, t.revisionId],
      foreignColumns: [answerRevision.tenantId, answerRevision.id],
    }),
    uniqueIndex('reattestation_once').on(t.tenantId, t.revisionId),
    index('reattestation_of_assessment').on(t.tenantId, t.assessmentId),
  ],
);

/** A question of the vendor's about an item, and the bank's answer. Another question is another row; versions are revisions. */
export const question = tenantPlane.table(
  'question',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    itemId: uuid().notNull(),
    /** Whoever asked is mailed the answer. */
    invitationId: uuid().notNull(),
    text: text().notNull(),
    askedBy: jsonb().$type<Actor>().notNull(),
    askedAt: instant().notNull(),
    /** Null while unanswered. */
    answer: text(),
    answeredBy: jsonb().$type<Actor>(),
    answeredAt: instant(),
    /** Taken back by the vendor while it was unanswered; null: it stands. */
    takenBackAt: instant(),
    /** The mail that tells the bank of the question; null: none yet. */
    askedMailId: uuid(),
    /** The mail that tells the vendor of the answer as it is now; null: none yet. */
    answeredMailId: uuid(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'question_asked_mail',
      columns: [t.tenantId, t.askedMailId],
      foreignColumns: [mail.tenantId, mail.id],
    }),
    foreignKey({
      name: 'question_answered_mail',
      columns: [t.tenantId, t.answeredMailId],
      foreignColumns: [mail.tenantId, mail.id],
    }),
    foreignKey({
      name: 'question_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    foreignKey({
      name: 'question_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    index('question_of_assessment').on(t.tenantId, t.assessmentId),
    index('question_of_campaign').on(t.tenantId, t.campaignId, t.answeredAt),
  ],
);

/** One answer as an uploaded form has it, and what the form was filled in over. */
export interface FormCell {
  itemId: string;
  /** The answer's version when the form was downloaded; 0: none. */
  baseVersion: number;
  content: AnswerContent;
}

/** A form that came back filled in. The file stays as evidence of where its answers come from. */
export const formUpload = tenantPlane.table(
  'form_upload',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    invitationId: uuid().notNull(),
    fileName: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    sha256: text().notNull(),
    content: bytea().notNull(),
    state: text({ enum: ['previewed', 'taken', 'discarded'] }).notNull(),
    cells: jsonb().$type<FormCell[]>().notNull(),
    uploadedBy: jsonb().$type<Actor>().notNull(),
    uploadedAt: instant().notNull(),
    settledAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'form_upload_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    index('form_upload_of_assessment').on(t.tenantId, t.assessmentId),
    oneOf('form_upload_state', t.state, ['previewed', 'taken', 'discarded']),
  ],
);
