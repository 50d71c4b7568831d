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
import type { ChecklistItem } from '@/domain/checklist';
import type { Wave } from '@/domain/wave';
import { member, service } from './bank';
import { checklistEdition } from './checklist';
import { instant, oneOf, tenantKey, tenantPlane } from './planes';

const CAMPAIGN_STATES = ['draft', 'launching', 'running', 'paused', 'closed'] as const;
const ASSESSMENT_STATES = [
  'not_started',
  'answering',
  'submitted',
  'in_review',
  'returned',
  'pending_approval',
  'approved',
  'withdrawn',
  'declined',
  'closed_unanswered',
] as const;

/** 定期点検（実施回）. */
export const campaign = tenantPlane.table(
  'campaign',
  {
    ...tenantKey(),
    name: text().notNull(),
    /** April–March: 2026 is 2026年4月–2027年3月. */
    fiscalYear: integer().notNull(),
    /** 基準日: answers state the facts as of this day. */
    referenceDate: date({ mode: 'string' }).notNull(),
    editionId: uuid().notNull(),
    editionTitle: text().notNull(),
    dueDate: date({ mode: 'string' }).notNull(),
    closingTime: text().notNull(),
    reminderDays: integer().array().notNull(),
    overdueDays: integer().array().notNull(),
    state: text({ enum: CAMPAIGN_STATES }).notNull(),
    ownerId: uuid().notNull(),
    /** Ids of the edition's items that are asked; null: all of them. */
    chosenItemIds: text().array(),
    /** When each wave's links go out and until when it answers; one wave at least. */
    waves: jsonb().$type<Wave[]>().notNull().default([]),
    /** A word of the bank in this campaign's invitations, by language; '' keeps the usual text. */
    invitationTexts: jsonb().$type<{ ja: string; en: string }>().notNull().default({ ja: '', en: '' }),
    /** The campaign it was cloned from: whose answers are shown as last year's first. */
    clonedFromId: uuid(),
    createdAt: instant().notNull(),
    launchedAt: instant(),
    launchedBy: uuid(),
    closedAt: instant(),
    /** Gaps of submitted rounds when it was closed: what a list of years shows. Null while it is not closed. */
    gapsAtClose: integer(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'campaign_edition',
      columns: [t.tenantId, t.editionId],
      foreignColumns: [checklistEdition.tenantId, checklistEdition.id],
    }),
    foreignKey({
      name: 'campaign_owner',
      columns: [t.tenantId, t.ownerId],
      foreignColumns: [member.tenantId, member.id],
    }),
    oneOf('campaign_state', t.state, CAMPAIGN_STATES),
  ],
);

/** A service chosen for a campaign, planned until the worker has made its assessment. */
export const campaignTarget = tenantPlane.table(
  'campaign_target',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    serviceId: uuid().notNull(),
    /** Which of the campaign's waves, from 1. */
    wave: integer().notNull().default(1),
    /** Null until launched. */
    launchedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'campaign_target_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    foreignKey({
      name: 'campaign_target_service',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [service.tenantId, service.id],
    }),
    uniqueIndex('campaign_target_once').on(t.tenantId, t.campaignId, t.serviceId),
  ],
);

/** One item of the campaign's own copy of the checklist, fixed at launch. */
export const pinnedItem = tenantPlane.table(
  'pinned_item',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    /** Order in the campaign, from 1. */
    position: integer().notNull(),
    /** 通番 as printed: a number, or a bank's own such as Sec-3. */
    number: text().notNull(),
    category: text().notNull(),
    objective: text().notNull(),
    answeredBy: text({ enum: ['vendor', 'bank', 'both'] }).notNull(),
    /** The item's id in its edition, and the hash of its content: what carry-over joins on. */
    editionItemId: text().notNull(),
    contentHash: text().notNull(),
    content: jsonb().$type<ChecklistItem>().notNull(),
    /** Asked only where the service has one of these kinds of API; null: always. */
    onlyForApiKinds: text().array(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'pinned_item_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    uniqueIndex('pinned_item_position').on(t.tenantId, t.campaignId, t.position),
    oneOf('pinned_item_answered_by', t.answeredBy, ['vendor', 'bank', 'both']),
  ],
);

