import { bigint, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AnswerContent } from '@/domain/answer';
import type { MasterSource } from '@/domain/answer-master';
import { instant, oneOf, respondentsPlane } from './planes';
import { respondentPerson } from './respondents';

/**
 * 回答マスタ: what a respondent organisation keeps for itself, over banks. Every table here carries organisation_id and
 * forces row security by it; no bank, auditor or bank's worker has a grant on any of them.
 */
export const organisation = respondentsPlane.table('organisation', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  foundedAt: instant().notNull(),
});

/** Who belongs to an organisation: its founder, and whom a member invited. */
export const organisationMember = respondentsPlane.table(
  'organisation_member',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    personId: uuid()
      .notNull()
      .references(() => respondentPerson.id),
    /** As the person said when joining. */
    name: text().notNull(),
    joinedAt: instant().notNull(),
    /** Null for the founder. */
    invitedBy: uuid(),
    leftAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] }), index('organisation_member_person').on(t.personId)],
);

/** A member's invitation of a colleague; accepted by whoever proves the address, and by nobody else. */
export const organisationInvitation = respondentsPlane.table(
  'organisation_invitation',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull(),
    /** Lower case, ASCII. */
    address: text().notNull(),
    language: text({ enum: ['ja', 'en'] }).notNull(),
    invitedBy: uuid().notNull(),
    inviterName: text().notNull(),
    invitedAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
    mailState: text({ enum: ['planned', 'sending', 'sent', 'uncertain', 'failed'] }).notNull(),
    mailAttempts: integer().notNull().default(0),
    mailClaimedAt: instant(),
    sentAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('organisation_invitation_address').on(t.address),
    index('organisation_invitation_mail').on(t.mailState, t.invitedAt),
    oneOf('organisation_invitation_mail_state', t.mailState, ['planned', 'sending', 'sent', 'uncertain', 'failed']),
  ],
);

/** A service as the organisation calls it; answers are kept apart by it. */
export const masterService = respondentsPlane.table(
  'master_service',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull(),
    name: text().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
);

/** Which of the organisation's services a bank's service is. The bank's ids are another plane's: no foreign key. */
export const masterLink = respondentsPlane.table(
  'master_link',
  {
    organisationId: uuid().notNull(),
    tenantId: uuid().notNull(),
    serviceId: uuid().notNull(),
    masterServiceId: uuid().notNull(),
    linkedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.tenantId, t.serviceId] })],
);

/** One answer of the master: to an item known by its content, whatever a bank's numbering calls it. */
export const masterAnswer = respondentsPlane.table(
  'master_answer',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull(),
    masterServiceId: uuid().notNull(),
    /** Of the printed text without its number. */
    contentHash: text().notNull(),
    objective: text().notNull(),
    content: jsonb().$type<AnswerContent>().notNull(),
    source: jsonb().$type<MasterSource>().notNull(),
    version: integer().notNull(),
    /** Of the answer, not of its saving here: when somebody last wrote it, or said by name that it stands unchanged. */
    updatedAt: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex('master_answer_once').on(t.organisationId, t.masterServiceId, t.contentHash),
  ],
);

/** Every version of every answer of the master, append-only. */
export const masterRevision = respondentsPlane.table(
  'master_revision',
  {
    organisationId: uuid().notNull(),
    id: uuid().notNull(),
    masterAnswerId: uuid().notNull(),
    version: integer().notNull(),
    content: jsonb().$type<AnswerContent>().notNull(),
    source: jsonb().$type<MasterSource>().notNull(),
    /** SHA-256 of the content's canonical text; the organisation's chain carries it. */
    digest: text().notNull(),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex('master_revision_version').on(t.organisationId, t.masterAnswerId, t.version),
  ],
);

/** The head of an organisation's own chain; its lock puts writers in line. */
export const organisationHead = respondentsPlane.table('organisation_head', {
  organisationId: uuid()
    .primaryKey()
    .references(() => organisation.id),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});

/** One link of an organisation's chain, with what it says. `bytes` is the text exactly as hashed. */
export const organisationEvent = respondentsPlane.table(
  'organisation_event',
  {
    organisationId: uuid().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
    bytes: text().notNull(),
    at: instant().notNull(),
    actorId: text().notNull(),
    kind: text().notNull(),
    /** 16 random bytes, hex. */
    salt: text().notNull(),
    /** Canonical JSON text, as digested. */
    payload: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.seq] }),
    uniqueIndex('organisation_event_previous').on(t.organisationId, t.previousHash),
  ],
);
