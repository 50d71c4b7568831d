import { desc, eq } from 'drizzle-orm';
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

/** Files asked for of one campaign, newest first, without their contents. */
export async function exportLines(tx: Transaction, campaignId: string): Promise<z.input<typeof exportLineSchema>[]> {
  const rows = await tx
    .select(LINE)
    .from(exportFile)
    .where(eq(exportFile.campaignId, campaignId))
    .orderBy(desc(exportFile.requestedAt))
    .limit(50);
  return rows.map((row) => ({ ...row, requestedBy: row.requestedBy.kind === 'system' ? '' : row.requestedBy.name }));
}

/** A file to be made by the worker; returns its id. */
export async function planExport(
  tx: Transaction,
  place: { tenantId: string; actor: Actor; now: Date },
  { campaignId, locale }: z.output<typeof exportRequestSchema>,
): Promise<string> {
  const id = newId();
  await tx.insert(exportFile).values({
    tenantId: place.tenantId,
    id,
    campaignId,
    kind: 'campaign_xlsx',
    locale,
    state: 'planned',
    requestedBy: place.actor,
    requestedAt: place.now,
  });
  return id;
}

export const exportContentSchema = z.strictObject({
  fileName: z.string(),
  sha256: z.string(),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** A ready file whole. Throws `not-found`, and `export-not-ready` while the worker is at it. */
export async function readyExport(tx: Transaction, exportId: string) {
  const [row] = await tx.select().from(exportFile).where(eq(exportFile.id, exportId));
  if (!row) throw new Refusal('not-found', {});
  if (row.state !== 'ready' || row.content === null || row.fileName === null || row.sha256 === null) {
    throw new Refusal('export-not-ready', {});
  }
  return { campaignId: row.campaignId, fileName: row.fileName, sha256: row.sha256, content: row.content };
}
