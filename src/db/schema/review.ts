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
import { ANSWER_STATUSES } from '@/domain/answer';
import type { PromisedDate } from '@/domain/promised-date';
import { answerRevision } from './answer';
import { member } from './bank';
import { assessment, campaign, pinnedItem } from './campaign';
import { instant, oneOf, tenantKey, tenantPlane } from './planes';

/** A submission. It freezes the revisions that it consists of; everything the bank judges hangs on it. */
export const round = tenantPlane.table(
  'round',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    number: integer().notNull(),
    state: text({ enum: ['submitted', 'taken_back', 'returned', 'approved'] }).notNull(),
    submittedAt: instant().notNull(),
    submittedBy: jsonb().$type<Actor>().notNull(),
    submitterName: text().notNull(),
    submitterTitle: text().notNull(),
    /** SHA-256 over the frozen revisions' digests, in item order; the receipt quotes it. */
    receiptHash: text().notNull(),
    afterDue: text({ enum: ['in_time', 'after_due'] }).notNull(),
    returnedAt: instant(),
    /** What the bank says to the vendor with the return as a whole; null unless returned. */
    returnMessage: text(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'round_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    foreignKey({
      name: 'round_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    index('round_of_assessment').on(t.tenantId, t.assessmentId, t.number),
    index('round_of_campaign').on(t.tenantId, t.campaignId, t.state),
    oneOf('round_state', t.state, ['submitted', 'taken_back', 'returned', 'approved']),
  ],
);

/** The frozen revision of one item and slot. The bank's slot joins at approval. Append-only. */
export const roundItem = tenantPlane.table(
  'round_item',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    roundId: uuid().notNull(),
    itemId: uuid().notNull(),
    slot: text({ enum: ['vendor', 'bank'] }).notNull(),
    revisionId: uuid().notNull(),
    /** The revision's own: what gaps are found by, however many rounds there are. */
    status: text({ enum: ANSWER_STATUSES }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'round_item_round',
      columns: [t.tenantId, t.roundId],
      foreignColumns: [round.tenantId, round.id],
    }),
    foreignKey({
      name: 'round_item_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    foreignKey({
      name: 'round_item_revision',
      columns: [t.tenantId, t.revisionId],
      foreignColumns: [answerRevision.tenantId, answerRevision.id],
    }),
    uniqueIndex('round_item_once').on(t.tenantId, t.roundId, t.itemId, t.slot),
    index('round_item_of_campaign').on(t.tenantId, t.campaignId),
    index('round_item_gap').on(t.tenantId, t.roundId).where(sql`slot = 'vendor' and status in ('partial', 'unmet')`),
  ],
);

/** The bank's judgement of one item of a round, apart from the claim. Released to the vendor by a return or approval. */
export const verdict = tenantPlane.table(
  'verdict',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    roundId: uuid().notNull(),
    itemId: uuid().notNull(),
    /** Null once taken back: unjudged again. */
    value: text({ enum: ['accepted', 'insufficient', 'check'] }),
    /** Why; travels with the verdict. 不足 has one, '' else where none was given. */
    reason: text().notNull().default(''),
    /** Taken together with other unchanged items, by name, and not looked at singly（一括確認）. */
    takenTogether: boolean().notNull().default(false),
    version: integer().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
    releasedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'verdict_round', columns: [t.tenantId, t.roundId], foreignColumns: [round.tenantId, round.id] }),
    foreignKey({
      name: 'verdict_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    uniqueIndex('verdict_once').on(t.tenantId, t.roundId, t.itemId),
    index('verdict_of_assessment').on(t.tenantId, t.assessmentId),
    index('verdict_insufficient').on(t.tenantId, t.roundId).where(sql`value = 'insufficient'`),
    oneOf('verdict_value', t.value, ['accepted', 'insufficient', 'check']),
  ],
);

/** A word for the vendor on one item of a round; unseen by them until a return releases it. */
export const comment = tenantPlane.table(
  'comment',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    roundId: uuid().notNull(),
    itemId: uuid().notNull(),
    /** '' once taken back. */
    body: text().notNull(),
    version: integer().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
    releasedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'comment_round', columns: [t.tenantId, t.roundId], foreignColumns: [round.tenantId, round.id] }),
    foreignKey({
      name: 'comment_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    uniqueIndex('comment_once').on(t.tenantId, t.roundId, t.itemId),
    index('comment_of_assessment').on(t.tenantId, t.assessmentId),
  ],
);

