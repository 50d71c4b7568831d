import { date, foreignKey, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Actor } from '@/domain/actor';
import { assessment, pinnedItem } from './campaign';
import { instant, oneOf, tenantKey, tenantPlane } from './planes';
import { round } from './review';

/**
 * エビデンス（証跡資料）: a file of the vendor's for one assessment. The bytes lie in the file store under `storageKey` and
 * never change. The bank reads what a submitted round holds, and no other.
 */
export const evidence = tenantPlane.table(
  'evidence',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    /** By whose invitation it came. */
    invitationId: uuid().notNull(),
    /** As the person's machine called it. */
    fileName: text().notNull(),
    /** What the bytes are, by their look and the allow-list; never what the browser said. */
    mediaType: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    /** not_scanned: no scanner is configured. What a scanner found fault with is never kept. */
    scan: text({ enum: ['clean', 'not_scanned'] }).notNull(),
    validFrom: date({ mode: 'string' }),
    validTo: date({ mode: 'string' }),
    addedBy: jsonb().$type<Actor>().notNull(),
    addedAt: instant().notNull(),
    /** Put away by the vendor; rounds that hold it keep it. */
    removedAt: instant(),
    /** When the stored bytes were first found not to be those that were handed in; null: never. */
    alteredAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'evidence_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    index('evidence_of_assessment').on(t.tenantId, t.assessmentId),
    oneOf('evidence_scan', t.scan, ['clean', 'not_scanned']),
  ],
);

/** Which items a file shows something for; one file serves several. */
export const evidenceUse = tenantPlane.table(
  'evidence_use',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    evidenceId: uuid().notNull(),
    itemId: uuid().notNull(),
    usedAt: instant().notNull(),
    /** No longer named for the item. */
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'evidence_use_evidence',
      columns: [t.tenantId, t.evidenceId],
      foreignColumns: [evidence.tenantId, evidence.id],
    }),
    foreignKey({
      name: 'evidence_use_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    uniqueIndex('evidence_use_once').on(t.tenantId, t.evidenceId, t.itemId),
    index('evidence_use_of_assessment').on(t.tenantId, t.assessmentId),
  ],
);

/** The evidence that a submission holds for an item. Append-only, like the round's answers. */
export const roundEvidence = tenantPlane.table(
  'round_evidence',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    roundId: uuid().notNull(),
    itemId: uuid().notNull(),
    evidenceId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'round_evidence_round',
      columns: [t.tenantId, t.roundId],
      foreignColumns: [round.tenantId, round.id],
    }),
    foreignKey({
      name: 'round_evidence_evidence',
      columns: [t.tenantId, t.evidenceId],
      foreignColumns: [evidence.tenantId, evidence.id],
    }),
    uniqueIndex('round_evidence_once').on(t.tenantId, t.roundId, t.itemId, t.evidenceId),
    index('round_evidence_of_evidence').on(t.tenantId, t.evidenceId),
  ],
);
