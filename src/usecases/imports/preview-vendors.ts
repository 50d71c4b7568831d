import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { planVendorImport } from '@/domain/vendor-import';
import { countLines } from '@/domain/vendor-import-line';
import { command } from '../command';
import { lockImport, type VendorPreview, vendorPreviewSchema } from './import-rows';
import { standingVendors } from './standing-vendors';

/** Keeps what a read file would do to the register; writes nothing else. */
export const previewVendors = command({
  audience: 'system',
  action: 'system.previewImport',
  input: z.strictObject({ importId: z.uuid(), table: vendorPreviewSchema.shape.table }),
  output: z.strictObject({ previewed: z.boolean() }),
  async run({ tx }, { importId, table }) {
    const row = await lockImport(tx, importId);
    if (row.state !== 'planned') return { unchanged: { previewed: false } };
    const { lines } = planVendorImport(table.rows, await standingVendors(tx));
    const preview: VendorPreview = { table, lines, counts: countLines(lines) };
    await tx
      .update(fileImport)
      .set({ state: 'previewed', preview, doneRows: 0, totalRows: lines.length, version: row.version + 1 })
      .where(eq(fileImport.id, importId));
    return {
      output: { previewed: true },
      events: [{ kind: 'import.previewed', objects: [importId], payload: { counts: preview.counts } }],
    };
  },
});
