import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { fileImport } from '@/db/schema/file-import';
import { Refusal } from '@/domain/refusal';
import { importLineSchema, lineCountsSchema } from '@/domain/vendor-import-line';

export const IMPORT_STATES = ['planned', 'previewed', 'confirmed', 'applied', 'failed', 'discarded'] as const;
export const importKindSchema = z.enum(['vendors', 'checklist']);

/** An import's heading, without its content and its rows. */
export const importHeadSchema = z.strictObject({
  id: z.uuid(),
  kind: importKindSchema,
  fileName: z.string(),
  sha256: z.string(),
  state: z.enum(IMPORT_STATES),
  requestedBy: z.string(),
  requestedAt: z.date(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.date().nullable(),
  appliedAt: z.date().nullable(),
  /** A refusal's code: why it failed, or why a confirmed one is to be looked at again. */
  failure: z.string().nullable(),
  failureParams: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  version: z.int(),
});

const HEAD = {
  id: fileImport.id,
  kind: fileImport.kind,
  fileName: fileImport.fileName,
  sha256: fileImport.sha256,
  state: fileImport.state,
  requestedBy: fileImport.requestedBy,
  requestedAt: fileImport.requestedAt,
  confirmedBy: fileImport.confirmedBy,
  confirmedAt: fileImport.confirmedAt,
  appliedAt: fileImport.appliedAt,
  failure: fileImport.failure,
  failureParams: fileImport.failureParams,
  version: fileImport.version,
};

type HeadRow = Awaited<ReturnType<typeof selectHeads>>[number];

const selectHeads = (tx: Transaction) => tx.select(HEAD).from(fileImport);

const nameOf = (actor: HeadRow['requestedBy'] | null) =>
  actor === null || actor.kind === 'system' ? null : actor.name;

const headOf = (row: HeadRow): z.input<typeof importHeadSchema> => ({
  ...row,
  requestedBy: nameOf(row.requestedBy) ?? '',
  confirmedBy: nameOf(row.confirmedBy),
});

/** The newest imports of a kind first. */
export async function importHeads(
  tx: Transaction,
  kind: z.output<typeof importKindSchema>,
  page: { limit: number; offset: number },
) {
  const rows = await tx
    .select(HEAD)
    .from(fileImport)
    .where(eq(fileImport.kind, kind))
    .orderBy(desc(fileImport.requestedAt), desc(fileImport.id))
    .limit(page.limit)
    .offset(page.offset);
  return rows.map(headOf);
}

/** One import's heading; `not-found` without it. */
export async function requireImport(tx: Transaction, importId: string) {
  const [row] = await tx.select(HEAD).from(fileImport).where(eq(fileImport.id, importId));
  if (!row) throw new Refusal('not-found', {});
  return headOf(row);
}

/** One import of vendors to be changed, locked; `not-found` without it. */
export async function lockImport(tx: Transaction, importId: string) {
  const [row] = await tx
    .select({ ...HEAD, preview: fileImport.preview })
    .from(fileImport)
    .where(and(eq(fileImport.id, importId)))
    .for('update');
  if (!row) throw new Refusal('not-found', {});
  return row;
}

/** What a read file of vendors holds: the table as read, and what it would do to the register of that moment. */
export const vendorPreviewSchema = z.strictObject({
  table: z.strictObject({
    rows: z.array(z.strictObject({ row: z.int(), cells: z.record(z.string(), z.string()) })),
    unknownHeads: z.array(z.string()),
  }),
  lines: z.array(importLineSchema),
  counts: lineCountsSchema,
});
export type VendorPreview = z.output<typeof vendorPreviewSchema>;
