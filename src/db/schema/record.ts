import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
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
import { campaign } from './campaign';
import { bytea, instant, oneOf, tenantKey, tenantPlane } from './planes';
import { tenant } from './platform';

/**
 * Append-only versions of everything an auditor may ask about as of a past day, apart from answers (which have their
 * own): the whole row as it stood after the change. As-of is the latest version not later than the day.
 */
export const revision = tenantPlane.table(
  'revision',
  {
    ...tenantKey(),
    noun: text({
      enum: [
        'campaign',
        'assessment',
        'round',
        'verdict',
        'comment',
        'acceptance',
        'commitment',
        'contact',
        'invitation',
        'member',
        'profile',
        'vendor',
        'service',
        'chain_link',
        'document',
        'edition',
        'identity_provider',
        'evidence',
        'question',
        'form_upload',
      ],
    }).notNull(),
    rowId: uuid().notNull(),
    /** Null for what belongs to no campaign. */
    campaignId: uuid(),
    assessmentId: uuid(),
    snapshot: jsonb().$type<Record<string, unknown>>().notNull(),
    /** SHA-256 of the snapshot's canonical text; the audit event carries it. */
    digest: text().notNull(),
    at: instant().notNull(),
    by: jsonb().$type<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'revision_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    index('revision_of_row').on(t.tenantId, t.noun, t.rowId, t.at),
    index('revision_of_campaign').on(t.tenantId, t.campaignId, t.at),
  ],
);

/**
 * One mail to one address, planned before it is sent: the row is the truth, the queue only wakes the worker.
 * `sending` is written before SMTP's DATA; one found there after a crash is `uncertain` and sent once more under the
 * same Message-ID.
 */
export const mail = tenantPlane.table(
  'mail',
  {
    ...tenantKey(),
    kind: text({
      enum: [
        'invitation',
        'reminder',
        'overdue',
        'receipt',
        'submitted_notice',
        'return',
        'acceptance',
        'due_date_changed',
        'withdrawn',
        'member_invited',
        'delegated',
        'link_requested',
        'copy',
        'question_asked',
        'question_answered',
      ],
    }).notNull(),
    /** Null with the assessment for a mail about the membership of a bank. */
    campaignId: uuid(),
    assessmentId: uuid(),
    invitationId: uuid(),
    roundId: uuid(),
    /** For members of the bank; null for the vendor's people. */
    memberId: uuid(),
    address: text().notNull(),
    recipientName: text().notNull(),
    language: text({ enum: ['ja', 'en'] }).notNull(),
    /** What makes it the same mail: kind, ordinal and due date, or the round, or the mail it copies. Unique with assessment and address. */
    occasion: text().notNull(),
    dueAt: instant().notNull(),
    state: text({ enum: ['planned', 'sending', 'sent', 'uncertain', 'failed', 'cancelled', 'skipped'] }).notNull(),
    messageId: text().notNull(),
    attempts: integer().notNull().default(0),
    /** True once a crash left it unknown whether a first copy went out. */
    doubtful: text({ enum: ['no', 'yes'] })
      .notNull()
      .default('no'),
    claimedAt: instant(),
    sentAt: instant(),
    /** SMTP's answer code of a permanent failure, e.g. 550; null otherwise. */
    failure: text(),
    plannedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'mail_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    uniqueIndex('mail_once').on(t.tenantId, t.assessmentId, t.kind, t.occasion, t.address),
    index('mail_due').on(t.state, t.dueAt),
    index('mail_of_campaign').on(t.tenantId, t.campaignId),
    check(
      'mail_belongs',
      sql`(${t.kind} = 'member_invited') = (${t.campaignId} is null) and (${t.campaignId} is null) = (${t.assessmentId} is null)`,
    ),
    oneOf('mail_state', t.state, ['planned', 'sending', 'sent', 'uncertain', 'failed', 'cancelled', 'skipped']),
  ],
);

/** A workbook asked for by somebody, made by the worker. */
export const exportFile = tenantPlane.table(
  'export_file',
  {
    ...tenantKey(),
    /** Null for what belongs to no campaign. */
    campaignId: uuid(),
    kind: text({
      enum: ['campaign_xlsx', 'campaign_csv', 'vendors_xlsx', 'vendors_csv', 'edition_xlsx', 'edition_json'],
    }).notNull(),
    /** What the file shows of: an edition's id, for one; null where the kind says all. */
    subjectId: uuid(),
    locale: text({ enum: ['ja', 'en'] }).notNull(),
    state: text({ enum: ['planned', 'ready', 'failed'] }).notNull(),
    requestedBy: jsonb().$type<Actor>().notNull(),
    requestedAt: instant().notNull(),
    /** Rows written of rows in all, while it is made. */
    doneRows: integer().notNull().default(0),
    totalRows: integer().notNull().default(0),
    readyAt: instant(),
    fileName: text(),
    sha256: text(),
    content: bytea(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'export_file_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    index('export_file_of_campaign').on(t.tenantId, t.campaignId, t.requestedAt),
    oneOf('export_file_state', t.state, ['planned', 'ready', 'failed']),
  ],
);

/** The head of a tenant's audit chain; its lock puts writers in line. */
export const auditHead = tenantPlane.table(
  'audit_head',
  { ...tenantKey(), seq: bigint({ mode: 'number' }).notNull(), hash: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'audit_head_tenant', columns: [t.tenantId], foreignColumns: [tenant.id] }),
    uniqueIndex('audit_head_one').on(t.tenantId),
  ],
);

/** One link of the chain. `bytes` is the text exactly as hashed; the other columns repeat it for searching. */
export const auditEvent = tenantPlane.table(
  'audit_event',
  {
    ...tenantKey(),
    seq: bigint({ mode: 'number' }).notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
    bytes: text().notNull(),
    at: instant().notNull(),
    actorId: text().notNull(),
    kind: text().notNull(),
    campaignId: uuid(),
    assessmentId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'audit_event_tenant', columns: [t.tenantId], foreignColumns: [tenant.id] }),
    uniqueIndex('audit_event_seq').on(t.tenantId, t.seq),
    uniqueIndex('audit_event_previous').on(t.tenantId, t.previousHash),
    index('audit_event_of_campaign').on(t.tenantId, t.campaignId, t.seq),
    // When somebody last signed in is looked up a member, however long the chain is.
    index('audit_event_sign_in').on(t.tenantId, t.actorId, t.at).where(sql`kind = 'member.signed_in'`),
  ],
);

/** What an event said, apart from the chain so that it can be erased by a recorded event: both columns then are null. */
export const auditPayload = tenantPlane.table(
  'audit_payload',
  {
    ...tenantKey(),
    seq: bigint({ mode: 'number' }).notNull(),
    campaignId: uuid(),
    assessmentId: uuid(),
    /** 16 random bytes, hex. */
    salt: text(),
    /** Canonical JSON text, as digested. */
    payload: text(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'audit_payload_event',
      columns: [t.tenantId, t.id],
      foreignColumns: [auditEvent.tenantId, auditEvent.id],
    }),
    uniqueIndex('audit_payload_seq').on(t.tenantId, t.seq),
  ],
);
