import { z } from 'zod';
import { command } from '../command';
import { storedFileSchema } from '../evidence/evidence.schema';
import { takeSubmittedFile } from '../evidence/submitted-file';

/** The bank takes a submitted file away; recorded. */
export const downloadRoundEvidence = command({
  audience: 'bank',
  action: 'reviews.downloadEvidence',
  input: z.strictObject({ evidenceId: z.uuid() }),
  output: storedFileSchema,
  run: ({ tx }, { evidenceId }) => takeSubmittedFile(tx, evidenceId),
});
