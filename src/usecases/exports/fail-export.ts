import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Ends a file that can't be made, so that nobody waits for it; it can be asked for again. */
export const failExport = command({
  audience: 'system',
  action: 'system.failExport',
  input: z.strictObject({ exportId: z.uuid() }),
  output: z.strictObject({ failed: z.boolean() }),
  async run({ tx }, { exportId }) {
    const [row] = await tx
      .select({ state: exportFile.state, campaignId: exportFile.campaignId })
      .from(exportFile)
      .where(eq(exportFile.id, exportId))
      .for('update');
    if (!row) throw new Refusal('not-found', {});
    if (row.state !== 'planned') return { unchanged: { failed: false } };
    await tx.update(exportFile).set({ state: 'failed' }).where(eq(exportFile.id, exportId));
    return {
      output: { failed: true },
      events: [{ kind: 'export.failed', campaignId: row.campaignId, objects: [exportId], payload: {} }],
    };
  },
});
