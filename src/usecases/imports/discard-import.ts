import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockImport } from './import-rows';

/** Says no to an import that was not confirmed; the file stays as evidence that it came. */
export const discardImport = command({
  audience: 'bank',
  action: 'imports.discard',
  input: z.strictObject({ importId: z.uuid(), version: z.int() }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx }, { importId, version }) {
    const row = await lockImport(tx, importId);
    if (row.state !== 'planned' && row.state !== 'previewed') throw new Refusal('not-allowed-in-state', {});
    if (row.version !== version) throw new Refusal('stale-record', {});
    const next = version + 1;
    await tx.update(fileImport).set({ state: 'discarded', version: next }).where(eq(fileImport.id, importId));
    return {
      output: { version: next },
      events: [{ kind: 'import.discarded', objects: [importId], payload: { sha256: row.sha256 } }],
    };
  },
});