/**
 * Which question an item asks over the years, whatever edition it came from: worked out at launch, and anew when editions
 * are mapped. The row's id is the pinned item's. One without a row asks a question of its own.
 */
export const itemLineage = tenantPlane.table(
  'item_lineage',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    /** The same for items that ask the same. */
    lineageId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'item_lineage_item',
      columns: [t.tenantId, t.id],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    uniqueIndex('item_lineage_once').on(t.tenantId, t.campaignId, t.lineageId),
  ],
);

/** 点検: one service in one campaign. */
export const assessment = tenantPlane.table(
  'assessment',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    serviceId: uuid().notNull(),
    vendorId: uuid().notNull(),
    state: text({ enum: ASSESSMENT_STATES }).notNull(),
    /** The round being answered or judged, from 1. */
    roundNumber: integer().notNull().default(1),
    dueDate: date({ mode: 'string' }).notNull(),
    /** Why the due date was changed, as the vendor is told; '' while it is the campaign's. */
    dueDateReason: text().notNull().default(''),
    /** The service's kinds of API at launch: which conditional items are asked. */
    apiKinds: text().array().notNull().default([]),
    wave: integer().notNull().default(1),
    /** Items that the vendor answers, and how many are complete enough to submit. */
    itemCount: integer().notNull(),
    answeredCount: integer().notNull().default(0),
    lastActivityAt: instant(),
    /** When the bank first opened the current round; taking it back ends then. */
    openedAt: instant(),
    inChargeId: uuid(),
    /** When the answers of the year before were copied beside it; null: they have yet to be. */
    priorKnownAt: instant(),
    /** Later years have answered every gap of it, and neither can change any more: lists of gaps needn't look at it. */
    gapsSettled: boolean().notNull().default(false),
    /** The vendor asked to decline（辞退）; the bank confirms. Null otherwise. */
    declineRequestedAt: instant(),
    declineReason: text(),
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'assessment_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    foreignKey({
      name: 'assessment_service',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [service.tenantId, service.id],
    }),
    foreignKey({
      name: 'assessment_in_charge',
      columns: [t.tenantId, t.inChargeId],
      foreignColumns: [member.tenantId, member.id],
    }),
    uniqueIndex('assessment_once').on(t.tenantId, t.campaignId, t.serviceId),
    index('assessment_state_index').on(t.tenantId, t.campaignId, t.state),
    index('assessment_of_service').on(t.tenantId, t.serviceId),
    index('assessment_unsettled').on(t.tenantId).where(sql`not gaps_settled`),
    oneOf('assessment_state', t.state, ASSESSMENT_STATES),
  ],
);

/**
 * An invitation: the grant by which the person behind an address may answer one assessment. The link's token is derived
 * from this row's id and the server's secret; only its SHA-256 is at rest. Asking for a code is all that it can do.
 */
export const invitation = tenantPlane.table(
  'invitation',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    contactId: uuid(),
    /** The lead's invitation, when a colleague was asked to answer some of the items（担当依頼）; null: the lead's own. */
    delegatedBy: uuid(),
    /** What the lead said to the colleague; '' for the lead's own. */
    message: text().notNull().default(''),
    address: text().notNull(),
    name: text().notNull(),
    language: text({ enum: ['ja', 'en'] }).notNull(),
    linkHash: text().notNull(),
    issuedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    openedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'invitation_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    foreignKey({
      name: 'invitation_delegated_by',
      columns: [t.tenantId, t.delegatedBy],
      foreignColumns: [t.tenantId, t.id],
    }),
    uniqueIndex('invitation_link').on(t.linkHash),
    index('invitation_of_assessment').on(t.tenantId, t.assessmentId),
    index('invitation_of_campaign').on(t.tenantId, t.campaignId),
    index('invitation_address').on(t.address),
  ],
);
