import { z } from 'zod';
import { command } from '../command';
import { exportContentSchema, readyExport } from './export-rows';

/** Takes a file away. A command: taking away is recorded. */
export const downloadExport = command({
  audience: 'bank',
  action: 'exports.download',
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
