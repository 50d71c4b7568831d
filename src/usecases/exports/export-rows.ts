import { desc, eq, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { exportFile } from '@/db/schema/record';
import type { Actor } from '@/domain/actor';
import { Refusal } from '@/domain/refusal';

export const exportLineSchema = z.strictObject({
  id: z.uuid(),
  state: z.enum(['planned', 'ready', 'failed']),
  requestedBy: z.string(),
  requestedAt: z.date(),
  readyAt: z.date().nullable(),
  doneRows: z.int(),
  totalRows: z.int(),
  fileName: z.string().nullable(),
  /** Of the file, hex: what a copy is compared with. */
  sha256: z.string().nullable(),
});

export const exportRequestSchema = z.strictObject({ campaignId: z.uuid(), locale: z.enum(['ja', 'en']) });

const LINE = {
  id: exportFile.id,
  state: exportFile.state,
  requestedBy: exportFile.requestedBy,
  requestedAt: exportFile.requestedAt,
  readyAt: exportFile.readyAt,
  doneRows: exportFile.doneRows,
  totalRows: exportFile.totalRows,
  fileName: exportFile.fileName,
  sha256: exportFile.sha256,
};

export type ExportKind = (typeof exportFile.$inferSelect)['kind'];

const PAGE_SIZE = 20;

export const exportPageInput = z.int().min(1).max(10_000);
export const exportPageSchema = z.strictObject({
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
  exports: z.array(exportLineSchema),
});

/** A page of the files asked for of one subject, newest first, without their contents. */
export async function exportPage(
  tx: Transaction,
  of: SQL | undefined,
  page: number,
): Promise<z.input<typeof exportPageSchema>> {
  const rows = await tx
    .select(LINE)
    .from(exportFile)
    .where(of)
    .orderBy(desc(exportFile.requestedAt), desc(exportFile.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const exports = rows.map((row) => ({
    ...row,
    requestedBy: row.requestedBy.kind === 'system' ? '' : row.requestedBy.name,
  }));
  return { page, pageSize: PAGE_SIZE, total: await tx.$count(exportFile, of), exports };
}

/** A file to be made by the worker; returns its id. */
export async function planExport(
  tx: Transaction,
  place: { tenantId: string; actor: Actor; now: Date },
  wanted: Pick<typeof exportFile.$inferInsert, 'kind' | 'campaignId' | 'subjectId' | 'locale'>,
): Promise<string> {
  const id = newId();
  await tx.insert(exportFile).values({
    tenantId: place.tenantId,
    id,
    ...wanted,
    state: 'planned',
    requestedBy: place.actor,
    requestedAt: place.now,
  });
  return id;
}

export const exportContentSchema = z.strictObject({
  fileName: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;

function mediaTypeOf(kind: ExportKind): string {
  if (kind.endsWith('_csv')) return MEDIA_TYPES.csv;
  return kind.endsWith('_json') ? MEDIA_TYPES.json : MEDIA_TYPES.xlsx;
}

/** A ready file whole. Throws `not-found`, `export-not-ready` while the worker is at it, and `export-failed`. */
export async function readyExport(tx: Transaction, exportId: string) {
  const [row] = await tx.select().from(exportFile).where(eq(exportFile.id, exportId));
  if (!row) throw new Refusal('not-found', {});
  if (row.state === 'failed') throw new Refusal('export-failed', {});
  if (row.state !== 'ready' || row.content === null || row.fileName === null || row.sha256 === null) {
    throw new Refusal('export-not-ready', {});
  }
  const { campaignId, fileName, sha256, content } = row;
  return { campaignId, fileName, sha256, content, mediaType: mediaTypeOf(row.kind) };
}
