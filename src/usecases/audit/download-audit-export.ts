import { z } from 'zod';
import { command } from '../command';
import { exportContentSchema, readyExport } from '../exports/export-rows';

/** Takes a file of a named campaign away; recorded. */
export const downloadAuditExport = command({
  audience: 'auditor',
  action: 'audit.download',
  input: z.strictObject({ exportId: z.uuid() }),
  output: exportContentSchema,
  async run({ tx }, { exportId }) {
    const { campaignId, ...file } = await readyExport(tx, exportId);
    return {
      output: file,
      events: [{ kind: 'export.downloaded', campaignId, objects: [exportId], payload: { sha256: file.sha256 } }],
    };
  },
});
