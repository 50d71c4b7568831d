import { foreignKey, index, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { assessment, invitation, pinnedItem } from './campaign';
import { instant, tenantKey, tenantPlane } from './planes';

/**
 * 担当依頼: an item that a lead gave to a colleague. The colleague's policies read this table: without a live row here
 * the item, its answer and everything said of it are not theirs to see.
 */
export const delegatedItem = tenantPlane.table(
  'delegated_item',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    /** The colleague's own invitation; its `delegatedBy` is the lead's. */
    invitationId: uuid().notNull(),
    itemId: uuid().notNull(),
    givenAt: instant().notNull(),
    /** Taken back or revoked; what was answered stays. */
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'delegated_item_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    foreignKey({
      name: 'delegated_item_invitation',
      columns: [t.tenantId, t.invitationId],
      foreignColumns: [invitation.tenantId, invitation.id],
    }),
    foreignKey({
      name: 'delegated_item_item',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [pinnedItem.tenantId, pinnedItem.id],
    }),
    uniqueIndex('delegated_item_once').on(t.tenantId, t.invitationId, t.itemId),
    index('delegated_item_of_assessment').on(t.tenantId, t.assessmentId),
  ],
);

/** Who has which item open just now, a row a sitting; nothing but a courtesy, and no part of any record. */
export const presence = tenantPlane.table(
  'presence',
  {
    ...tenantKey(),
    assessmentId: uuid().notNull(),
    itemId: uuid().notNull(),
    sitting: uuid().notNull(),
    name: text().notNull(),
    seenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'presence_assessment',
      columns: [t.tenantId, t.assessmentId],
      foreignColumns: [assessment.tenantId, assessment.id],
    }),
    uniqueIndex('presence_once').on(t.tenantId, t.assessmentId, t.sitting),
  ],
);

/** Somebody with an old link asked for a new one; the bank is told and sends it. */
export const linkRequest = tenantPlane.table(
  'link_request',
  {
    ...tenantKey(),
    campaignId: uuid().notNull(),
    assessmentId: uuid().notNull(),
    /** The invitation whose link was held. */
    invitationId: uuid().notNull(),
    requestedAt: instant().notNull(),
    /** A new link went out, or the bank put the request away. */
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'link_request_invitation',
      columns: [t.tenantId, t.invitationId],
      foreignColumns: [invitation.tenantId, invitation.id],
    }),
    index('link_request_of_campaign').on(t.tenantId, t.campaignId, t.settledAt),
  ],
);
