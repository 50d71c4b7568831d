import { z } from 'zod';
import { command } from '../command';
import { storedFileSchema } from './evidence.schema';
import { requireFile } from './evidence-rows';

/** The vendor takes an own file back. A command: taking away is recorded. */
export const downloadEvidence = command({
  audience: 'respondent',
  action: 'evidence.download',
  input: z.strictObject({ assessmentId: z.uuid(), evidenceId: z.uuid() }),
  output: storedFileSchema,
  async run({ tx }, { assessmentId, evidenceId }) {
    const { campaignId, storageKey, fileName, mediaType, size, sha256 } = await requireFile(
      tx,
      assessmentId,
      evidenceId,
    );
    return {
      output: { storageKey, fileName, mediaType, size, sha256 },
      events: [{ kind: 'evidence.downloaded', campaignId, assessmentId, objects: [evidenceId], payload: { sha256 } }],
    };
  },
});
