import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Has a file that could not be made made anew, as it was asked for. One that is being made, or is ready, stays. */
export const retryExport = command({
  audience: 'bank',
  action: 'exports.retry',
  input: z.strictObject({ exportId: z.uuid() }),
  output: z.strictObject({ retried: z.boolean() }),
  async run({ tx, scope }, { exportId }) {
    const [row] = await tx
      .select({ state: exportFile.state, campaignId: exportFile.campaignId })
      .from(exportFile)
      .where(eq(exportFile.id, exportId))
      .for('update');
    if (!row) throw new Refusal('not-found', {});
    if (row.state !== 'failed') return { unchanged: { retried: false } };
    await tx.update(exportFile).set({ state: 'planned', doneRows: 0, totalRows: 0 }).where(eq(exportFile.id, exportId));
    return {
      output: { retried: true },
      events: [{ kind: 'export.requested', campaignId: row.campaignId, objects: [exportId], payload: { again: true } }],
      wake: [{ kind: 'export.make', payload: { tenantId: scope.tenantId, exportId } }],
    };
  },
});
