import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { isRefusalCode } from '@/domain/refusal';
import { command } from '../command';
import { lockImport } from './import-rows';

/** Ends an import that can't be read or taken in, with the refusal that its page shows. Nothing of it was written. */
export const failImport = command({
  audience: 'system',
  action: 'system.failImport',
  input: z.strictObject({
    importId: z.uuid(),
    failure: z.string().refine(isRefusalCode),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  output: z.strictObject({ failed: z.boolean() }),
  async run({ tx }, { importId, failure, params }) {
    const row = await lockImport(tx, importId);
    if (row.state !== 'planned' && row.state !== 'confirmed') return { unchanged: { failed: false } };
    await tx
      .update(fileImport)
      .set({ state: 'failed', failure, failureParams: params, version: row.version + 1 })
      .where(eq(fileImport.id, importId));
    return {
      output: { failed: true },
      events: [{ kind: 'import.failed', objects: [importId], payload: { failure } }],
    };
  },
});
