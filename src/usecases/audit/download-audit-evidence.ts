import { z } from 'zod';
import { command } from '../command';
import { storedFileSchema } from '../evidence/evidence.schema';
import { takeSubmittedFile } from '../evidence/submitted-file';

/** An auditor takes a submitted file of a named campaign away; recorded. */
export const downloadAuditEvidence = command({
  audience: 'auditor',
  action: 'audit.downloadEvidence',
  input: z.strictObject({ evidenceId: z.uuid() }),
  output: storedFileSchema,
  run: ({ tx }, { evidenceId }) => takeSubmittedFile(tx, evidenceId),
});
