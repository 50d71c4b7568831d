import { date, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Actor } from '@/domain/actor';
import { vendor } from './bank';
import { bytea, instant, oneOf, tenantKey, tenantPlane } from './planes';

/** A company behind a vendor: 再委託先 or 連鎖接続先, tier by tier. Both must be notified to the bank. */
export const chainLink = tenantPlane.table(
  'chain_link',
  {
    ...tenantKey(),
    vendorId: uuid().notNull(),
    /** The link above; null for the first tier. */
    parentId: uuid(),
    kind: text({ enum: ['subcontractor', 'chain'] }).notNull(),
    name: text().notNull(),
    /** 法人番号, 13 digits; null while unknown. */
    corporateNumber: text(),
    /** What it does for the vendor. */
    task: text().notNull().default(''),
    dataLocation: text().notNull().default(''),
    notifiedOn: date({ mode: 'string' }),
    acceptedOn: date({ mode: 'string' }),
    endedOn: date({ mode: 'string' }),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'chain_link_vendor',
      columns: [t.tenantId, t.vendorId],
      foreignColumns: [vendor.tenantId, vendor.id],
    }),
    foreignKey({
      name: 'chain_link_parent',
      columns: [t.tenantId, t.parentId],
      foreignColumns: [t.tenantId, t.id],
    }),
    index('chain_link_of_vendor').on(t.tenantId, t.vendorId),
    oneOf('chain_link_kind', t.kind, ['subcontractor', 'chain']),
  ],
);

/** A paper that the bank keeps about a vendor: contract, certificate, notification. The content never changes. */
export const vendorDocument = tenantPlane.table(
  'vendor_document',
  {
    ...tenantKey(),
    vendorId: uuid().notNull(),
    title: text().notNull(),
    kind: text({ enum: ['contract', 'certificate', 'notification', 'report', 'other'] }).notNull(),
    validFrom: date({ mode: 'string' }),
    validTo: date({ mode: 'string' }),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    sha256: text().notNull(),
    content: bytea().notNull(),
    addedBy: jsonb().$type<Actor>().notNull(),
    addedAt: instant().notNull(),
    /** Put away: no longer listed first, still readable. */
    archivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'vendor_document_vendor',
      columns: [t.tenantId, t.vendorId],
      foreignColumns: [vendor.tenantId, vendor.id],
    }),
    index('vendor_document_of_vendor').on(t.tenantId, t.vendorId),
  ],
);
