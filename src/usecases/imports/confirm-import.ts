import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockImport, vendorPreviewSchema } from './import-rows';

/**
 * Says yes to a preview, and knowingly to the rows that it leaves out. The worker writes all of it at once, against the
 * register of that moment: should that do anything else than was shown, it asks again with a new preview.
 */
export const confirmImport = command({
  audience: 'bank',
  action: 'imports.confirm',
  input: z.strictObject({ importId: z.uuid(), version: z.int(), leaveOutFaulty: z.boolean() }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { importId, version, leaveOutFaulty }) {
    const { tenantId, actor } = scope;
    const row = await lockImport(tx, importId);
    if (row.kind !== 'vendors') throw new Refusal('not-found', {});
    if (row.state !== 'previewed') throw new Refusal('not-allowed-in-state', {});
    if (row.version !== version) throw new Refusal('stale-record', {});
    const { counts } = vendorPreviewSchema.pick({ counts: true }).loose().parse(row.preview);
    if (counts.new + counts.changed === 0) throw new Refusal('import-nothing-new', {});
    if (counts.faulty > 0 && !leaveOutFaulty) throw new Refusal('import-faulty-rows', { count: counts.faulty });
    const next = version + 1;
    await tx
      .update(fileImport)
      .set({
        state: 'confirmed',
        confirmedBy: actor,
        confirmedAt: now,
        failure: null,
        failureParams: null,
        version: next,
      })
      .where(eq(fileImport.id, importId));
    return {
      output: { version: next },
      events: [{ kind: 'import.confirmed', objects: [importId], payload: { counts, sha256: row.sha256 } }],
      wake: [{ kind: 'import.work', payload: { tenantId, importId } }],
    };
  },
});