/** A word inside the bank（行内限り）. A table of its own: respondents' role has no grant on it. Append-only. */
export const internalNote = tenantPlane.table(
  'internal_note',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    roundId: uuid().notNull(),
    itemId: uuid().notNull(),
    body: text().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'internal_note_round',
      columns: [t.tenantId, t.roundId],
      foreignColumns: [round.tenantId, round.id],
    }),
    foreignKey({
      name: 'internal_note_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    index('internal_note_of_assessment').on(t.tenantId, t.assessmentId),
  ],
);

/** 起案 → 承認 of one round, and what became of it. A re-opened approval stays on record. */
export const acceptance = tenantPlane.table(
  'acceptance',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    roundId: uuid().notNull(),
    state: text({ enum: ['proposed', 'approved', 'rejected', 'reopened'] }).notNull(),
    summary: text().notNull(),
    /** Conditions of the approval; '' without any. */
    conditions: text().notNull().default(''),
    /** One of the bank's grades; null where it gives none. */
    grade: text(),
    /** When the next assessment is wanted; null: not said. */
    nextDate: date({ mode: 'string' }),
    proposedBy: jsonb().$type<Actor>().notNull(),
    proposedAt: instant().notNull(),
    decidedBy: jsonb().$type<Actor>(),
    decidedAt: instant(),
    /** Why it was rejected or re-opened; null otherwise. */
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'acceptance_round',
      columns: [t.tenantId, t.roundId],
      foreignColumns: [round.tenantId, round.id],
    }),
    index('acceptance_of_assessment').on(t.tenantId, t.assessmentId),
    oneOf('acceptance_state', t.state, ['proposed', 'approved', 'rejected', 'reopened']),
  ],
);

/** A promise（今後の対応予定）of a submitted round: measure, who, by when. */
export const commitment = tenantPlane.table(
  'commitment',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    roundId: uuid().notNull(),
    itemId: uuid().notNull(),
    measure: text().notNull(),
    person: text().notNull(),
    promised: jsonb().$type<PromisedDate>().notNull(),
    /** Last day of the promised date, for sorting and overdue; null for 未定. */
    lastDay: date({ mode: 'string' }),
    state: text({ enum: ['open', 'superseded'] }).notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'commitment_round',
      columns: [t.tenantId, t.roundId],
      foreignColumns: [round.tenantId, round.id],
    }),
    foreignKey({
      name: 'commitment_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    uniqueIndex('commitment_once').on(t.tenantId, t.roundId, t.itemId),
    index('commitment_of_assessment').on(t.tenantId, t.assessmentId),
    index('commitment_due').on(t.tenantId, t.state, t.lastDay),
  ],
);

/** The vendor's answer to a word of the bank on one item. The newest one counts; earlier ones stay. Append-only. */
export const reply = tenantPlane.table(
  'reply',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    /** The round whose comment is answered. */
    roundId: uuid().notNull(),
    itemId: uuid().notNull(),
    body: text().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'reply_round', columns: [t.tenantId, t.roundId], foreignColumns: [round.tenantId, round.id] }),
    foreignKey({
      name: 'reply_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    index('reply_of_assessment').on(t.tenantId, t.assessmentId),
  ],
);

/** Which member has opened which item of a round singly: what "unread" means, and what a taking-together rests on. */
export const itemReading = tenantPlane.table(
  'item_reading',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    roundId: uuid().notNull(),
    itemId: uuid().notNull(),
    memberId: uuid().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'item_reading_round',
      columns: [t.tenantId, t.roundId],
      foreignColumns: [round.tenantId, round.id],
    }),
    foreignKey({
      name: 'item_reading_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    foreignKey({
      name: 'item_reading_member',
      columns: [t.tenantId, t.memberId],
      foreignColumns: [member.tenantId, member.id],
    }),
    uniqueIndex('item_reading_once').on(t.tenantId, t.roundId, t.itemId, t.memberId),
  ],
);
