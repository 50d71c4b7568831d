import { date, foreignKey, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Actor } from '@/domain/actor';
import { instant, tenantKey, tenantPlane } from './planes';
import { tenant } from './platform';

/**
 * An edition of a checklist, as data. Launching a campaign pins a copy of its items. A draft may change; the database
 * refuses any change of a published one.
 */
export const checklistEdition = tenantPlane.table(
  'checklist_edition',
  {
    ...tenantKey(),
    /** The edition's own id, e.g. fisc-api-checklist-trial-2017. */
    sourceId: text().notNull(),
    title: text().notNull(),
    publisher: text().notNull(),
    issued: date({ mode: 'string' }).notNull(),
    content: jsonb().notNull(),
    /** Null: a draft. */
    publishedAt: instant(),
    /** The edition it was copied from; null for one begun empty, imported or built in. */
    derivedFromId: uuid(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'checklist_edition_tenant', columns: [t.tenantId], foreignColumns: [tenant.id] }),
    foreignKey({
      name: 'checklist_edition_derived',
      columns: [t.tenantId, t.derivedFromId],
      foreignColumns: [t.tenantId, t.id],
    }),
    uniqueIndex('checklist_edition_source').on(t.tenantId, t.sourceId),
  ],
);

/**
 * A pair of the map between two editions that somebody set by hand; pairs with the same content need no row. Null as
 * target: said to have no counterpart.
 */
export const editionMapping = tenantPlane.table(
  'edition_mapping',
  {
    ...tenantKey(),
    fromEditionId: uuid().notNull(),
    toEditionId: uuid().notNull(),
    fromItemId: text().notNull(),
    toItemId: text(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'edition_mapping_from',
      columns: [t.tenantId, t.fromEditionId],
      foreignColumns: [checklistEdition.tenantId, checklistEdition.id],
    }),
    foreignKey({
      name: 'edition_mapping_to',
      columns: [t.tenantId, t.toEditionId],
      foreignColumns: [checklistEdition.tenantId, checklistEdition.id],
    }),
    uniqueIndex('edition_mapping_once').on(t.tenantId, t.fromEditionId, t.toEditionId, t.fromItemId),
  ],
);
