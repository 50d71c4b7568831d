import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Keeps a made file, or notes how far its making is. Of two workers at once the first one's file stays. */
export const keepExport = command({
  audience: 'system',
  action: 'system.keepExport',
  input: z.strictObject({
    exportId: z.uuid(),
    doneRows: z.int().min(0),
    totalRows: z.int().min(0),
    /** Null while it is being made. */
    file: z
      .strictObject({
        name: z.string().min(1).max(200),
        content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      })
      .nullable(),
  }),
  output: z.strictObject({ kept: z.boolean() }),
  async run({ tx, now }, { exportId, doneRows, totalRows, file }) {
    const [row] = await tx
      .select({ state: exportFile.state, campaignId: exportFile.campaignId })
      .from(exportFile)
      .where(eq(exportFile.id, exportId))
      .for('update');
    if (!row) throw new Refusal('not-found', {});
    if (row.state !== 'planned') return { unchanged: { kept: false } };
    if (file === null) {
      // How far it is, is no state: it can be read off the rows that are done.
      await tx.update(exportFile).set({ doneRows, totalRows }).where(eq(exportFile.id, exportId));
      return { unchanged: { kept: false } };
    }
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    await tx
      .update(exportFile)
      .set({ state: 'ready', readyAt: now, fileName: file.name, sha256, content: file.content, doneRows, totalRows })
      .where(eq(exportFile.id, exportId));
    return {
      output: { kept: true },
      events: [{ kind: 'export.made', campaignId: row.campaignId, objects: [exportId], payload: { sha256 } }],
    };
  },
});
