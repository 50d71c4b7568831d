import { foreignKey, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Actor } from '@/domain/actor';
import { bytea, instant, oneOf, tenantKey, tenantPlane } from './planes';
import { tenant } from './platform';

const IMPORT_STATES = ['planned', 'previewed', 'confirmed', 'applied', 'failed', 'discarded'] as const;

/**
 * A file that somebody uploaded to be taken in. The worker reads it into a preview; nothing else is written until it is
 * confirmed, and then all of it in one transaction. Kept with its bytes as evidence of where the rows came from.
 */
export const fileImport = tenantPlane.table(
  'file_import',
  {
    ...tenantKey(),
    kind: text({ enum: ['vendors', 'checklist'] }).notNull(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    content: bytea().notNull(),
    state: text({ enum: IMPORT_STATES }).notNull(),
    requestedBy: jsonb().$type<Actor>().notNull(),
    requestedAt: instant().notNull(),
    /** Rows read or written of rows in all, while the worker is at it. */
    doneRows: integer().notNull().default(0),
    totalRows: integer().notNull().default(0),
    /** What would be written, and each faulty cell; null until read. Its shape belongs to the kind's use case. */
    preview: jsonb(),
    /** A refusal's code once failed; null otherwise. */
    failure: text(),
    failureParams: jsonb().$type<Record<string, string | number>>(),
    confirmedBy: jsonb().$type<Actor>(),
    confirmedAt: instant(),
    appliedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'file_import_tenant', columns: [t.tenantId], foreignColumns: [tenant.id] }),
    index('file_import_waiting').on(t.state, t.requestedAt),
    oneOf('file_import_state', t.state, IMPORT_STATES),
  ],
);
